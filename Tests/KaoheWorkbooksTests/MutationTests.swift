import Foundation
import KaoheTestSupport
import Testing

@testable import KaoheWorkbooks

/// A workbook with one byte changed is read or refused, and nothing else happens.
@Suite struct MutationTests {
  /// `KAOHE_MUTATIONS=20000` looks further than every run does.
  static let rounds =
    ProcessInfo.processInfo.environment["KAOHE_MUTATIONS"].flatMap { Int($0) } ?? 200

  @Test func ofTheFile() throws {
    try withTemporaryFolder { folder in
      try Workbook.form.write(to: folder.file("form.xlsx"))
      let bytes = Array(try Data(contentsOf: URL(filePath: folder.file("form.xlsx"))))
      var random = SeededGenerator(seed: 1)
      for _ in 0..<Self.rounds {
        var changed = bytes
        changed[random.integer(0...bytes.count - 1)] = UInt8(random.integer(0...255))
        try folder.write(changed, to: "changed.xlsx")
        readAll(folder.file("changed.xlsx"))
      }
    }
  }

  /// Behind compression and its checksum, where a change of the file does not get.
  @Test func ofTheParts() throws {
    var parts = WorkbookParts(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><f>A1</f><v>1.5E-2</v></c>\
        <c r="C1" t="inlineStr"><is><r><t>_x000D_</t></r><rPh><t>x</t></rPh></is></c></row><row><c t="b"><v>1</v></c></row>
        """)
    parts["xl/styles.xml"] = """
      <styleSheet><numFmts><numFmt numFmtId="176" formatCode="[h]:mm&quot;x&quot;"/></numFmts>\
      <cellXfs><xf numFmtId="176"/></cellXfs></styleSheet>
      """
    var random = SeededGenerator(seed: 2)
    try withTemporaryFolder { folder in
      for _ in 0..<Self.rounds {
        var changed = parts
        let position = random.integer(0...parts.parts.count - 1)
        var text = Array(parts.parts[position].text.utf8)
        text[random.integer(0...text.count - 1)] = random.pick(Array("<>/\"=&;0A9-_x \u{0}é".utf8))
        changed.parts[position].text = String(decoding: text, as: UTF8.self)
        try ZipFile.write(changed.parts, to: folder.file("changed.xlsx"))
        readAll(folder.file("changed.xlsx"))
      }
    }
  }

  private func readAll(_ path: String) {
    do {
      let reader = try WorkbookReader(path: path)
      for name in reader.sheetNames { try reader.read(name) { _ in } }
    } catch is WorkbookProblem {
      // A refusal is what a changed file deserves.
    } catch {
      Issue.record(error)
    }
  }
}
