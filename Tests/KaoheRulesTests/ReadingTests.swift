import Foundation
import KaoheScoring
import Testing

@testable import KaoheRules

/// What a rule file comes to where it is fine.
@Suite struct ReadingTests {
  @Test func defaults() throws {
    let rules = try SmallRules.raw(SmallRules.plain).read().ruleSet
    let leaf = Leaf(code: "A1", title: "一", points: Rational(10), start: .zero, cap: Rational(10), methods: [.judged])
    #expect(
      rules
        == RuleSet(
          code: "demo", title: "演示", year: 2022, points: Rational(10),
          rounding: Rounding(mode: .halfUp, totalDecimals: 2, leafDecimals: nil), ranking: .published, totalCap: nil,
          quotaTies: .none, documents: [],
          phases: [
            Phase(
              code: "", title: "", weight: .one,
              sections: [
                Section(code: "A", title: "甲", points: Rational(10), floor: nil, cap: nil, children: [.leaf(0)])
              ])
          ],
          leaves: [leaf], bonus: nil, penalty: nil, vetoes: [], grades: [], ties: []))
  }

  @Test func everythingAtTopLevel() throws {
    let rules = try SmallRules.top(
      """
      ranking: exact
      not_applicable: full
      total_cap: 10.5
      quota_ties: all
      documents: [{title: 办法, number: 〔2022〕3号, issued: 2022-02-28}, {title: 通知}]
      bonus:
        cap: 5
        per_event: highest
        groups: [{code: J1, title: 推广, cap: 3, evidence: required, levels: [{code: 省级, points: 1}]}]
      penalty: {groups: [{code: K1, title: 逾期, levels: [{code: 次, points: 0.5}]}]}
      grades:
      - {code: 优秀, min: 9, max_share: 40%, where: [{code: A, min: 8}, {code: A1, min_share: 80%}]}
      - {code: 良好, min: 8, max_count: 3, with_better: true}
      - {code: 合格}
      vetoes:
      - {code: V1, title: 甲, effect: fail}
      - {code: V2, title: 乙, effect: cap_grade, grade: 良好}
      - {code: V3, title: 丙, effect: lower_grade}
      - {code: V4, title: 丁, effect: unranked}
      - {code: V5, title: 戊, effect: zero, of: A}
      ties: [A, A1, bonus, penalty]
      """
    ).read().ruleSet
    #expect(rules.ranking == .exact)
    #expect(rules.leaves[0].notApplicable == .full)
    #expect(rules.totalCap == Rational(21, 2))
    #expect(rules.quotaTies == .all)
    #expect(rules.documents.map(\.issued) == ["2022-02-28", nil])
    #expect(rules.bonus?.perEvent == .highest)
    #expect(rules.bonus?.groups[0].evidenceRequired == true)
    #expect(rules.penalty?.perEvent == .all)
    #expect(rules.penalty?.cap == nil)
    #expect(rules.vetoes.map(\.effect) == [.fail, .capGrade(1), .lowerGrade, .unranked, .zero(of: "A")])
    #expect(rules.ties == [.node("A"), .node("A1"), .bonus, .penalty])
    #expect(rules.grades.map(\.quota) == [.share(Rational(2, 5)), .count(3), nil])
    #expect(rules.grades[0].conditions.map(\.bound) == [.points(Rational(8)), .share(Rational(4, 5))])
    #expect(rules.grades.map(\.withBetter) == [false, true, false])
  }

  @Test func phases() throws {
    let rules = try SmallRules.head(
      """
      phases:
      - {code: P, title: 平时, weight: 1/3, sections: [{code: A, title: 甲, points: 10, children: [{code: A1, title: 一, points: 10, methods: [judged]}]}]}
      - {code: Q, title: 年终, weight: 2/3, sections: [{code: B, title: 乙, points: 10, floor: -1, cap: 9, children: [{code: B1, title: 一, points: 10, methods: [judged]}]}]}
      ties: [Q]
      """
    ).read().ruleSet
    #expect(rules.phases.map(\.weight) == [Rational(1, 3), Rational(2, 3)])
    #expect(rules.sections.map(\.floor) == [nil, Rational(-1)])
    #expect(rules.sections.map(\.leaves) == [[0], [1]])
  }

  @Test func placesOfCodes() throws {
    let file = try SmallRules.leaf("methods: [{add: {items: [{code: A1-1, title: 次, points: 1}]}}]").read()
    #expect(file.place(of: "A") == Place(line: 7, column: 9))
    #expect(file.place(of: "A1") == Place(line: 11, column: 11))
    #expect(file.place(of: "A1-1") == Place(line: 14, column: 37))
    #expect(file.place(of: "A2") == nil)
  }

  /// Quoted or not, a scalar is its text.
  @Test func quotedScalarsAreRead() throws {
    let plain = try SmallRules.raw(SmallRules.plain).read()
    let quoted = try SmallRules.raw(
      SmallRules.plain.replacing("points: 10", with: "points: '10.00'").replacing("2022", with: "\"2022\"")
        .replacing("half_up", with: "'half_up'")
    ).read()
    #expect(quoted.ruleSet == plain.ruleSet)
    #expect(quoted.contentHash != plain.contentHash)
  }

  @Test(arguments: 1...8)
  func generatedCase(number: Int) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Cases/generated-\(number)/rules.yaml")
    let bytes = [UInt8](try Data(contentsOf: file))
    let rules = try RuleFile.read(bytes: bytes, file: "cases/\(number)/rules.yaml").ruleSet
    #expect(rules.code == "random-\(number)")
    #expect(rules.sections.map(\.points).sum == rules.points * Rational(rules.phases.count))
    #expect(rules.leaves.allSatisfy { !$0.methods.isEmpty })
  }
}
