import Foundation
import GRDB
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What `check` finds in the database itself.
@Suite struct DatabaseFaultTests {
  private func faults(_ change: (Store) throws -> Void) throws -> [DatabaseFault] {
    let store = try Store.withBase()
    try change(store)
    return try store.databaseFaults()
  }

  @Test func aSoundDatabaseHasNone() throws {
    #expect(try faults { _ in } == [])
    #expect(try Store.withDemo().databaseFaults() == [])
  }

  @Test(arguments: Seeds.chosen(else: 1...6)) func randomDatabasesHaveNone(seed: UInt64) throws {
    let store = try Store.inMemory()
    try store.importing(Records(files: try RandomFolder(seed: seed).files.mapValues { Array($0.utf8) }))
    #expect(try store.databaseFaults() == [])
  }

  @Test func danglingReferences() throws {
    let found = try faults {
      try $0.tamper("UPDATE pilot_enterprise SET park = 'nowhere' WHERE code = 'E1'")
    }.filter { $0.kind == .reference }
    #expect(found.map(\.place) == ["pilot_enterprise"])
    #expect(
      found.first?.why.english
        == "1 row of pilot_enterprise refers to industrial_park that is not there: pilot_enterprise E1 → industrial_park nowhere"
    )
  }

  @Test func aChangedStructure() throws {
    let found = try faults {
      try $0.executeAsOther(
        """
        CREATE TRIGGER mine AFTER INSERT ON observation BEGIN SELECT 1; END;
        CREATE VIEW my_view AS SELECT 1; CREATE TABLE my_table (a);
        DROP TRIGGER audit_district_update; DROP VIEW district_ranking; CREATE VIEW district_ranking AS SELECT 1
        """)
    }
    #expect(found.map(\.kind) == [.structure, .structure, .structure])
    #expect(found.map(\.place) == ["audit_district_update", "mine", "district_ranking"])
  }

  /// Somebody takes a trigger out, changes what it watches, and puts it back.
  @Test func changesPastTheAuditLog() throws {
    let changed = try faults {
      try $0.recording("UPDATE district SET name = '甲市' WHERE code = 'd1'")
      try $0.tamper("UPDATE district SET name = '乙市' WHERE code = 'd1'", without: "audit_district_update")
    }
    #expect(changed.map(\.kind) == [.history])
    #expect(changed.first?.why.english == "1 record of district is not what the history says: d1")

    let removed = try faults {
      try $0.recording("UPDATE district SET name = '甲市' WHERE code = 'd1'")
      try $0.recording("UPDATE district SET name = '乙市' WHERE code = 'd1'")
      try $0.tamper(
        "DELETE FROM audit_log WHERE id = (SELECT max(id) - 1 FROM audit_log)", without: "refuse_audit_log_delete")
    }
    #expect(removed.map(\.kind) == [.history])
    #expect(removed.first?.place == "audit_log")

    let posing = try faults {
      try $0.executeAsOther(
        "INSERT INTO session (id, actor, command, at) VALUES (1, '别人', 'score', '2022-01-01T00:00:00.000Z')")
    }
    #expect(posing.map(\.kind) == [.history])
  }

  /// A total, a leaf, a visit's score, an item: changed without a trace in `stale`, or left out, or made up.
  @Test(arguments: [
    ("UPDATE district_result SET total_exact = '99', total_micro = 99000000 WHERE district = 'd1'", "district_result"),
    ("UPDATE leaf_result SET score_exact = '1/3' WHERE district = 'd1' AND indicator = 'A4'", "leaf_result"),
    ("DELETE FROM section_result WHERE district = 'd1'", "section_result"),
    (
      "INSERT INTO phase_result SELECT assessment, district, 'made up', points_exact, points_micro, score_exact, "
        + "score_micro FROM phase_result WHERE district = 'd1'", "phase_result"
    ),
    ("UPDATE assessment_result SET status = iif(status = 'complete', 'provisional', 'complete')", "assessment_result"),
  ])
  func resultsThatTheRecordsDoNotGive(sql: String, table: String) throws {
    let found = try faults { store in
      try store.tamper(sql)
      try store.tamper("DELETE FROM stale")
    }
    #expect(found.map(\.kind) == [.result])
    #expect(found.first?.place == table && found.first?.assessment == "2022")
    #expect(found.first?.why.english.contains(table == "assessment_result" ? "status" : "d1") == true)
  }

  @Test func staleResultsAreSaidApart() throws {
    let found = try faults {
      try $0.executeAsOther("UPDATE observation SET value = '1' WHERE visit = 'V1' AND indicator = 'A1'")
    }
    #expect(found.map(\.kind) == [.stale])
  }

  /// Of the scores of a visit, which are stored together, those that differ are named.
  @Test func scoresOfOneVisit() throws {
    let found = try faults { store in
      try store.tamper("UPDATE scored_visit SET scores = replace(scores, '\"A4\":', '\"B4\":') WHERE visit = 'V1'")
      try store.tamper("DELETE FROM stale")
    }
    #expect(found.map(\.place) == ["scored_visit"])
    #expect(found.first?.why.english.contains("A4 NULL, should be ") == true, "\(found)")
    #expect(found.first?.why.english.contains(", B4 ") == true)
  }

  @Test func onlyTheFirstRowsAreNamed() throws {
    let found = try faults { store in
      try store.tamper("UPDATE leaf_result SET lost_micro = -1 WHERE lost_micro IS NOT NULL")
      try store.tamper("DELETE FROM stale")
    }
    let why = try #require(found.first?.why.english)
    #expect(found.count == 1 && why.hasSuffix(" …") && why.split(separator: ";").count == ResultCheck.limit, "\(found)")
  }

  @Test func theComparisonOnlyReads() throws {
    let store = try Store.withBase()
    let before = try store.contents()
    let changes = try store.read { $0.totalChangesCount }
    #expect(try store.differences(in: "2022").count == 0)
    #expect(try store.read { $0.totalChangesCount } == changes)
    expectSame(try store.contents(), before)
  }

  @Test func whatIsLeftOfADamagedFileIsLookedAt() throws {
    try withTemporaryFolder { folder in
      try Store.base(at: folder.file("a.db")).queue.close()
      let pages = try folder.bytes("a.db").count / 4096
      var found = 0
      for page in stride(from: 2, through: pages, by: max(1, pages / 12)) {
        try withTemporaryFolder { other in
          try other.write(folder.bytes("a.db"), to: "a.db")
          try other.damage("a.db", page: page)
          // A page of the schema itself: nothing can be said of the rest.
          guard let store = try? Store.open(other.file("a.db")) else { return }
          let faults = try store.databaseFaults()
          if faults.contains(where: { $0.kind == .damage }) { found += 1 }
        }
      }
      #expect(found > 8)
    }
  }
}
