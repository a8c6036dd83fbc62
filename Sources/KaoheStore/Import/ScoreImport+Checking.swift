import KaoheScoring

extension ScoreImport {
  /// What the row says, where it fits its leaf, its visit and its scorer; reports it where not.
  func read(
    _ record: CSVRecord, _ visit: Roster.Visit, _ indicator: String, _ item: String, _ value: String, _ scorer: String
  ) -> (leaf: Leaf, value: ObservedValue)? {
    guard let assessment = visit.assessment, let rules = assessment.rules else { return nil }
    guard let index = rules.leafOfCode[indicator] else {
      record.refuseUnknown("indicator", indicator, .leaf, within: assessment.ruleSet)
      return nil
    }
    let leaf = rules.rules.leaves[index]
    if let misfit = run.roster.misfit(of: leaf, at: visit) {
      record.refuse(misfit.code, "indicator", misfit.text)
      return nil
    }
    do throws(ObservationProblem) {
      let observed = try leaf.read(item: item, value: value)
      checkScorer(record, observed, visit, scorer)
      return (leaf, observed)
    } catch {
      record.refuse(error.code, error.cell.rawValue, error.text)
      checkScorer(record, nil, visit, scorer)
      checkRecusal(record, nil, visit, scorer)
      return nil
    }
  }

  /// - Parameter value: nil where it could not be read.
  private func checkScorer(_ record: CSVRecord, _ value: ObservedValue?, _ visit: Roster.Visit, _ scorer: String) {
    if scorer.isEmpty { return }
    if let value, !value.takesScorer, value != .withdrawn {
      record.refuse(
        "scorer-not-taken", "scorer",
        Bilingual("只有评分和档次的行写评分人，这里应为空", en: "only judged points and levels name a scorer; leave it empty"))
    }
    if run.roster.inspectors[scorer] == nil {
      record.refuseUnknown("scorer", scorer, .inspector)
    }
  }

  /// Whether those who score, and whoever enters it, need not stand aside.
  func checkRecusal(_ record: CSVRecord, _ value: ObservedValue?, _ visit: Roster.Visit, _ scorer: String) {
    var cell: ScoreCell {
      ScoreCell(
        visit: visit.code, indicator: record.text("indicator") ?? "", item: record.text("item") ?? "", scorer: scorer)
    }
    if value != .withdrawn, let recusal = run.roster.recusal(of: scorer, at: visit),
      !run.recusals.explains(scorer, at: cell)
    {
      record.refuse(recusal.code, "scorer", recusal.text)
    } else if let actors = run.actorsByDistrict[visit.district], !run.recusals.excuses(actors, at: cell) {
      record.refuse(
        "recusal", "visit",
        Bilingual(
          "导入人 \(run.actor) 属于 \(visit.district)，应回避本地区的评分",
          en: "\(run.actor), who imports, belongs to \(visit.district) and may not score there"))
    }
  }

  /// Whether a new observation that needs a reason has one.
  func checkReason(_ record: CSVRecord, _ value: ObservedValue, _ leaf: Leaf, _ reason: String) {
    if reason.isEmpty, let problem = value.reasonMissing(in: leaf) {
      record.refuse("reason-missing", "reason", problem)
    }
  }
}
