import KaoheTestSupport
import Testing

@testable import KaoheStore

/// SQL that can't be run: what is wrong, where, and what was probably meant.
@Suite struct QueryMistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var sql: String
    var chinese: String
    var hint: String?
    /// The line and what stands before the place; nil where no place is known.
    var place: String?

    var testDescription: String { sql }
  }

  static let mistakes = [
    Mistake(
      sql: "SELECT totl FROM district_ranking", chinese: "没有这一列（no such column: totl）", hint: "did you mean `total`?",
      place: "1:SELECT "),
    Mistake(
      sql: "SELECT\n r.nme\nFROM district_ranking r", chinese: "没有这一列（no such column: r.nme）",
      hint: "did you mean `name`?", place: "2: "),
    Mistake(
      sql: "SELECT x9999 FROM district_ranking JOIN \"district\" USING (code)",
      chinese: "没有这一列（no such column: x9999）",
      hint: "`kaohe schema district`, `kaohe schema district_ranking` shows the columns", place: "1:SELECT "),
    Mistake(
      sql: "SELECT * FROM district WHERE name = \"示例甲区\"", chinese: "没有这一列（no such column: 示例甲区）",
      hint: "a text stands in single quotes: '示例甲区'", place: "1:SELECT * FROM district WHERE name = "),
    Mistake(
      sql: "SELECT * FROM distrct", chinese: "没有这个表或视图（no such table: distrct）",
      hint: "did you mean `district`?", place: "1:SELECT * FROM "),
    Mistake(
      sql: "SELECT * FROM main.nothing_like_it", chinese: "没有这个表或视图（no such table: main.nothing_like_it）",
      hint: "`kaohe schema` lists tables and views", place: "1:SELECT * FROM main."),
    Mistake(
      sql: "SELECT cuont(*) FROM district", chinese: "没有这个函数（no such function: cuont）",
      hint: "did you mean `count`?", place: "1:SELECT "),
    Mistake(
      sql: "SELECT * FORM district", chinese: "语法错误（near \"FORM\": syntax error）", hint: nil, place: "1:SELECT * "),
    Mistake(sql: "SELECT (1", chinese: "SQL 没有写完（incomplete input）", hint: nil, place: nil),
    Mistake(sql: "SELECT 'open", chinese: "语法错误（unrecognized token: \"'open\"）", hint: nil, place: "1:SELECT "),
    Mistake(
      sql: "SELECT code，name FROM district", chinese: "没有这一列（no such column: code，name）",
      hint: "`，` is a full-width sign: type `,`", place: "1:SELECT "),
    Mistake(
      sql: "SELECT code FROM district a, visit b", chinese: "SQL 出错（ambiguous column name: code）", hint: nil,
      place: "1:SELECT "),
    Mistake(
      sql: "SELECT json('{')", chinese: "SQL 出错（malformed JSON）", hint: nil, place: nil),
    Mistake(
      sql: "SELECT abs(-9223372036854775807 - 1)", chinese: "SQL 出错（integer overflow）", hint: nil, place: nil),
  ]

  @Test(arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    try withQueryDatabase { database in
      let problem = #expect(throws: QueryProblem.self) { try database.rows(mistake.sql) }
      #expect(problem?.code == "sql-error")
      #expect(problem?.problem.chinese == mistake.chinese)
      #expect(problem?.problem.english.hasPrefix("SQL: ") == true)
      #expect(problem?.hint?.english == mistake.hint)
      #expect(problem?.place.map { "\($0.line):\($0.before)" } == mistake.place)
    }
  }

  @Test func aNUL() throws {
    try withQueryDatabase { database in
      let problem = #expect(throws: QueryProblem.self) { try database.rows("SELECT 1\0; DELETE FROM visit") }
      #expect(problem == QueryProblem.hasNUL)
    }
  }
}
