import KaoheScoring
import Testing

@testable import KaoheStore

/// Answers that are recorded one by one.
@Suite struct RecordingTests {
  private static let person = Session(actor: "S1", command: "record")

  private func recording(_ store: Store, _ visit: String = "V6", as session: Session = person) throws -> VisitRecording
  {
    try VisitRecording(store, visit: visit, session: session)
  }

  private let observations = """
    SELECT indicator, item, scorer, value, reason, recorded_by FROM current_observation WHERE visit = 'V6' ORDER BY id
    """

  @Test func anAnswerShowsWhatItDoes() throws {
    let store = try Store.withBase()
    let recording = try recording(store)
    let first = try recording.record(
      Answer(indicator: "A1", item: "A1-1", value: "2", reason: "缺会议", evidence: ["EV1"]))
    #expect(first.entry.preview.outcome == .score(Rational(3)))
    #expect(first.sum == ScoringSheet.Sum(score: Rational(3), points: Rational(5), recorded: 1, leaves: 9))
    let second = try recording.record(Answer(indicator: "A4", value: "45/60"))
    #expect(second.sum.score == Rational(27, 4))
    #expect(second.sum.recorded == 2)
    #expect(try store.rows(observations) == ["A1 | A1-1 |  | 2 | 缺会议 | S1", "A4 |  |  | 45/60 |  | S1"])
    #expect(try store.rows("SELECT evidence FROM observation_evidence WHERE visit = 'V6'") == ["EV1"])
    // A draft changes no result.
    #expect(try store.rows("SELECT * FROM stale") == [])
  }

  @Test func aSecondAnswerSupersedes() throws {
    let store = try Store.withBase()
    let recording = try recording(store)
    _ = try recording.record(Answer(indicator: "A4", value: "45/60"))
    let same = try recording.record(Answer(indicator: "A4", value: "45/60"))
    #expect(same.changes.isEmpty)
    let other = try recording.record(Answer(indicator: "A4", value: "50/60"))
    #expect(other.changes.first?.previous?.value == "45/60")
    let gone = try recording.record(Answer(indicator: "A4", value: "-"))
    #expect(gone.entry.rows.isEmpty)
    #expect(try store.rows("SELECT count(*) FROM observation WHERE visit = 'V6'") == ["3"])
    #expect(try store.rows("SELECT count(*) FROM supersession WHERE visit = 'V6'") == ["2"])
    #expect(try store.rows(observations) == [])
  }

  @Test func theSameValueAgainKeepsItsReason() throws {
    let store = try Store.withBase()
    let recording = try recording(store)
    _ = try recording.record(Answer(indicator: "A4", value: "45/60", reason: "抽查", evidence: ["EV1"]))
    #expect(try recording.record(Answer(indicator: "A4", value: "45/60")).changes.isEmpty)
    let other = try recording.record(Answer(indicator: "A4", value: "45/60", reason: "全查"))
    #expect(other.changes.count == 1)
    #expect(try store.rows(observations) == ["A4 |  |  | 45/60 | 全查 | S1"])
  }

  @Test func whatCanNotStandBesideAnAnswerIsWithdrawn() throws {
    let store = try Store.withBase()
    let recording = try recording(store)
    _ = try recording.record(Answer(indicator: "A1", value: "无"))
    let found = try recording.record(Answer(indicator: "A1", item: "A1-1", value: "1", reason: "缺会议"))
    #expect(found.withdrawn.map(\.value) == ["无"])
    let none = try recording.record(Answer(indicator: "A1", value: "n/a", reason: "不考核"))
    #expect(none.withdrawn.map(\.item) == ["A1-1"])
    #expect(try store.rows(observations) == ["A1 |  |  | n/a | 不考核 | S1"])
    let undone = try recording.undo(none)
    #expect(undone.entry.rows.map(\.item) == ["A1-1"])
    #expect(try store.rows(observations) == ["A1 | A1-1 |  | 1 | 缺会议 | S1"])
  }

  @Test func undoGivesBackWhatWasThere() throws {
    let store = try Store.withBase()
    let recording = try recording(store)
    let first = try recording.record(Answer(indicator: "A4", value: "45/60", reason: "抽查", evidence: ["EV1"]))
    let second = try recording.record(Answer(indicator: "A4", value: "50/60"))
    let undone = try recording.undo(second)
    #expect(undone.entry.rows.map(\.value) == ["45/60"])
    #expect(undone.entry.rows.map(\.evidence) == [["EV1"]])
    // The first receipt speaks of an observation that is no longer live.
    let refused = #expect(throws: ChangeRefused.self) { _ = try recording.undo(first) }
    #expect(refused?.text(in: .chinese) == "A4 后来又改过，不能撤销；直接重新填写")
    #expect(refused?.text(in: .english) == "A4 was changed since; it can't be undone; record it anew")
    #expect(try store.rows("SELECT reason FROM supersession WHERE visit = 'V6' ORDER BY by") == ["", "撤销 undo"])
  }

  @Test func severalScore() throws {
    let store = try Store.withBase()
    let recording = try recording(store)
    _ = try recording.record(Answer(indicator: "A6", scorer: "S1", value: "4"))
    let second = try recording.record(Answer(indicator: "A6", scorer: "S2", value: "3"))
    #expect(second.entry.preview.outcome == .score(Rational(7, 2)))
  }

  @Test func anOverrideIsKept() throws {
    let store = try Store.withBase()
    let recording = try recording(store, as: Session(actor: "S3", command: "record"))
    _ = try recording.record(Answer(indicator: "A6", scorer: "S3", value: "4", override: "只有一人在场"))
    #expect(
      try store.rows("SELECT indicator, scorer, inspector, reason FROM recusal_override") == ["A6 | S3 | S3 | 只有一人在场"])
    // Nobody else needs it.
    _ = try self.recording(store).record(Answer(indicator: "A6", scorer: "S1", value: "4", override: "多余"))
    #expect(try store.rows("SELECT count(*) FROM recusal_override") == ["1"])
  }

  @Test func scoresOfOneVisitAreNotThoseOfAnother() throws {
    let store = try Store.withBase()
    let pooled = try recording(store, "V5").record(Answer(indicator: "B1", value: "9/10"))
    #expect(pooled.entry.preview.outcome == .score(Rational(9)))
    // It is scored together with other visits, and so is no part of this one's sum.
    #expect(pooled.sum.points == .zero)
    let peer = try recording(store).record(Answer(indicator: "A9", value: "3"))
    #expect(peer.entry.preview.outcome == .measure(Rational(3)))
    #expect(peer.sum.points == .zero)
  }

  @Test func textsAreComposed() throws {
    let store = try Store.withBase()
    _ = try recording(store).record(Answer(indicator: "A1", item: "A1-1", value: "1", reason: "Cafe\u{301}"))
    #expect(try store.rows("SELECT reason = 'Café' FROM observation WHERE visit = 'V6'") == ["1"])
  }
}
