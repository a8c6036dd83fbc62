import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Every text that people write is searched.
@Suite struct SearchFieldTests {
  /// The demo, with a row in each table that it has none in.
  private func store() throws -> Store {
    let store = try Store.withDemo()
    try store.executeAsOther(
      """
      INSERT INTO observation
      SELECT visit, indicator, item, scorer, id + 1, '3', '复查后改为三次', recorded_at, recorded_by
      FROM observation WHERE visit = 'V22-N-320205' AND indicator = 'A1.1' LIMIT 1;
      INSERT INTO supersession
      SELECT visit, indicator, item, scorer, id - 1, id, '漏看签到表', recorded_at, recorded_by
      FROM observation WHERE reason = '复查后改为三次';
      INSERT INTO recusal_override
      SELECT visit, indicator, item, scorer, id, (SELECT min(code) FROM inspector), '另无人员可派'
      FROM observation WHERE reason = '复查后改为三次';
      INSERT INTO visit_step VALUES
        ('V22-N-320205', 1, 'return', '照片缺日期', '组内仅此一人', '[]', '2026-01-01T00:00:00.000Z', 'P01');
      INSERT INTO finding_step
      SELECT min(code), 2, 'reopen', '2022-12-01', '整改材料不实', '2026-01-01T00:00:00.000Z', 'P01' FROM finding;
      INSERT INTO objection VALUES
        ('S1', 'V22-N-320205', 'A1.1', '锡山区', '签到表已补', '2026-01-01T00:00:00.000Z', 'P01', 'rejected', '逾期补交不予认定',
        '2026-01-02T00:00:00.000Z', 'P02');
      INSERT INTO phase VALUES ('wuxi-2022-demo', 'P9', 99, '年中预评', '0', 0);
      INSERT INTO grade (rule_set, code, position, conditions) VALUES ('wuxi-2022-demo', '待定', 99, '全年无欠薪');
      UPDATE finding SET responsible = '滨湖区总工会' WHERE code = (SELECT min(code) FROM finding);
      UPDATE evidence SET file_name = '花名册.pdf', source = '街道报送', number = '锡工发〔2022〕7号'
      WHERE code = (SELECT min(code) FROM evidence);
      """)
    return store
  }

  @Test func everyFieldIsFound() throws {
    let store = try store()
    for field in SearchField.all {
      let table = "FROM \(field.table) WHERE \(field.column) <> ''"
      let text = try #require(
        try store.rows("SELECT \(field.column) \(table) ORDER BY 1 LIMIT 1").first, "\(field.table).\(field.column)")
      let words = try #require(SearchWords(text))
      let found = try store.search(words).found.first {
        ($0.field.table, $0.field.column) == (field.table, field.column)
      }
      #expect(found?.hits.contains { $0.text == text } == true, "\(field.table).\(field.column): \(text)")
      #expect(found?.count == found?.hits.count)
      #expect(found?.hits.allSatisfy { !$0.marks.isEmpty } == true)
      let kind = try store.search(words, SearchFilter(kinds: [field.kind]))
      #expect(kind.found.allSatisfy { $0.field.kind == field.kind })
      #expect(kind.found.contains { ($0.field.table, $0.field.column) == (field.table, field.column) })
    }
  }

  /// Columns of these names hold what people wrote, to be read.
  private static let names: Set = [
    "reason", "override", "text", "requirement", "responsible", "decision", "title", "name", "clause", "standard",
    "conditions", "number", "question", "organisation", "department", "file_name", "source",
  ]

  /// Why these are not searched: the words of the program itself, copies of other texts, or names that each list shows.
  private static let others: Set = [
    "assessment.title", "rule_set.source", "task.department", "record_version.reason",
  ]

  @Test func noColumnIsForgotten() throws {
    let columns = try Store.inMemory().rows(
      """
      SELECT s.name || '.' || c.name FROM sqlite_schema AS s JOIN pragma_table_xinfo(s.name) AS c
      WHERE s.type = 'table' AND c.type = 'TEXT' AND s.name NOT IN ('data_dictionary', 'saved_question')
        AND c.name IN (\(Self.names.sorted().map { "'\($0)'" }.joined(separator: ", ")))
      """)
    let searched = Set(SearchField.all.map { "\($0.table).\($0.column)" })
    #expect(columns.count > 30)
    #expect(columns.filter { !searched.contains($0) && !Self.others.contains($0) } == [])
    #expect(Self.others.subtracting(columns) == [])
    #expect(searched.count == SearchField.all.count)
  }

  /// Counts of each field against texts that are read and compared one by one.
  @Test(arguments: 1...12)
  func countsAreThoseOfANaiveSearch(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let store = try store()
    let texts = try SearchField.all.map { field in
      let rows = field.table == "survey_answer" ? "DISTINCT code, question" : field.column
      return try store.rows("SELECT \(rows) FROM \(field.table) WHERE \(field.column) IS NOT NULL")
        .map { field.table == "survey_answer" ? String($0.drop { $0 != "|" }.dropFirst(2)) : $0 }
    }
    for _ in 0..<6 {
      let text = Array(generator.pick(texts.filter { !$0.isEmpty }.randomElement(using: &generator) ?? [""]))
      guard !text.isEmpty else { continue }
      let start = generator.integer(0...text.count - 1)
      let part = String(text[start..<min(text.count, start + generator.integer(1...5))])
      guard let words = SearchWords(part) else { continue }
      let expected = texts.map { $0.count { text in part.split(separator: " ").allSatisfy { isPart($0, of: text) } } }
      let result = try store.search(words, SearchFilter(limit: generator.integer(1...60)))
      let found = SearchField.all.map { field in
        result.found.first { ($0.field.table, $0.field.column) == (field.table, field.column) }?.count ?? 0
      }
      #expect(found == expected, "\(part)")
      #expect(result.count == expected.reduce(0, +))
    }
  }

  private func isPart(_ part: Substring, of text: String) -> Bool {
    let (part, text) = (Array(String(part).halfWidth.lowercased().utf8), Array(text.halfWidth.lowercased().utf8))
    return part.count <= text.count
      && (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }
}
