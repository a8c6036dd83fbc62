import KaoheFixtures
import KaoheReports
import KaoheStore
import KaoheTestSupport
import Testing

@testable import KaoheCommands

/// A person who answers at a terminal, line by line.
@Suite struct RecordingSessionTests {
  private struct Typed: LineSource {
    var lines: [String]
    /// What was asked before each line.
    var prompts: [String] = []

    mutating func next(prompt: String) -> InputLine? {
      prompts.append(prompt)
      return lines.isEmpty ? nil : .text(lines.removeFirst())
    }
  }

  /// What a draft at the base district holds after the lines: `leaf item value reason`.
  private func stored(_ lines: String..., interactive: Bool = true) throws -> [String] {
    try withTemporaryFolder { folder in
      for (name, text) in Self.files { try folder.write(Array(text.utf8), to: name) }
      let store = try Store.prepare(folder.file("a.db")).store
      let session = Session(actor: "P1", command: "record")
      _ = try store.importFolder(folder.path, session: session)
      let recording = try VisitRecording(store, visit: "V1", session: session)
      var sitting = try RecordingSession(
        recording, lines: Typed(lines: lines), isInteractive: interactive,
        options: try GlobalOptions.parse(["--lang", "zh"]), override: "", text: RecordingText(language: .chinese),
        output: { _ in }, problems: { _ in })
      try sitting.run(from: nil)
      return try store.sheet(of: "V1").entries.flatMap { entry in
        entry.rows.map { "\(entry.leaf.code) \($0.item) \($0.value) \($0.reason)" }
      }
    }
  }

  private static let files = [
    (
      "rules.yaml",
      """
      rule_set: sitting
      title: 三项
      year: 2022
      points: 15
      rounding: {mode: half_up, total_decimals: 2}
      sections:
      - code: A
        title: 部分
        points: 15
        children:
        - {code: A1, title: 扣分, points: 5, methods: [{deduct: {items: [{code: A1-1, title: 缺会议, points: 1}, {code: A1-2, title: 迟报, points: 1}]}}]}
        - {code: A2, title: 加分, points: 5, methods: [{add: {items: [{code: A2-1, title: 活动, points: 1}]}}]}
        - {code: A3, title: 比率, points: 5, methods: [ratio]}

      """
    ),
    ("districts.csv", "code,name,category\nd1,甲区,区\n"), ("groups.csv", "code,name,leader\nG1,第一组,P1\n"),
    ("inspectors.csv", "code,name,organisation,group\nP1,张三,市总工会,G1\n"),
    ("assessments.csv", "assessment,title,rule_set\n2022,年度考核,sitting\n"),
    ("visits.csv", "visit,assessment,group,subject,date,status\nV1,2022,G1,district:d1,2022-06-01,draft\n"),
  ]

  @Test func aReasonIsAskedFor() throws {
    #expect(try stored("1=2", "缺两次 @X", "", "2") == [])
    #expect(try stored("1=2", "缺两次") == ["A1 A1-1 2 缺两次"])
    #expect(try stored("1=2", "") == [])
  }

  @Test func aWordWhereAReasonIsAskedIsAWord() throws {
    #expect(try stored("1=2", ":q", "1=1；不再读") == [])
    #expect(try stored("1=2", ":A3", "1/2") == ["A3  1/2 "])
  }

  @Test func whatIsCompleteIsLeft() throws {
    #expect(try stored("无", "1=3", "1/2") == ["A1  无 ", "A2 A2-1 3 ", "A3  1/2 "])
    #expect(try stored("1=1；少", "2=0", "1=3") == ["A1 A1-1 1 少", "A1 A1-2 0 ", "A2 A2-1 3 "])
  }

  @Test func undoneAndSkipped() throws {
    #expect(try stored("", "1=3", "1/2", ":u", ":u") == [])
    #expect(try stored(":A3 1/2", "1=5", ":b", "3/4") == ["A3  3/4 "])
  }

  /// What was stored before must not lead an answer to another leaf.
  @Test func inAFileLinesGoWithLeaves() throws {
    #expect(
      try stored("2=0", "1=0", "1=0", "", "1=5", interactive: false) == ["A1 A1-1 0 ", "A1 A1-2 0 ", "A2 A2-1 5 "])
    // Refused, but it was for the third leaf.
    #expect(try stored("无", "无", "九成", "1/2", interactive: false) == ["A1  无 ", "A2  无 "])
    // No reason is read from the next line.
    #expect(try stored("1=2", "", "1=5", interactive: false) == ["A2 A2-1 5 "])
  }

  @Test func inAFileNothingIsRecordedAfterAJumpThatFailed() throws {
    #expect(try stored(":A9", "无", ":A2", "1=1", interactive: false) == ["A2 A2-1 1 "])
    #expect(try stored(":A9 无", "无", interactive: false) == [])
  }
}
