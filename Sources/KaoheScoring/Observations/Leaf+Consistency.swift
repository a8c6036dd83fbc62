extension Leaf {
  /// What is wrong with all the live rows of this leaf at one visit taken together.
  ///
  /// - Parameter rows: the rows' values with their scorers, withdrawn ones left out.
  /// - Returns: each problem with the position of the row it is about.
  public func conflicts(among rows: [(value: ObservedValue, scorer: String)]) -> [(
    row: Int, problem: ObservationProblem
  )] {
    var problems: [(row: Int, problem: ObservationProblem)] = []
    for (position, row) in rows.enumerated() {
      if row.value == .notApplicable, rows.count > 1 {
        problems.append(
          (
            position,
            ObservationProblem(
              "not-alone", .value,
              Bilingual("“不适用”必须是本指标本次唯一的一行", en: "“n/a” stands alone in its leaf and visit"))
          ))
      }
      if row.value == .none, rows.count > 1 {
        problems.append(
          (
            position,
            ObservationProblem(
              "not-alone", .value, Bilingual("“无”必须是本指标本次唯一的一行", en: "“none” stands alone in its leaf and visit"))
          ))
      }
    }
    let scored = rows.indices.filter { rows[$0].value.takesScorer }
    if scored.count > 1, let unnamed = scored.first(where: { rows[$0].scorer.isEmpty }) {
      problems.append(
        (
          unnamed,
          ObservationProblem(
            "scorer-missing", .scorer,
            Bilingual("有多名评分人时，每行都要写明评分人", en: "where several score, each row names its scorer"))
        ))
    }
    return problems
  }

  /// Whether `conflicts(among:)` finds anything.
  public func areConflicting(_ rows: ArraySlice<Observation>) -> Bool {
    let mayConflict =
      rows.count > 1 && rows.contains { $0.value == .notApplicable || $0.value == .none || $0.value.takesScorer }
    return mayConflict && !conflicts(among: rows.map { ($0.value, $0.scorer) }).isEmpty
  }

  /// What keeps a visit from being submitted: the parts that the rows of this leaf, of which there are some, lack.
  public func gaps(in rows: [ObservedValue]) -> [Bilingual] {
    if rows.contains(.notApplicable) { return [] }
    var gaps: [Bilingual] = []
    let hasMeasured = rows.contains {
      switch $0 {
      case .measure, .answers, .level, .judged: true
      default: false
      }
    }
    if !hasMeasured {
      if hasMeasure || survey != nil { gaps.append(Bilingual("缺少实际值", en: "its measure is missing")) }
      if levels != nil { gaps.append(Bilingual("缺少档次", en: "its level is missing")) }
      if isJudged { gaps.append(Bilingual("缺少评分", en: "its judged points are missing")) }
    }
    for (position, item) in items.enumerated() where item.kind == .checklist {
      let ticked = rows.contains { if case .met(position, _) = $0 { true } else { false } }
      if !ticked { gaps.append(Bilingual("细项 \(item.code) 未填", en: "checklist item \(item.code) has no row")) }
    }
    if survey != nil, hasMeasured, zeroDenominator == .error, !isSummed {
      let weighted = rows.contains {
        if case .answers(let answer, let count) = $0 {
          survey?.answers[answer].weight != nil && !count.isZero
        } else {
          false
        }
      }
      if !weighted { gaps.append(Bilingual("没有一份计分的答卷", en: "not one answer that counts was given")) }
    }
    return gaps
  }
}
