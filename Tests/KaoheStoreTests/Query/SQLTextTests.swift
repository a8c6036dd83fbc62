import Testing

@testable import KaoheStore

@Suite struct SQLTextTests {
  @Test(arguments: [
    ("SELECT 1", ["SELECT", "1"]), ("a--b\nc", ["a", "c"]), ("a/*b*/c/*", ["a", "c"]), ("/*/a*/b", ["b"]),
    ("'a''b' \"c;\" `d` [e f]", ["'a''b'", "\"c;\"", "`d`", "[e f]"]), ("'open", ["'open"]), ("''", ["''"]),
    ("a-b/c", ["a", "-", "b", "/", "c"]), ("名称，x;", ["名称，x", ";"]), ("[open", ["[open"]), ("'a''", ["'a''"]), ("", []),
  ])
  func parts(sql: String, parts: [String]) {
    let text = SQLText(sql)
    #expect(text.parts.map(text.text) == parts)
    #expect(text.tokens.map(text.text).joined() == sql)
  }

  @Test(arguments: [
    ("SELECT 1", ""), (" ; /* */ delete FROM a", "DELETE"), ("CREATE temp TABLE t", "CREATE TEMP TABLE"),
    ("vacuum into 'x'", "VACUUM INTO"), ("WITH a AS (SELECT 1) DELETE FROM a", ""), ("", ""),
  ])
  func verb(sql: String, verb: String) {
    #expect(SQLText(sql).verb == verb)
  }

  @Test func places() {
    let text = SQLText("one\ntwo 三\nfour")
    #expect(text.place(0) == QueryProblem.Place(line: 1, text: "one", before: ""))
    #expect(text.place(11) == QueryProblem.Place(line: 2, text: "two 三", before: "two 三"))
    #expect(text.place(12) == QueryProblem.Place(line: 3, text: "four", before: ""))
  }
}
