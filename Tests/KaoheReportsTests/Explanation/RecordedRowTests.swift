import KaoheScoring
import Testing

@testable import KaoheReports

/// A recorded row says who should have stood aside, and which objection it corrects a score for.
@Suite struct RecordedRowTests {
  @Test func overridesAndObjections() throws {
    var explanation = Fixture.explanation(of: "320206")
    explanation.inspectorNames["I9"] = "赵六"
    let position = try #require(explanation.appraisal.leaves.firstIndex { !$0.subjects.isEmpty })
    let leaf = explanation.ruleSet.leaves[position]
    let row = Observation(
      value: .notApplicable, scorer: "", hasEvidence: false,
      provenance: Provenance(
        item: "", value: "n/a", reason: "", evidence: [], recordedBy: "", recordedAt: "",
        overrides: [.init(inspector: "I9", reason: "人手不足")], objection: "V1-S1"))
    let recorded = RecordedRow(row, of: leaf)
    #expect(
      explanation.text(of: recorded, leaf, .chinese) == "记录：不适用；申诉 V1-S1 复核更正；赵六 未回避，理由：人手不足")
    #expect(
      explanation.text(of: recorded, leaf, .english)
        == "recorded: not applicable; corrected since objection V1-S1 was upheld; 赵六 did not stand aside: 人手不足")
  }
}
