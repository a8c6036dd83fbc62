import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What a recording has on hand between two answers is what the database holds.
@Suite struct VisitOnHandTests {
  private static let person = Session(actor: "S1", command: "record")

  /// A file with the base folder in it, and two connections to it.
  private func withTwoConnections(_ body: (Store, Store) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let store = try Store.prepare(folder.file("a.db")).store
      try store.importing(.base)
      try body(store, try Store.open(folder.file("a.db")))
    }
  }

  private static let answers = [
    Answer(indicator: "A4", value: "45/60"), Answer(indicator: "A4", value: "50/60", evidence: ["EV1"]),
    Answer(indicator: "A4", value: "-"), Answer(indicator: "A4", value: "50/60", reason: "抽查"),
    Answer(indicator: "A1", item: "A1-1", value: "1", reason: "缺会议", evidence: ["EV1"]),
    Answer(indicator: "A1", item: "A1-1", value: "2", reason: "缺会议"), Answer(indicator: "A1", item: "A1-1", value: "-"),
    Answer(indicator: "A1", value: "无"), Answer(indicator: "A1", value: "n/a", reason: "不考核"),
    Answer(indicator: "A6", scorer: "S2", value: "3"), Answer(indicator: "A6", scorer: "S1", value: "4"),
    Answer(indicator: "A6", value: "4"), Answer(indicator: "A6", value: "-"), Answer(indicator: "A9", value: "3"),
    Answer(indicator: "A6", scorer: "S3", value: "4", override: "只有一人在场"), Answer(indicator: "A9", value: "x"),
  ]

  @Test(arguments: Seeds.chosen(else: 1...4))
  func receiptsSayWhatIsStored(seed: UInt64) throws {
    try withTwoConnections { store, other in
      var random = SeededGenerator(seed: seed)
      let recording = try VisitRecording(store, visit: "V6", session: Self.person)
      let beside = try VisitRecording(store, visit: "V6", session: Self.person)
      let elsewhere = try VisitRecording(other, visit: "V6", session: Session(actor: "S2", command: "record"))
      for _ in 1...60 {
        // Now and then the same connection, or another, writes between two answers.
        let writer = random.oneIn(4) ? elsewhere : random.oneIn(6) ? beside : recording
        let receipt: Receipt
        do {
          receipt = try writer.record(random.pick(Self.answers))
        } catch is ChangeRefused {
          continue
        }
        let stored = try other.sheet(of: "V6")
        expectSame(receipt.sheet, stored)
        #expect(receipt.entry.rows == stored.entry(of: receipt.entry.leaf.code)?.rows)
        #expect(receipt.sum == stored.sum)
        if random.oneIn(8), !receipt.changes.isEmpty {
          expectSame(try writer.undo(receipt).sheet, try other.sheet(of: "V6"))
        }
      }
      // Nothing is live twice, and who wrote is known of every row.
      #expect(try store.conflicts().isEmpty)
      #expect(try store.rows("SELECT count(*) FROM session") == ["0"])
      let foreign = "SELECT count(*) FROM audit_log WHERE table_name = 'observation' AND actor = 'external'"
      #expect(try store.rows(foreign) == ["0"])
    }
  }

  private func expectSame(_ sheet: ScoringSheet, _ stored: ScoringSheet) {
    #expect(sheet.head == stored.head)
    #expect(sheet.inspectors == stored.inspectors)
    #expect(sheet.entries.map(\.rows) == stored.entries.map(\.rows))
    #expect(sheet.entries.map(\.leaf.code) == stored.entries.map(\.leaf.code))
  }

  @Test func anotherConnectionRecordsTheSameCell() throws {
    try withTwoConnections { store, other in
      let recording = try VisitRecording(store, visit: "V6", session: Self.person)
      let elsewhere = try VisitRecording(other, visit: "V6", session: Session(actor: "S2", command: "record"))
      _ = try recording.record(Answer(indicator: "A4", value: "45/60"))
      _ = try elsewhere.record(Answer(indicator: "A4", value: "46/60"))
      let receipt = try recording.record(Answer(indicator: "A4", value: "47/60"))
      #expect(receipt.changes.first?.previous?.value == "46/60")
      #expect(try store.rows("SELECT value FROM current_observation WHERE visit = 'V6'") == ["47/60"])
      // What stands there already is known, though this recording never wrote it.
      _ = try elsewhere.record(Answer(indicator: "A4", value: "48/60"))
      #expect(try recording.record(Answer(indicator: "A4", value: "48/60")).changes.isEmpty)
    }
  }

  @Test func anotherConnectionTakesTheVisitAway() throws {
    try withTwoConnections { store, other in
      let recording = try VisitRecording(store, visit: "V6", session: Self.person)
      _ = try recording.record(Answer(indicator: "A4", value: "45/60"))
      _ = try other.take(.cancel, ["V6"], reason: "未成行", session: Session(actor: "办公室", command: "visit cancel"))
      let error = #expect(throws: ChangeRefused.self) {
        _ = try recording.record(Answer(indicator: "A4", value: "46/60"))
      }
      #expect(error?.reasons.map(\.code) == ["closed-visit"])
      #expect(try store.rows("SELECT value FROM observation WHERE visit = 'V6'") == ["45/60"])
    }
  }

  @Test func thisConnectionTakesTheVisitAway() throws {
    let store = try Store.withBase()
    let recording = try VisitRecording(store, visit: "V6", session: Self.person)
    _ = try recording.record(Answer(indicator: "A4", value: "45/60"))
    _ = try store.take(.cancel, ["V6"], reason: "未成行", session: Session(actor: "办公室", command: "visit cancel"))
    #expect(throws: ChangeRefused.self) { _ = try recording.record(Answer(indicator: "A4", value: "46/60")) }
  }

  @Test func aRosterThatIsCorrectedIsRead() throws {
    try withTwoConnections { store, other in
      let recording = try VisitRecording(store, visit: "V6", session: Self.person)
      _ = try recording.record(Answer(indicator: "A6", scorer: "S2", value: "3"))
      let district = try other.sheet(of: "V6").head.district
      try other.queue.write { database in
        try database.execute(
          sql: "UPDATE inspector SET district = ? WHERE code = 'S2'", arguments: [district])
      }
      let error = #expect(throws: ChangeRefused.self) {
        _ = try recording.record(Answer(indicator: "A6", scorer: "S2", value: "4"))
      }
      #expect(error?.reasons.map(\.code) == ["recusal"])
    }
  }

  /// A transaction that fails leaves nothing behind, and the next answer is recorded.
  @Test func aFailedTransactionIsForgotten() throws {
    try withTwoConnections { store, other in
      let recording = try VisitRecording(store, visit: "V6", session: Self.person)
      _ = try recording.record(Answer(indicator: "A4", value: "45/60"))
      try other.queue.write { database in
        try database.execute(
          sql: """
            CREATE TRIGGER stop BEFORE UPDATE ON observation_clock BEGIN SELECT RAISE(ABORT, 'stopped'); END
            """)
      }
      #expect(throws: StoreError.self) { _ = try recording.record(Answer(indicator: "A4", value: "46/60")) }
      #expect(try other.rows("SELECT value FROM observation WHERE visit = 'V6'") == ["45/60"])
      try other.queue.write { try $0.execute(sql: "DROP TRIGGER stop") }
      let receipt = try recording.record(Answer(indicator: "A4", value: "46/60"))
      #expect(receipt.changes.first?.previous?.value == "45/60")
      #expect(try store.rows("SELECT value FROM current_observation WHERE visit = 'V6'") == ["46/60"])
    }
  }
}
