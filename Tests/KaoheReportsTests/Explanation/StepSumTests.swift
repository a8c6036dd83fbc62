import KaoheReports
import KaoheScoring
import Testing

/// The lines of an explanation add up: what `explain` prints is the whole of the score.
@Suite struct StepSumTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func stepsAddUpAtEveryLevel(seed: UInt64) throws {
    let random = RandomAssessment(seed: seed)
    let appraisals = random.records.map { random.rules.appraise($0, explaining: true) }
    for appraisal in appraisals {
      let ranking = random.rules.rank(appraisals, pools: false, explaining: appraisal.participant.code)
      let card = try #require(
        ranking.scorecards.first { $0.participant.code == appraisal.participant.code })
      let explanation = DistrictExplanation(
        assessment: "2022", title: "", ruleSet: random.rules, appraisal: appraisal, scorecard: card, siteNames: [:],
        visits: [:], entries: [:], inspectorNames: [:], evidenceTitles: [:])
      for (leaf, standing) in zip(appraisal.leaves, card.leaves) {
        #expect((leaf.steps + standing.steps).map(\.points).sum == standing.score ?? .zero)
        for subject in leaf.subjects {
          check(subject.steps, subject.outcome)
          for visit in subject.visits { check(visit.steps, visit.outcome) }
        }
      }
      try checkPrinted(explanation)
    }
  }

  private func check(_ steps: [Step], _ outcome: Outcome) {
    switch outcome {
    case .score(let score): #expect(steps.map(\.points).sum == score)
    case .measure, .summed, .notApplicable, .missing: #expect(steps.map(\.points).sum.isZero)
    }
  }

  /// The same from the printed text, read back.
  private func checkPrinted(_ explanation: DistrictExplanation) throws {
    let records = readCSV(explanation.rendered(as: .csv))
    let column = Dictionary(uniqueKeysWithValues: zip(records[0], records[0].indices))
    var sums: [String: Rational] = [:]
    for record in records.dropFirst() {
      func field(_ name: String) throws -> String { record[try #require(column[name])] }
      guard try field("kind") == "step", try field("level") == "leaf" else { continue }
      sums[try field("leaf"), default: .zero] += try #require(Rational(exact: try field("step_points_exact")))
    }
    for (leaf, standing) in zip(explanation.ruleSet.leaves, explanation.scorecard.leaves) {
      #expect(sums[leaf.code] == standing.score ?? .zero)
    }
    for language in Language.allCases {
      #expect(!explanation.rendered(as: .table, language: language, width: 80).isEmpty)
    }
  }

  /// Explaining changes no score.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func scoresAreTheSameUnexplained(seed: UInt64) {
    let random = RandomAssessment(seed: seed)
    let plain = random.rules.rank(random.records.map { random.rules.appraise($0) }, pools: false)
    let explained = random.rules.rank(
      random.records.map { random.rules.appraise($0, explaining: true) }, pools: false, explaining: "D1")
    #expect(plain.scorecards.map(\.exactTotal) == explained.scorecards.map(\.exactTotal))
    #expect(plain.scorecards.map { $0.leaves.map(\.score) } == explained.scorecards.map { $0.leaves.map(\.score) })
  }
}
