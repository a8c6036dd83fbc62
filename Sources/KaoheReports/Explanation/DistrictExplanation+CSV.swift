import KaoheScoring

extension DistrictExplanation {
  /// One record for each row that was recorded and for each step, from the visit up to the leaf.
  ///
  /// `level` is visit, subject or leaf, `kind` is record or step. The points of the steps of one level (of one visit,
  /// one subject, one leaf) add up to its score; a leaf has at least one step of its own.
  func csv(of leaves: [ExplainedLeaf], _ language: Language, isForTerminal: Bool = false) -> String {
    let header = [
      "assessment", "district", "leaf", "title", "points", "status", "score", "score_exact", "lost", "lost_exact",
      "subject", "visit", "date", "group", "level", "kind", "item", "value", "scorer", "reason", "evidence",
      "recorded_by", "recorded_at", "text", "step_points", "step_points_exact",
      "override", "objection", "visit_override",
    ]
    return CSVWriter.text(
      header: header, rows: leaves.flatMap { records(of: $0, language) }, isForTerminal: isForTerminal)
  }

  private func records(of explained: ExplainedLeaf, _ language: Language) -> [[String]] {
    let (leaf, standing) = (explained.leaf, explained.standing)
    let common = [
      assessment, scorecard.participant.code, leaf.code, leaf.title, leaf.points.plainText, standing.status.rawValue,
      standing.score.map(rounded) ?? "", standing.score?.description ?? "", rounded(explained.lost),
      explained.lost.description,
    ]
    var records: [[String]] = []
    for subject in explained.appraisal.subjects {
      for visit in subject.visits {
        let place = [subject.subject.description, visit.visit, visit.date, visits[visit.visit]?.group ?? "", "visit"]
        let overrides = (visits[visit.visit]?.overrides ?? []).map { "\($0.action) \($0.by): \($0.reason)" }
          .joined(separator: "; ")
        records += visit.rows.map { common + place + fields(of: RecordedRow($0, of: leaf)) + [overrides] }
        records += visit.steps.map { common + place + fields(of: $0, explained, language) + [overrides] }
      }
      let place = [subject.subject.description, "", "", "", "subject"]
      records += subject.steps.map { common + place + fields(of: $0, explained, language) + [""] }
    }
    return records
      + explained.steps.map { common + ["", "", "", "", "leaf"] + fields(of: $0, explained, language) + [""] }
  }

  private func fields(of row: RecordedRow) -> [String] {
    [
      "record", row.item, row.value, row.scorer, row.reason, row.evidence.joined(separator: ";"), row.recordedBy,
      row.recordedAt, "", "", "", row.overrides.map { "\($0.inspector): \($0.reason)" }.joined(separator: "; "),
      row.objection ?? "",
    ]
  }

  private func fields(of step: Step, _ explained: ExplainedLeaf, _ language: Language) -> [String] {
    ["step", "", "", "", "", "", "", ""]
      + [explained.stepText.text(of: step).text(in: language), rounded(step.points), step.points.description, "", ""]
  }

  /// For reading; the exact value stands beside it.
  private func rounded(_ value: Rational) -> String { value.text(decimals: 4, ruleSet.rounding.mode) }
}
