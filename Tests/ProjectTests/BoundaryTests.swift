import Foundation
import Testing

/// Which modules each target imports. SwiftPM does not hold the boundaries: an import that is not declared builds.
///
/// The lists are exact. A new import needs a line here, a reason in docs/decisions.md if it is a package, and the
/// diagram in docs/architecture.md; one that is gone has to be taken out.
@Suite struct BoundaryTests {
  static let imports: [String: Set<String>] = [
    // The entry point.
    "Sources/kaohe": ["KaoheCommands"],
    "Sources/KaoheCommands": [
      "ArgumentParser", "CLibEdit", "Foundation", "Glibc", "KaoheFixtures", "KaoheQuestions", "KaoheReports",
      "KaoheRules", "KaoheScoring", "KaoheStore", "KaoheWorkbooks", "Synchronization",
    ],
    // No Foundation: its locales and formatters must not get near a number.
    "Sources/KaoheReports": ["KaoheScoring", "KaoheWorkbooks"],
    // The only one that knows YAML.
    "Sources/KaoheRules": ["CYaml", "Crypto", "KaoheScoring"],
    // The only one that knows SQLite and CSV.
    "Sources/KaoheStore": [
      "CLibCSV", "CLibSQLite", "Crypto", "Dispatch", "Foundation", "GRDB", "GRDBSQLite", "KaoheQuestions",
      "KaoheRules", "KaoheSchema", "KaoheScoring", "KaoheWorkbooks", "Synchronization",
    ],
    // The only one that knows XLSX: zip archives and XML to read, libxlsxwriter to write.
    "Sources/KaoheWorkbooks": ["CLibXLSXWriter", "CLibXML2", "CLibZip", "Glibc", "KaoheScoring"],
    // The engine: no files, no clock, no locale.
    "Sources/KaoheScoring": ["BigInt"],
    // A package of its own: with the engine, so that it writes what its leaves take.
    "Benchmarks/Sources/kaohe-generate": ["Glibc", "KaoheRules", "KaoheScoring"],
    // Text that is built into the program.
    "Migrations": [],
    "Questions": ["KaoheScoring"],
    "Fixtures": [],
  ]

  @Test(arguments: imports.keys.sorted())
  func importsAreThoseOfTheList(folder: String) throws {
    var found: [String: String] = [:]
    for file in Repository.files(in: folder, extensions: ["swift"]) {
      for module in try importedModules(Repository.text(file)) { found[module] = file }
    }
    let allowed = try #require(Self.imports[folder])
    for (module, file) in found.sorted(by: { $0.key < $1.key }) where !allowed.contains(module) {
      Issue.record("\(file) imports \(module), which \(folder) may not")
    }
    for module in allowed.subtracting(found.keys).sorted() {
      Issue.record("\(folder) no longer imports \(module): take it out of the list")
    }
  }

  @Test func everyTargetHasAList() throws {
    for name in try Repository.names(in: "Sources") {
      let folder = "Sources/" + name
      if Repository.files(in: folder, extensions: ["swift"]).isEmpty { continue }
      #expect(Self.imports[folder] != nil, "\(folder) has no list of imports here")
    }
  }

  @Test(arguments: [
    ("import Yams", ["Yams"]), ("@preconcurrency import GRDB", ["GRDB"]), ("  import Glibc", ["Glibc"]),
    ("public import struct Foundation.Data", ["Foundation"]), ("// import Foundation", []), ("importing()", []),
  ])
  func importsAreRecognized(line: String, modules: [String]) {
    #expect(importedModules(line) == modules)
  }

  private func importedModules(_ source: String) -> [String] {
    source.lines.compactMap { line in
      let match = line.prefixMatch(
        of: #/\s*(?:@\w+\s+|public\s+|package\s+|internal\s+|fileprivate\s+|private\s+)*import\s+/#)
      guard let match else { return nil }
      let words = line[match.range.upperBound...].split(separator: " ")
      let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let name = words.first.map { kinds.contains(String($0)) ? words.dropFirst().first ?? "" : $0 } ?? ""
      return String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }
}
