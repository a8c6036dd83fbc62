import Foundation
import KaoheFixtures
import KaoheTestSupport

@testable import KaoheStore

/// The files of a folder that is to be imported.
struct Records: Sendable {
  var files: [String: [UInt8]] = [:]

  static let demo = Records(
    files: Dictionary(uniqueKeysWithValues: DemoFixture.files.map { ($0.name, Array($0.text.utf8)) }))

  /// All CSV and rule files of a folder.
  static func read(_ folder: String) throws -> Records {
    var records = Records()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".csv") || name.hasSuffix(".yaml") {
      records.files[name] = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
    }
    return records
  }

  subscript(name: String) -> String {
    get { String(decoding: files[name] ?? [], as: UTF8.self) }
    set { files[name] = Array(newValue.utf8) }
  }

  /// Only the files of these names.
  func only(_ names: [String]) -> Records { Records(files: files.filter { names.contains($0.key) }) }

  func without(_ names: String...) -> Records { Records(files: files.filter { !names.contains($0.key) }) }

  func with(_ changes: Change...) -> Records { with(changes) }

  func with(_ changes: [Change]) -> Records { changes.reduce(self) { $1.applied(to: $0) } }

  /// Writes the files, hands out their folder, and removes it.
  func inFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    try withTemporaryFolder { folder in
      for (name, bytes) in files { try folder.write(bytes, to: name) }
      return try body(folder.path)
    }
  }
}

/// One thing that differs from a folder that is fine.
enum Change: Sendable {
  /// A line more at the end.
  case add(String, String)
  case replace(String, String, String)
  case file(String, [UInt8])
  case remove(String)

  static func file(_ name: String, _ text: String) -> Change { .file(name, Array(text.utf8)) }

  func applied(to records: Records) -> Records {
    var records = records
    switch self {
    case .add(let name, let line): records[name] += line + "\n"
    case .replace(let name, let old, let new):
      let text = records[name]
      records[name] = text.contains(old) ? text.replacing(old, with: new) : "“\(old)” is not in \(name)"
    case .file(let name, let bytes): records.files[name] = bytes
    case .remove(let name): records.files[name] = nil
    }
    return records
  }
}

/// An import that was refused, said in few lines.
struct Refused: Error, CustomStringConvertible {
  let error: ImportError

  var description: String {
    "\(error.count) problems: " + error.problems.prefix(3).map { $0.text(in: .english) }.joined(separator: "; ")
  }
}
