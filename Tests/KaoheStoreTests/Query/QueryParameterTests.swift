import KaoheQuestions
import KaoheTestSupport
import Testing

@testable import KaoheStore

@Suite struct QueryParameterTests {
  @Test(arguments: [":", "@", "$"])
  func everySign(sign: String) throws {
    try withQueryDatabase { database throws in
      let sql = "SELECT name FROM district WHERE code = \(sign)code"
      #expect(try database.rows(sql, ["code": "d2"]) == ["'示例乙市'"])
      #expect(try database.rows(sql, [sign + "code": "d2"]) == ["'示例乙市'"])
    }
  }

  @Test func byNumber() throws {
    try withQueryDatabase { database throws in
      #expect(try database.rows("SELECT ?, ?, ?2", ["1": "a", "2": "b"]) == ["'a' | 'b' | 'b'"])
      #expect(try database.rows("SELECT ?3", ["3": "c"]) == ["'c'"])
    }
  }

  @Test func oneNameTwice() throws {
    try withQueryDatabase { database throws in
      #expect(try database.rows("SELECT :a, :a, @a", ["a": "x"]) == ["'x' | 'x' | 'x'"])
    }
  }

  /// A code that looks like a number is found in a column of texts, and a number is compared as one with a computed
  /// number, which has no affinity.
  @Test(arguments: [
    ("SELECT code FROM assessment WHERE code = :x", "2022", ["'2022'"]),
    ("SELECT assessment FROM district_ranking WHERE assessment = :x AND code = 'd1'", "2022", ["'2022'"]),
    ("SELECT assessment FROM district_ranking WHERE assessment = coalesce(:x, '') AND code = 'd1'", "2022", ["'2022'"]),
    ("SELECT code FROM assessment WHERE code IN (:x, '1')", "2022", ["'2022'"]),
    ("SELECT t FROM (SELECT 92350000 / 1e6 AS t) WHERE t > :x", "84.5", ["92.35"]),
    ("SELECT t FROM (SELECT 92350000 / 1e6 AS t) WHERE t > :x", "95", []),
    ("SELECT t FROM (SELECT 92350000 / 1e6 AS t) WHERE t = :x", "92.35", ["92.35"]),
    ("SELECT count(*) FROM district HAVING count(*) > :x", "1", ["2"]),
    ("SELECT code FROM district ORDER BY code LIMIT :x", "1", ["'d1'"]),
    ("SELECT column1 FROM (VALUES ('007')) WHERE column1 = :x", "007", ["'007'"]),
    ("SELECT column1 FROM (VALUES ('1.10')) WHERE column1 = :x", "'1.10'", ["'1.10'"]),
    ("SELECT substr('320205', 1, 2) = :x", "'32'", ["1"]), ("SELECT :x", "", ["''"]),
    ("SELECT :x", "''", ["''"]), ("SELECT :x", "'it''s'", ["'it's'"]), ("SELECT :x", "91320200MA1", ["'91320200MA1'"]),
    ("SELECT :x", "2022-12-01", ["'2022-12-01'"]), ("SELECT :x", "-3", ["-3"]),
    ("SELECT :x", "12345678901234567890", ["'12345678901234567890'"]), ("SELECT :x", "宜兴市", ["'宜兴市'"]),
  ])
  func numbersAndTexts(sql: String, value: String, rows: [String]) throws {
    try withQueryDatabase { database throws in
      #expect(try database.rows(sql, ["x": value]) == rows)
    }
  }

  @Test(arguments: ["95.00", "1e3", "+5", ".5", "5.", "-0", "1.2345678901234567", "-0.0"])
  func mayBeEither(value: String) throws {
    try withQueryDatabase { database in
      let problem = #expect(throws: QueryProblem.self) { try database.rows("SELECT :x", ["x": value]) }
      #expect(problem?.code == "ambiguous-value")
      #expect(problem?.problem.english == "x=\(value): this may be a number or a text")
      #expect(problem?.hint?.english.hasSuffix("--with \"x='\(value)'\"") == true)
    }
  }

  @Test func allThatAreMissing() throws {
    try withQueryDatabase { database throws in
      let problem = #expect(throws: QueryProblem.self) { try database.rows("SELECT :a, @b, :c, ?", ["b": "1"]) }
      #expect(problem?.problem.english == "no value for :a, :c, ?4")
      #expect(problem?.hint?.english == "give it with --with a=… --with c=… --with 4=…")
      #expect(problem?.hint?.chinese == "这样给：--with a=… --with c=… --with 4=…")
      var query = Query("SELECT :a, @b, :c, ?")
      query.parameters = ["b": "1"]
      query.isMissingNull = true
      #expect(try database.answer(query).rows == ["NULL | 1 | NULL | NULL"])
    }
  }

  @Test(arguments: [
    ("SELECT :assessment", "assesment", "did you mean `assessment`?"), ("SELECT :a, @b", "total", "there are: a, b"),
    ("SELECT 1", "x", "this SQL has none"),
  ])
  func unknown(sql: String, name: String, hint: String) throws {
    try withQueryDatabase { database in
      var query = Query(sql)
      query.parameters = [name: "1"]
      query.isMissingNull = true
      let problem = #expect(throws: QueryProblem.self) { try database.answer(query) }
      #expect(problem?.code == "unknown-parameter")
      #expect(problem?.problem.english == "there is no parameter \(name)")
      #expect(problem?.hint?.english == hint)
    }
  }

  @Test func everySavedQuestionRunsWithoutValues() throws {
    try withQueryDatabase { database in
      #expect(!SavedQuestion.all.isEmpty)
      for question in SavedQuestion.all {
        var query = Query(question.sql)
        query.isMissingNull = true
        _ = try database.answer(query)
        #expect(try SavedQuestion.named(question.name).sql == question.sql)
      }
    }
  }

  @Test func unknownQuestions() {
    let near = #expect(throws: QueryProblem.self) { try SavedQuestion.named("point-lost") }
    #expect(near?.problem.chinese == "没有保存的问题 point-lost")
    #expect(near?.hint?.english == "did you mean `points-lost`?")
    let far = #expect(throws: QueryProblem.self) { try SavedQuestion.named("x") }
    #expect(far?.hint?.english == "`kaohe query --list` lists them")
  }
}
