import KaoheScoring
import Testing

@testable import KaoheRules

/// Every mistake that a rule file can have, with every word that is said about it, in both languages.
@Suite struct ProblemTests {
  @Test(arguments: ProblemFixture.all)
  func message(of fixture: ProblemFixture) {
    let messages = fixture.rules.messages(.chinese) + "\n" + fixture.rules.messages(.english)
    #expect(messages == fixture.messages)
  }

  /// No mistake sets off a second message, so that each fixture has the one code that it is about.
  @Test(arguments: ProblemFixture.all)
  func code(of fixture: ProblemFixture) {
    #expect(throws: InputProblems.self) { try fixture.rules.read() }
    do throws(InputProblems) {
      _ = try fixture.rules.read()
    } catch {
      #expect(error.problems.map(\.code) == [fixture.code.rawValue])
    }
  }

  @Test func everyCodeHasAFixture() {
    let shown = Set(ProblemFixture.all.map(\.code)).union(ByteTests.codes)
    #expect(Set(ProblemCode.allCases).subtracting(shown).isEmpty)
  }

  @Test func allProblemsAreReportedAtOnce() {
    let rules = SmallRules.head(
      """
      sections:
      - code: A
        title: 甲
        points: 十
        children:
        - code: A1
          titel: 一
          points: 5
          methods:
          - deduct: {items: [{code: A1, title: 缺, points: -1}]}
        - {code: A2, title: 二, points: 6, methods: [judge]}
      ties: [A, bonsu]
      grades: [{code: 优秀, min: 90%, max_share: 140%}, {code: 优秀}]
      """)
    #expect(
      rules.messages() == """
        rules.yaml:9: 11: `points` is `十`: not a number: write 0.85, 85% or 45/60
        rules.yaml:12: 5: a leaf has no key `titel`; did you mean `title`?
        rules.yaml:15: 31: the code `A1` is taken by a leaf in line 11
        rules.yaml:15: 53: `points` must not be negative, and is `-1`
        rules.yaml:16: 47: there is no method `judge`; did you mean `judged`?
        rules.yaml:17: 11: there is no code `bonsu`; expected a top-level section, a leaf or a phase; did you mean `bonus`?
        rules.yaml:18: 42: `max_share` must lie between 0 and 1 (100%), and is `140%`
        rules.yaml:18: 56: the code `优秀` is in this list already, in line 18
        """)
  }

  /// What cannot be read says so once; sums, references and examples that depend on it stay silent.
  @Test(arguments: [
    ("points: 10\n  children", "points: ten\n  children"),
    ("    points: 10\n", "    points: ten\n"),
    ("code: A1\n", "code: bonus\n"),
    (
      "methods: [judged]",
      "methods: [judgment]\n    scorers: trimmed_mean\n    examples: [{rows: [{value: 3}], score: 4}]"
    ),
    ("methods: [judged]", "methods: [ratio]\n    cap: ten\n    start: 12"),
    ("methods: [judged]", "methods: [{ratio: {over: uncapped}}]\n    cap: 1O"),
    ("methods: [judged]", "methods: [{deduct: {items: []}}, {levels: {levels: [{code: 优, share: 1}]}}]\n    floor: -1"),
    ("methods: [judged]", "methods: [{steps: {from: peer-mean, step: 1, points: -1, side: above}}]\n    scope: park"),
    ("methods: [judged]", "methods: [judged, {add: {items: [{code: B, title: 次, points: 1}]}}]\n    repeat: yearly"),
    ("sections:", "setcions:"),
    ("children:", "childrens:"),
  ])
  func oneMistakeMakesOneMessage(old: String, new: String) {
    let rules = SmallRules(text: SmallRules.with(old, new).text + "ties: [A1]\n")
    #expect(rules.messages().split(separator: "\n").count == 1, "\(rules.messages())")
  }
}
