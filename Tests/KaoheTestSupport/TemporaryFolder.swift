import Foundation

/// A folder that one test has to itself.
public struct TemporaryFolder: Sendable {
  public let path: String

  /// The path of a file in it.
  public func file(_ name: String) -> String { path + "/" + name }

  public func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: file(name)))
  }
}

/// Makes a folder, hands it out, and removes it with all that is in it.
public func withTemporaryFolder<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
  let folder = TemporaryFolder(path: NSTemporaryDirectory() + "kaohe-test-" + UUID().uuidString)
  try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(atPath: folder.path) }
  return try body(folder)
}
