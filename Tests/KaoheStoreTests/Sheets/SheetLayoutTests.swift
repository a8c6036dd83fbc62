import KaoheScoring
import Testing

@testable import KaoheStore

/// The lines of a sheet: each observation that can be made, once.
@Suite struct SheetLayoutTests {
  /// `leaf item scorer: choices`, with `…` where other words may be written too.
  private static func lines(_ visit: String, isBlank: Bool = false) throws -> [String] {
    try SheetLayout(Store.withBase().sheet(of: visit), isBlank: isBlank).lines.map { line in
      let scorer =
        switch line.scorer {
        case .nobody: ""
        case .anybody: " *"
        case .named(let code): " " + code
        }
      let item = line.item.isEmpty ? "" : " " + line.item
      return "\(line.leaf)\(item)\(scorer): " + line.choices.joined(separator: "|") + (line.isClosed ? "" : "…")
    }
  }

  @Test func everyMethodHasItsLines() throws {
    #expect(
      try Self.lines("V6") == [
        "A1: 无|不适用|-", "A1 A1-1: …", "A2: 无|不适用|-", "A2 A2-1: …", "A3: 不适用|-", "A3 A3-1: 是|否|-",
        "A3 A3-2: 是|否|-", "A4: …", "A5 *: 优|良 0.9|良 0.7|差|不适用|-…", "A6 S1: …", "A7: 不适用|-", "A7 满意: …",
        "A7 不满意: …", "A7 不了解: …", "A8: …", "A8 A8-1: …", "A9: …",
      ])
  }

  @Test func recordedScorersHaveLinesOfTheirOwn() throws {
    // S3 belongs to the district and stands aside; S2 is of another group and has scored.
    let lines = try Self.lines("V1").filter { $0.hasPrefix("A5") || $0.hasPrefix("A6") }
    #expect(lines.map { $0.prefix { $0 != ":" } } == ["A5 S1", "A5 *", "A6 S1", "A6 S2"])
    let blank = try Self.lines("V1", isBlank: true).filter { $0.hasPrefix("A5") || $0.hasPrefix("A6") }
    #expect(blank.map { $0.prefix { $0 != ":" } } == ["A5 *", "A6 S1"])
  }

  @Test func sitesHaveTheLeavesOfTheirScope() throws {
    #expect(try Self.lines("V2") == ["B1: …", "B2: …", "B3: …", "B3 S1: …"])
    #expect(try Self.lines("V3") == ["C1 S1: …"])
  }

  @Test func aBlankSheetSaysNothing() throws {
    let sheet = try Store.withBase().sheet(of: "V1")
    #expect(SheetLayout(sheet).lines.compactMap(\.row).count == 9)
    #expect(SheetLayout(sheet, isBlank: true).lines.compactMap(\.row).isEmpty)
    #expect(SheetLayout(sheet, isBlank: true).lines.contains { !$0.recorded.isEmpty })
  }

  @Test func theHiddenSheetIsReadAsItWasWritten() throws {
    let sheet = try Store.withBase().sheet(of: "V1")
    let identity = SheetIdentity(sheet, SheetLayout(sheet), headingRow: 6, closingRows: 2)
    #expect(SheetIdentity(rows: identity.rows) == identity)
    #expect(SheetIdentity(rows: identity.rows.map { $0.reversed().drop(while: \.isEmpty).reversed() }) == identity)
    for row in identity.rows.indices {
      var rows = identity.rows
      rows.remove(at: row)
      #expect(SheetIdentity(rows: rows) == nil)
    }
  }
}
