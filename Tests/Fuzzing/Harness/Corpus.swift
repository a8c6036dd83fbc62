import Foundation
import KaoheFixtures
import KaoheTestSupport

/// Sound files from which inputs are made.
enum Corpus {
  private static let repository = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

  /// Every file of records that an import takes, small, as an export wrote them after a year of work.
  static func records() throws -> [String: [UInt8]] { try files("Tests/Fuzzing/Corpus/records") }

  static let demo = Dictionary(uniqueKeysWithValues: DemoFixture.files.map { ($0.name, Array($0.text.utf8)) })

  /// Rule files of the demo, the cases and those that a generator writes.
  static func rules() throws -> [[UInt8]] {
    var rules = demo.filter { $0.key.hasSuffix(".yaml") }.values + [] + (try records()).filter(isRules).values
    for number in 1...8 { rules += try files("Tests/Cases/generated-\(number)").filter(isRules).values }
    return rules.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// A random folder of records; the same for the same number.
  static func randomRecords(_ seed: UInt64) throws -> [String: [UInt8]] {
    try RandomFolder(seed: seed).files.mapValues { Array($0.utf8) }
  }

  private static func isRules(_ file: (key: String, value: [UInt8])) -> Bool { file.key.hasSuffix(".yaml") }

  private static func files(_ folder: String) throws -> [String: [UInt8]] {
    try read(repository.appending(path: folder).path()).filter { $0.key.hasSuffix(".csv") || $0.key.hasSuffix(".yaml") }
  }

  static func read(_ folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
    }
    return files
  }

  static func clear(_ folder: String) throws {
    if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
  }

  /// Writes files into a folder that has no others.
  static func write(_ files: [String: [UInt8]], to folder: String) throws {
    try clear(folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: folder + "/" + name)) }
  }
}
