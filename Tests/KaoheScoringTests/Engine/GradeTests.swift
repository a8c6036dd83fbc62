import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Grades (等次): thresholds, conditions and quotas")
struct GradeTests {
  private func rules(_ grades: [Grade], ties: QuotaTies = .none) -> RuleSet {
    RuleSet.sample([.given("A")]).with {
      $0.grades = grades
      $0.quotaTies = ties
    }
  }

  /// The grades of districts with these totals, in that order.
  private func grades(_ rules: RuleSet, _ totals: [String], vetoes: [Int: String] = [:]) throws -> [String?] {
    let records = try totals.enumerated().map { position, total in
      try rules.district(
        "d\(position)", ["A": total], entries: vetoes[position].map { [AdjustmentEntry.veto($0)] } ?? [])
    }
    let ranking = rules.ranking(records)
    return records.map { record in ranking[record.participant.code].grade.map { rules.grades[$0].code } }
  }

  @Test(
    "min is inclusive, of the rounded total",
    arguments: [
      ("100", "优秀"), ("90", "优秀"), ("89.995", "优秀"), ("89.994999", "良好"), ("80", "良好"), ("79.99", "合格"),
      ("60", "合格"), ("59.99", "不合格"), ("0", "不合格"),
    ])
  func thresholds(total: String, grade: String) throws {
    let rules = rules([
      .sample("优秀", min: 90), .sample("良好", min: 80), .sample("合格", min: 60), .sample("不合格", min: nil),
    ])
    #expect(try grades(rules, [total]) == [grade])
  }

  @Test("no grades: none is given")
  func noGrades() throws {
    #expect(try grades(rules([]), ["95"]) == [nil])
  }

  private func quota(_ quota: Grade.Quota?, good: Grade.Quota? = nil, withBetter: Bool = false) -> [Grade] {
    [
      .sample("优", min: 90, quota: quota), .sample("良", min: 80, quota: good, withBetter: withBetter),
      .sample("差", min: nil),
    ]
  }

  @Test(
    "优秀不超过40%: max_share is floor(share · n)", arguments: [(1, 0), (2, 0), (3, 1), (4, 1), (5, 2), (8, 3), (10, 4)])
  func share(districts: Int, places: Int) throws {
    let totals = (0..<districts).map { "\(99 - $0)" }
    let expected = (0..<districts).map { $0 < places ? "优" : "良" }
    #expect(try grades(rules(quota(.share("40%"))), totals) == expected)
  }

  @Test("a share of n that is whole is not lost: 0.7·10, 1/3·9")
  func wholeShares() throws {
    let totals = (0..<10).map { "\(99 - $0)" }
    #expect(try grades(rules(quota(.share("0.7"))), totals).count { $0 == "优" } == 7)
    #expect(try grades(rules(quota(.share("1/3"))), Array(totals.prefix(9))).count { $0 == "优" } == 3)
    #expect(try grades(rules(quota(.share(1))), totals).count { $0 == "优" } == 10)
  }

  @Test("max_count, filled in rank order; who does not enter is judged for the next grade")
  func count() throws {
    #expect(try grades(rules(quota(.count(2))), ["91", "99", "95", "93", "70"]) == ["良", "优", "优", "良", "差"])
    #expect(try grades(rules(quota(.count(1), good: .count(1))), ["99", "98", "97"]) == ["优", "良", "差"])
    #expect(try grades(rules(quota(.count(0))), ["99"]) == ["良"])
  }

  @Test("the unranked are not in n")
  func unrankedAreNotCounted() throws {
    let rules = rules(quota(.share("50%"))).with { $0.vetoes = [Veto(code: "OUT", title: "", effect: .unranked)] }
    #expect(try grades(rules, ["99", "98"]) == ["优", "良"])
    #expect(try grades(rules, ["99", "98"], vetoes: [0: "OUT"]) == [nil, "良"])
  }

  @Test("those of one rank enter together; when they do not all fit: none")
  func tiesNone() throws {
    #expect(try grades(rules(quota(.count(3))), ["99", "95", "95", "94"]) == ["优", "优", "优", "良"])
    #expect(try grades(rules(quota(.count(2))), ["99", "95", "95", "94"]) == ["优", "良", "良", "良"])
  }

  @Test("all, if there is room for one; either way the grade is then closed")
  func tiesAll() throws {
    #expect(try grades(rules(quota(.count(2)), ties: .all), ["99", "95", "95", "94"]) == ["优", "优", "优", "良"])
    #expect(try grades(rules(quota(.count(1)), ties: .all), ["99", "95", "95"]) == ["优", "良", "良"])
    #expect(try grades(rules(quota(.count(1)), ties: .all), ["95", "95", "95"]) == ["优", "优", "优"])
    #expect(try grades(rules(quota(.count(0)), ties: .all), ["95", "95"]) == ["良", "良"])
  }

  @Test("with none, a closed grade takes no lower rank, though there is room")
  func closed() throws {
    #expect(try grades(rules(quota(.count(2))), ["95", "95", "95", "94"]) == ["良", "良", "良", "良"])
  }

  @Test("equal ranks of which one does not qualify: only those who qualify need room")
  func tiedButNotQualified() throws {
    let rules = rules(quota(.count(2))).with { $0.vetoes = [Veto(code: "CAP", title: "", effect: .capGrade(1))] }
    #expect(try grades(rules, ["99", "95", "95"], vetoes: [1: "CAP"]) == ["优", "良", "优"])
  }

  @Test("with_better: those in better grades count too")
  func withBetter() throws {
    let totals = ["99", "98", "97", "96", "95"]
    let apart = quota(.share("40%"), good: .share("60%"))
    #expect(try grades(rules(apart), totals) == ["优", "优", "良", "良", "良"])
    let together = quota(.share("40%"), good: .share("60%"), withBetter: true)
    #expect(try grades(rules(together), totals) == ["优", "优", "良", "差", "差"])
  }

  @Test("with_better after more entered than the better quota: no room left")
  func withBetterOverfull() throws {
    let grades = quota(.count(1), good: .count(2), withBetter: true)
    #expect(try self.grades(rules(grades, ties: .all), ["99", "99", "99", "85"]) == ["优", "优", "优", "差"])
  }

  @Test("lower_grade applies at the end and gives no place back")
  func lowerGradeKeepsThePlace() throws {
    let rules = rules(quota(.count(1), good: .count(2), withBetter: true)).with {
      $0.vetoes = [Veto(code: "LOWER", title: "", effect: .lowerGrade)]
    }
    #expect(try grades(rules, ["99", "95", "94"], vetoes: [0: "LOWER"]) == ["良", "良", "差"])
  }

  @Test("fail and cap_grade leave the place to the next")
  func vetoedLeaveThePlace() throws {
    let rules = rules(quota(.count(1))).with {
      $0.vetoes = [Veto(code: "FAIL", title: "", effect: .fail), Veto(code: "CAP", title: "", effect: .capGrade(1))]
    }
    #expect(try grades(rules, ["99", "95"], vetoes: [0: "FAIL"]) == ["差", "优"])
    #expect(try grades(rules, ["99", "95"], vetoes: [0: "CAP"]) == ["良", "优"])
  }

  @Test("each pool has its own n and its own places")
  func pools() throws {
    let rules = rules(quota(.share("50%")))
    let records = try ["区", "区", "县级市", "县级市", "开发区"].enumerated().map { position, category in
      try rules.district("d\(position)", category: category, ["A": "\(99 - position)"])
    }
    let ranking = rules.ranking(records, pools: true)
    #expect(records.map { ranking[$0.participant.code].grade } == [0, 1, 0, 1, 1])
    #expect(rules.ranking(records)["d2"].grade == 1)
  }
}
