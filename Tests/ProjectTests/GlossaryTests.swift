import Foundation
import KaoheSchema
import Testing

/// The glossary names types and tables that there are.
@Suite struct GlossaryTests {
  /// Rows of four cells: 中文, English, type, table.
  private func rows() throws -> [[String]] {
    try Repository.text("docs/glossary.md").lines.filter { $0.hasPrefix("| ") }
      .map { line in line.split(separator: "|").map { String($0) } }
      .filter { $0.count == 4 && !$0[0].contains("---") && !$0[0].contains("中文") }
  }

  @Test func typesAreThere() throws {
    let source = try ["Sources", "Questions"].flatMap { Repository.files(in: $0, extensions: ["swift"]) }
      .map(Repository.text).joined()
    let types = Set(source.matches(of: #/\b(?:struct|enum|class) (\w+)/#).map { String($0.1) })
    let rows = try rows()
    #expect(rows.count > 40)
    for row in rows {
      for match in row[2].matches(of: #/`([A-Z]\w*)(?:\.([A-Z]\w*))?/#) {
        #expect(types.contains(String(match.1)), "the glossary names the type \(match.1)")
        if let inner = match.2 { #expect(types.contains(String(inner)), "the glossary names the type \(inner)") }
      }
    }
  }

  @Test func tablesAreThere() throws {
    let relations = SchemaText.all.flatMap(\.schema.relations)
    let names = Set(relations.map(\.name))
    let columns = Set(relations.flatMap { relation in relation.columns.map { "\(relation.name).\($0.name)" } })
    for row in try rows() {
      for match in row[3].matches(of: #/`([a-z]\w*)(\.\w+)?/#) {
        if let column = match.2 {
          #expect(columns.contains("\(match.1)\(column)"), "the glossary names the column \(match.1)\(column)")
        } else {
          let isColumn = columns.contains { $0.hasSuffix(".\(match.1)") }
          #expect(names.contains(String(match.1)) || isColumn, "the glossary names the table \(match.1)")
        }
      }
    }
    // What only the program itself has a use for.
    let inner = ["database_identity", "identity_now", "observation_clock", "visit_district", "writer"]
    let listed = Set(try rows().flatMap { $0[3].matches(of: #/`(\w+)/#).map { String($0.1) } })
    for name in names.sorted() where !inner.contains(name) {
      #expect(listed.contains(name), "the glossary lacks the table \(name)")
    }
  }
}
