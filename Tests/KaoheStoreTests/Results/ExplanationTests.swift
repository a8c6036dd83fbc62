import KaoheScoring
import Testing

@testable import KaoheStore

/// An explanation is what was computed: its parts add up to the total that the ranking shows.
@Suite struct ExplanationTests {
  @Test(arguments: Case.all)
  func partsAddUp(sample: Case) throws {
    let store = try Store.inMemory()
    try store.importing(sample.records)
    // The first and the last of the list: every district would only cost time.
    for row in [sample.expected.ranking.first, sample.expected.ranking.last].compactMap({ $0 }) {
      let explanation = try store.explanation(of: row.code, in: sample.expected.assessment, session: Store.tester)
      #expect(explanation.scorecard.exactTotal.description == row.total_exact)
      checkTotal(explanation)
      checkLeaves(explanation)
      try checkRows(explanation, store)
    }
  }

  private func checkTotal(_ explanation: DistrictExplanation) {
    let (card, rules) = (explanation.scorecard, explanation.ruleSet)
    #expect(card.base == card.phases.map { $0.weight * ($0.score ?? .zero) }.sum)
    #expect(
      card.exactTotal
        == max(.zero, min(card.base + card.bonus - card.penalty, rules.totalCap ?? card.base + card.bonus)))
    #expect(card.total == card.exactTotal.rounded(to: rules.rounding.totalDecimals, rules.rounding.mode))
    var sections = card.sections[...]
    for (phase, score) in zip(rules.phases, card.phases) {
      let own = sections.prefix(phase.sections.count)
      sections = sections.dropFirst(phase.sections.count)
      if let found = score.score { #expect(found == own.compactMap(\.score).sum * score.factor) }
      for (section, scored) in zip(phase.sections, own) where scored.vetoedBy == nil && scored.score != nil {
        #expect(scored.score == section.bounded(scored.sum * scored.factor))
      }
    }
  }

  /// The steps of a score add up to it, at every level.
  private func checkLeaves(_ explanation: DistrictExplanation) {
    for (leaf, standing) in zip(explanation.appraisal.leaves, explanation.scorecard.leaves) {
      for subject in leaf.subjects {
        for visit in subject.visits {
          if case .score(let score) = visit.outcome { #expect(visit.steps.map(\.points).sum == score) }
        }
      }
      guard standing.status == .scored, let score = standing.score else { continue }
      let steps = leaf.steps + standing.steps
      let below = steps.contains { if case .combinedSites = $0.reason { true } else { false } }
      if !steps.isEmpty, !below { #expect(steps.map(\.points).sum == score) }
    }
  }

  /// What is explained is what is stored.
  private func checkRows(_ explanation: DistrictExplanation, _ store: Store) throws {
    let district = explanation.scorecard.participant.code
    let stored = try store.rows(
      """
      SELECT l.indicator, l.score_exact FROM leaf_result AS l
      JOIN indicator AS i ON i.rule_set = '\(explanation.ruleSet.code)' AND i.code = l.indicator
      WHERE l.assessment = '\(explanation.assessment)' AND l.district = '\(district)' ORDER BY i.position
      """)
    let explained = zip(explanation.ruleSet.leaves, explanation.scorecard.leaves).map { leaf, standing in
      "\(leaf.code) | \(standing.score?.description ?? "")"
    }
    #expect(stored == explained)
  }

  @Test func provenance() throws {
    let explanation = try Store.withBase().explanation(of: "示例甲", in: "2022", session: Store.tester)
    #expect(explanation.scorecard.participant.code == "d1")
    let row = try #require(explanation.appraisal.leaves[0].subjects.first?.visits.first?.rows.first?.provenance)
    #expect(row.item == "A1-1")
    #expect(row.value == "2")
    #expect(row.reason == "少两次")
    #expect(row.evidence == ["EV1"])
    #expect(row.recordedBy == "测试员")
    #expect(explanation.visits["V1"]?.groupName == "第一组")
    #expect(explanation.entries["T1"]?.evidence == ["EV1"])
    #expect(explanation.evidenceTitles == ["EV1": "会议纪要"])
    #expect(explanation.inspectorNames["S1"] == "张三")
  }

  @Test func districtsByName() throws {
    let store = try Store.withBase()
    func message(_ district: String) throws -> [String] {
      let error = #expect(throws: StoreError.self) {
        try store.explanation(of: district, in: "2022", session: Store.tester)
      }
      return [error?.text(in: .chinese) ?? "", error?.text(in: .english) ?? ""]
    }
    #expect(try store.explanation(of: "示例乙市", in: "2022", session: Store.tester).scorecard.participant.code == "d2")
    #expect(
      try message("示例") == [
        "“示例”不止一个；用代码指明：d1 示例甲区、d2 示例乙市", "“示例” is ambiguous; give its code: d1 示例甲区, d2 示例乙市",
      ])
    #expect(
      try message("示例丙区") == [
        "考核 2022 的参评单位中没有 示例丙区；有：d1 示例甲区、d2 示例乙市",
        "no participant of 2022 is 示例丙区; there are: d1 示例甲区, d2 示例乙市",
      ])
  }
}
