import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What two threads make of the records is what one makes of them, district by district.
@Suite struct AppraisedBatchTests {
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
        for size in [1, 40, AppraisedBatch.size] {
          var found: [String] = []
          let appraisals = try recomputation.appraise(recomputation.assessment.participants, batchSize: size) {
            found.append(String(describing: $0))
            #expect($0.participant == $1.participant)
          }
          #expect(found == expected)
          #expect(appraisals.map(\.participant) == recomputation.assessment.participants)
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
        _ = try recomputation.appraise(recomputation.assessment.participants, batchSize: 1) { _, _ in
          taken += 1
          if taken == 3 { throw Refused() }
        }
      }
    }
    #expect(taken == 3)
  }
}
