import GRDB
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// At a draft triggers stand aside, and where answer follows answer identities are reserved: nobody can tell.
@Suite struct AnswerAfterAnswerTests {
  private static let person = Session(actor: "S1", command: "record")

  private func withTwoConnections(_ body: (Store, Store) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let store = try Store.prepare(folder.file("a.db")).store
      try store.importing(.base)
      try body(store, try Store.open(folder.file("a.db")))
    }
  }

  private func answer(_ value: Int) -> Answer { Answer(indicator: "A4", value: "\(value)/60") }

  /// Identities and moments differ from run to run, and the clock may be ahead.
  private func told(_ store: Store) throws -> [String: [String]] {
    var contents = try store.contents()
    contents["observation_clock"] = nil
    let order = "ORDER BY visit, indicator, item, scorer, id"
    contents["observation"] = try store.rows(
      "SELECT visit, indicator, item, scorer, value, reason, recorded_by FROM observation \(order)")
    contents["observation_evidence"] = try store.rows(
      "SELECT visit, indicator, item, scorer, evidence FROM observation_evidence \(order), evidence")
    contents["recusal_override"] = try store.rows(
      "SELECT visit, indicator, scorer, inspector, reason FROM recusal_override")
    contents["supersession"] = try store.rows(
      """
      SELECT s.visit, s.indicator, s.item, s.scorer, o.value, n.value, s.reason, s.recorded_by
      FROM supersession AS s
      JOIN observation AS o ON (o.visit, o.indicator, o.item, o.scorer, o.id)
        = (s.visit, s.indicator, s.item, s.scorer, s.superseded)
      JOIN observation AS n ON (n.visit, n.indicator, n.item, n.scorer, n.id)
        = (s.visit, s.indicator, s.item, s.scorer, s.by)
      ORDER BY s.visit, s.indicator, s.item, s.scorer, s.superseded, s.by
      """)
    return contents
  }

  private static let answers = [
    Answer(indicator: "A4", value: "45/60"), Answer(indicator: "A4", value: "50/60", evidence: ["EV1"]),
    Answer(indicator: "A1", item: "A1-1", value: "1", reason: "缺会议", evidence: ["EV1"]),
    Answer(indicator: "A1", item: "A1-1", value: "2", reason: "缺会议"), Answer(indicator: "A1", value: "无"),
    Answer(indicator: "A6", scorer: "S2", value: "3"), Answer(indicator: "A4", value: "-"),
    Answer(indicator: "A6", scorer: "S3", value: "4", override: "只有一人在场"),
    Answer(indicator: "A1", item: "A1-1", value: "1", reason: "缺会议"),
  ]

  /// The same answers, each by a recording of its own, while a trigger of somebody's makes all of them run.
  @Test func theSameIsStoredAsWithTriggers() throws {
    let base = try Store.withBase()
    let one = try Store.withBase()
    try base.executeAsOther("CREATE TRIGGER others AFTER INSERT ON observation BEGIN SELECT 1; END")
    let recording = try VisitRecording(one, visit: "V6", session: Self.person)
    for answer in Self.answers {
      _ = try recording.record(answer)
      _ = try VisitRecording(base, visit: "V6", session: Self.person).record(answer)
    }
    let (found, expected) = (try told(one), try told(base))
    for table in expected.keys where table != "audit_log" { #expect(found[table] == expected[table], "\(table)") }
    let logged = "SELECT actor, command, table_name, action FROM audit_log ORDER BY id"
    #expect(try one.rows(logged) == base.rows(logged))
  }

  /// An answer writes its own page, and neither the clock's nor the session's.
  @Test func anAnswerWritesNothingBesideItself() throws {
    try withTwoConnections { store, other in
      let recording = try VisitRecording(store, visit: "V6", session: Self.person)
      for value in 1...3 { _ = try recording.record(answer(value)) }
      let clock = try other.rows("SELECT last FROM observation_clock")
      _ = try recording.record(answer(4))
      #expect(try other.rows("SELECT last FROM observation_clock") == clock)
      #expect(try other.rows("SELECT max(id) <= last FROM observation, observation_clock") == ["1"])
    }
  }

  /// Two that take turns give each identity once, each later than all before.
  @Test func identitiesRiseWhoeverRecords() throws {
    try withTwoConnections { store, other in
      var random = SeededGenerator(seed: 5)
      let recordings = try [store, other].map { try VisitRecording($0, visit: "V6", session: Self.person) }
      var last: Int64 = 0
      for value in 1...60 {
        let receipt = try recordings[random.oneIn(4) ? 1 : 0].record(answer(value))
        let id = try #require(receipt.changes.first?.id)
        #expect(id > last)
        last = id
        #expect(try other.rows("SELECT \(id) <= last FROM observation_clock") == ["1"])
      }
      #expect(try other.conflicts().isEmpty)
    }
  }

  @Test func whatOthersWriteMeanwhileIsLogged() throws {
    try withTwoConnections { store, other in
      let recording = try VisitRecording(store, visit: "V6", session: Self.person)
      for value in 1...3 { _ = try recording.record(answer(value)) }
      let foreign = """
        INSERT INTO observation (visit, indicator, item, scorer, id, value, recorded_at, recorded_by)
        SELECT 'V6', 'A3', '', '', max(id) + 1, '45/60', '2022-06-01T00:00:00.000Z', '外人' FROM observation
        """
      try other.executeAsOther(foreign)
      _ = try recording.record(answer(4))
      #expect(
        try store.rows("SELECT actor, action FROM audit_log WHERE table_name = 'observation' AND command IS NULL")
          == ["external | insert"])
      // Nor is what the same connection writes next.
      _ = try recording.record(answer(5))
      _ = try store.take(.cancel, ["V6"], reason: "未成行", session: Session(actor: "办公室", command: "visit cancel"))
      #expect(
        try store.rows("SELECT actor, action FROM audit_log WHERE table_name = 'visit' AND record = 'V6'").last
          == "办公室 | update")
    }
  }

  /// Somebody's own trigger runs for every answer.
  @Test func triggersOfOthersRun() throws {
    try withTwoConnections { store, other in
      let recording = try VisitRecording(store, visit: "V6", session: Self.person)
      for value in 1...3 { _ = try recording.record(answer(value)) }
      try other.executeAsOther(
        """
        CREATE TABLE seen (value TEXT);
        CREATE TRIGGER look AFTER INSERT ON observation BEGIN INSERT INTO seen VALUES (NEW.value); END
        """)
      for value in 4...6 { _ = try recording.record(answer(value)) }
      #expect(try other.rows("SELECT value FROM seen") == ["4/60", "5/60", "6/60"])
    }
  }
}
