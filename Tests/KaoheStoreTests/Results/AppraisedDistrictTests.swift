import GRDB
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What two threads make of the records is what one makes of them, district by district.
@Suite struct AppraisedDistrictTests {
  private struct Refused: Error {}

  /// `KAOHE_SEEDS=1-500` tries as many assessments.
  @Test(arguments: Seeds.chosen(else: 1...6))
  func batchesOfAnySizeGiveTheSame(seed: UInt64) throws {
    let store = try RandomChanges(seed: seed).store
    for code in try store.assessments() {
      try store.read { database in
        let recomputation = try Recomputation(database, assessment: code)
        let reader = try DistrictRecordsReader(database, assessment: code, rules: recomputation.rules)
        let expected = try recomputation.assessment.participants.map { participant in
          String(describing: recomputation.rules.appraise(try reader.read(participant)))
        }
        for size in [1, 40, 8_000] {
          var found: [String] = []
          var rows: [Int] = []
          try recomputation.appraiseHere(recomputation.assessment.participants, batchSize: size) { district in
            found.append(String(describing: district.appraisal))
            rows.append(district.rows[0].count)
            #expect(district.appraisal.participant == district.records.participant)
          }
          #expect(found == expected)
          #expect(try rows == recomputation.scoredVisits())
        }
      }
    }
  }

  @Test func whatTheCallerThrowsEndsIt() throws {
    let store = try Store.withDemo()
    var taken = 0
    #expect(throws: (any Error).self) {
      try store.read { database in
        let recomputation = try Recomputation(database, assessment: "2022")
        try recomputation.appraiseHere(recomputation.assessment.participants, batchSize: 1) { _ in
          taken += 1
          if taken == 3 { throw Refused() }
        }
      }
    }
    #expect(taken == 3)
  }
}

extension Recomputation {
  /// How many rows each participant has in `scored_visit`.
  fileprivate func scoredVisits() throws -> [Int] {
    try assessment.participants.map { participant in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM scored_visit WHERE assessment = ? AND district = ?",
        arguments: [assessment.code, participant.code]) ?? 0
    }
  }
}
