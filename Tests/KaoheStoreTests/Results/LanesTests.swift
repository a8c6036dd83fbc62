import GRDB
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What several connections read, appraise and compare is what the one does that writes.
@Suite struct LanesTests {
  private struct Refused: Error {}

  /// `KAOHE_SEEDS=1-500` tries as many assessments.
  @Test(arguments: Seeds.chosen(else: 1...4))
  func lanesGiveTheSame(seed: UInt64) throws {
    var changes = try RandomChanges(seed: seed)
    for _ in 0..<6 { _ = try changes.change() }
    try changes.store.inFile { store in
      try store.recording(
        """
        UPDATE scored_visit SET scores = '{}' WHERE rowid % 3 = 0;
        DELETE FROM scored_visit WHERE rowid % 5 = 0;
        INSERT INTO scored_subject SELECT assessment, district, 'park:?', '{}' FROM district_appraisal;
        UPDATE district_appraisal SET outcomes = '?'
        """)
      for code in try store.assessments() {
        try store.write(Store.tester) { database in
          let recomputation = try Recomputation(database, assessment: code, isFirst: true)
          let participants = recomputation.assessment.participants
          let comparison = try DistrictComparison(database, assessment: code)
          var expected: [String] = []
          try recomputation.appraiseHere(participants) { expected.append(try comparison.compare($0).text) }
          for (count, size) in [(2, 1), (3, 1), (2, 2)] where participants.count > size {
            let lanes = try #require(try Lanes(recomputation, participants, count: count, pieceSize: size))
            var found: [String] = []
            try lanes.each { found.append($0.text) }
            #expect(found == expected, "\(count) lanes of \(size)")
          }
        }
        // With as many districts as are worth it.
        try store.recompute(code, session: Store.tester)
        #expect(try store.differences(in: code).count == 0)
      }
    }
  }

  /// A transaction whose results the lanes compared leaves what one leaves that compares them itself.
  @Test func whatLanesFindIsWritten() throws {
    try Store.withDemo().inFile { store in
      let before = try store.results()
      try store.recording("DELETE FROM scored_visit; DELETE FROM item_score; DELETE FROM district_appraisal")
      try store.write(Store.tester) { database in
        let recomputation = try Recomputation(database, assessment: "2022", isFirst: true)
        let writer = try ResultWriter(recomputation)
        let lanes = try #require(
          try Lanes(recomputation, recomputation.assessment.participants, count: 2, pieceSize: 1))
        try lanes.each { try writer.write($0) }
      }
      try store.recompute("2021", session: Store.tester)
      #expect(try store.results() == before)
    }
  }

  @Test func whatTheCallerThrowsEndsThem() throws {
    try Store.withDemo().inFile { store in
      let before = try store.contents()
      var taken = 0
      #expect(throws: Refused.self) {
        try store.write(Store.tester) { database in
          let recomputation = try Recomputation(database, assessment: "2022", isFirst: true)
          try database.execute(sql: "DELETE FROM leaf_result")
          let lanes = try #require(
            try Lanes(recomputation, recomputation.assessment.participants, count: 2, pieceSize: 1))
          try lanes.each { _ in
            taken += 1
            if taken == 3 { throw Refused() }
          }
        }
      }
      #expect(taken == 3)
      #expect(try store.contents() == before)
    }
  }

  @Test func whatALaneCanNotReadEndsThem() throws {
    try Store.withDemo().inFile { store in
      try store.executeAsOther("PRAGMA foreign_keys = OFF; ALTER TABLE observation_evidence RENAME COLUMN id TO other")
      let before = try store.contents()
      #expect(throws: (any Error).self) {
        try store.write(Store.tester) { database in
          let recomputation = try Recomputation(database, assessment: "2022", isFirst: true)
          try database.execute(sql: "DELETE FROM leaf_result")
          let lanes = try #require(
            try Lanes(recomputation, recomputation.assessment.participants, count: 2, pieceSize: 1))
          try lanes.each { _ in }
        }
      }
      #expect(try store.contents() == before)
    }
  }

  @Test func whatAnotherProgramCommittedIsSeen() throws {
    try Store.withDemo().inFile { store in
      let other = try Store.connect(store.path)
      try other.executeAsOther("UPDATE adjustment SET count = count + 1")
      try other.executeAsOther("UPDATE observation SET value = '0' WHERE value IN ('1', '2', '3')")
      try store.recompute("2022", session: Store.tester)
      #expect(try store.differences(in: "2022").count == 0)
      #expect(try store.rows("SELECT * FROM stale WHERE assessment = '2022'") == [])
    }
  }

  @Test func oneConnectionHasToDoWhereOthersCanNotReadBesideIt() throws {
    func lanes(_ store: Store) throws -> Bool {
      try store.write(Store.tester) { database in
        let recomputation = try Recomputation(database, assessment: "2022", isFirst: true)
        let participants = recomputation.assessment.participants
        guard let lanes = try Lanes(recomputation, participants, count: 2, pieceSize: 1) else { return false }
        try lanes.each { _ in }
        return true
      }
    }
    #expect(try !lanes(Store.withDemo()))
    try Store.withDemo().inFile { store in
      #expect(try lanes(store))
      // Nobody keeps others from committing here.
      try store.read { database in
        let recomputation = try Recomputation(database, assessment: "2022", isFirst: true)
        #expect(try Lanes(recomputation, recomputation.assessment.participants, count: 2, pieceSize: 1) == nil)
      }
      try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      #expect(try !lanes(store))
      try store.recording("DELETE FROM scored_visit")
      try store.recompute("2022", session: Store.tester)
      #expect(try store.differences(in: "2022").count == 0)
    }
  }
}

extension Store {
  /// A copy in a file, as others read it.
  fileprivate func inFile(_ body: (Store) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let store = try Store.connect(folder.file("a.db"))
      try queue.backup(to: store.queue)
      try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try body(store)
    }
  }

  fileprivate func results() throws -> [String: [String]] {
    let names = DerivedTable.ofRecords.map(\.name)
    return try contents().filter { names.contains($0.key) }.mapValues { $0.sorted() }
  }
}

extension ComparedDistrict {
  fileprivate var text: String {
    let changes = changes.map { change in
      change.map { change in
        let rows = change.missing.map { row in
          (0..<change.rows.width).map { change.rows.text(row * change.rows.width + $0) ?? "NULL" }
        }
        return "\(rows) \(change.gone)"
      }
    }
    return "\(appraisal) \(changes)"
  }
}
