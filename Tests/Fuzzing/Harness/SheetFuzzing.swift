import Foundation
import KaoheReports
import KaoheRules
import KaoheStore
import KaoheTestSupport

/// Scoring sheets (.xlsx) that come back: changed as files, as parts, as cells.
struct SheetFuzzing: FuzzClass {
  private typealias Parts = [(name: String, bytes: [UInt8])]

  private let database: WatchedDatabase
  private let folder: String
  private var files: [[UInt8]] = []
  private var parts: [Parts] = []

  init(folder: String) throws {
    self.folder = folder
    database = try WatchedDatabase(folder + "/sheets.db") { store in
      try Corpus.write(Corpus.records(), to: folder + "/known")
      _ = try store.importFolder(folder + "/known", session: WatchedDatabase.session)
    }
    for visit in ["V3", "V6", "V1"] {
      let report = SheetReport(
        try database.store.sheet(of: visit), isBlank: false, language: .chinese, standard: RuleText.standard)
      let path = folder + "/sheet.xlsx"
      try? FileManager.default.removeItem(atPath: path)
      try report.workbook.write(to: path)
      files.append(Array(try Data(contentsOf: URL(filePath: path))))
      parts.append(try ZipArchive.read(path))
    }
  }

  mutating func input(_ random: inout SeededGenerator) throws -> FuzzInput {
    let base = random.integer(0...files.count - 1)
    if random.oneIn(4) {
      return FuzzInput(files: ["sheet.xlsx": Mutation.bytes(files[base], with: files[0], &random)])
    }
    var parts = parts[base]
    for _ in 0..<random.integer(1...2) {
      // Most of all the sheets and their texts; the rest is what Excel keeps beside them.
      let names = ["sheet1.xml", "sheet2.xml", "sharedStrings.xml"]
      let wanted = random.oneIn(4) ? nil : random.pick(names)
      let position =
        parts.firstIndex { part in wanted.map(part.name.hasSuffix) ?? false } ?? random.integer(0...parts.count - 1)
      parts[position].bytes = changed(parts[position], random.pick(parts).bytes, &random)
    }
    if random.oneIn(50) { parts.remove(at: random.integer(0...parts.count - 1)) }
    if random.oneIn(50), let part = parts.randomElement(using: &random) {
      parts.append((random.pick(["xl/vbaProject.bin", "../x", part.name + "x"]), part.bytes))
    }
    let path = folder + "/changed.xlsx"
    try? FileManager.default.removeItem(atPath: path)
    try ZipArchive.write(parts, to: path)
    return FuzzInput(files: ["sheet.xlsx": Array(try Data(contentsOf: URL(filePath: path)))])
  }

  private func changed(
    _ part: (name: String, bytes: [UInt8]), _ other: [UInt8], _ random: inout SeededGenerator
  ) -> [UInt8] {
    switch random.integer(0...7) {
    case 0: Mutation.bytes(part.bytes, with: other, &random)
    case 1: Mutation.text(part.bytes, with: other, &random)
    default:
      part.name.contains("worksheets") ? changedCells(part.bytes, &random) : changedTexts(part.bytes, &random)
    }
  }

  /// Some of the texts between tags: `<t>…</t>`, `<v>…</v>`.
  private func changedTexts(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<random.integer(1...3) {
      let opens = bytes.indices.dropLast(3).filter {
        bytes[$0] == UInt8(ascii: ">") && bytes[$0 - ($0 > 0 ? 1 : 0)] != UInt8(ascii: "/")
          && bytes[$0 + 1] != UInt8(ascii: "<")
      }
      guard let open = opens.randomElement(using: &random),
        let close = bytes[open...].firstIndex(of: UInt8(ascii: "<"))
      else { return bytes }
      let word = random.pick(Mutation.words).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      bytes.replaceSubrange(open + 1..<close, with: Array(word.utf8))
    }
    return bytes
  }

  /// Cells that refer to another text of the workbook, or hold one of their own, a number, a formula.
  private func changedCells(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    for _ in 0..<random.integer(1...3) {
      guard let cell = text.matches(of: #/ t="s"><v>[0-9]+</v>/#).map(\.range).randomElement(using: &random) else {
        break
      }
      let word = random.pick(Mutation.words).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      text.replaceSubrange(
        cell,
        with: random.pick([
          " t=\"inlineStr\"><is><t>\(word)</t></is>", " t=\"inlineStr\"><is><t>\(word)</t></is>",
          " t=\"s\"><v>\(random.integer(0...80))</v>", "><v>\(random.integer(0...90))</v>", " t=\"b\"><v>1</v>",
          " t=\"e\"><v>#REF!</v>", "><f>1+1</f><v>2</v>", " t=\"str\"><v>\(word)</v>", "/><c>",
        ]))
    }
    return Array(text.utf8)
  }

  mutating func judge(_ input: FuzzInput) throws -> FuzzVerdict {
    let path = folder + "/sheet.xlsx"
    try Data(input.files["sheet.xlsx"] ?? []).write(to: URL(filePath: path))
    return try database.watch { store in
      _ = try store.importSheet(path, session: WatchedDatabase.session)
    }
  }
}
