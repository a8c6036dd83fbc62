import KaoheScoring

extension Draw {
  /// What is recorded of a leaf at one visit: complete, and without a conflict.
  ///
  /// - Parameters:
  ///   - quality: how well the subject does, in thousandths.
  ///   - scorers: codes of inspectors who give points.
  mutating func rows(of leaf: Leaf, _ form: LeafForm, quality: Int, scorers: [String]) -> [ScoreRow] {
    if !leaf.isPeer, oneIn(100) {
      return [ScoreRow(value: .notApplicable, reason: pick(Reasons.notApplicable))]
    }
    let good = min(1000, max(0, quality + integer(-120...120)))
    if let survey = leaf.survey { return answers(survey, good) }
    if leaf.hasMeasure { return [ScoreRow(value: .measure(measure(form, good)), reason: remark())] }
    if let levels = leaf.levels { return [level(levels, good, needsEvidence: leaf.evidenceRequired)] }
    if leaf.isJudged {
      return scorers.map { scorer in
        let share = Rational(min(20, max(0, good / 50 + integer(-2...2))), 20)
        return ScoreRow(value: .judged(leaf.points * share), scorer: scorer)
      }
    }
    return items(of: leaf, good)
  }

  /// What `ratio`, `bands`, `steps` and the peer methods take. Samples are round numbers, as inspectors draw them; the
  /// leaves that pool heads have the numbers of heads.
  private mutating func measure(_ form: LeafForm, _ good: Int) -> NumberText {
    switch form {
    case .headcount, .peerMean:
      let heads = integer(40...3000)
      return .fraction(numerator: Rational(heads * good / 1000), denominator: Rational(heads))
    case .ratio, .interpolated:
      let sample = pick([10, 12, 15, 20, 24, 30, 40, 50, 60, 80, 100, 200])
      return .fraction(numerator: Rational(sample * good / 1000), denominator: Rational(sample))
    case .growth: return .number(Rational(good / 5 - integer(0...90), 1000))
    case .peerRatio: return .number(Rational(200 + good * integer(1...9)))
    default: return .number(Rational(good, 1000))
    }
  }

  private mutating func answers(_ survey: Survey, _ good: Int) -> [ScoreRow] {
    let asked = integer(30...120)
    let content = asked * good / 1000
    let (fair, none) = ((asked - content) * 2 / 3, asked / 20)
    let counts = [max(1, content), fair, asked - content - fair, none]
    return survey.answers.indices.map { answer in
      ScoreRow(value: .answers(answer: answer, Rational(answer < counts.count ? counts[answer] : 0)))
    }
  }

  private mutating func level(_ levels: Levels, _ good: Int, needsEvidence: Bool) -> ScoreRow {
    let position = min(levels.levels.count - 1, (1000 - good) * levels.levels.count / 1000)
    let hasEvidence = needsEvidence ? !oneIn(50) : oneIn(8)
    switch levels.levels[position].share {
    case .fixed(let share): return ScoreRow(value: .level(position, share: share), hasEvidence: hasEvidence)
    case .range(let from, let to):
      let share = from + (to - from) * Rational(integer(0...4), 4)
      // Two decimals, as people give it.
      let given = Rational((share * Rational(100)).int64.map(Int.init) ?? 100, 100)
      let fitting = given >= from && given <= to ? given : from
      return ScoreRow(value: .level(position, share: fitting), hasEvidence: hasEvidence)
    }
  }

  private mutating func items(of leaf: Leaf, _ good: Int) -> [ScoreRow] {
    var rows: [ScoreRow] = []
    for (position, item) in leaf.items.enumerated() {
      switch item.kind {
      case .checklist: rows.append(ScoreRow(value: .met(item: position, integer(0...999) < good)))
      case .deduct:
        guard integer(0...1300) > good else { continue }
        let count = integer(1...3)
        rows.append(
          ScoreRow(
            value: .count(item: position, Rational(count)), reason: deduction(count), hasEvidence: oneIn(4)))
      case .add:
        guard integer(0...1000) < good else { continue }
        rows.append(ScoreRow(value: .count(item: position, Rational(integer(1...5)))))
      }
    }
    return rows.isEmpty ? [ScoreRow(value: .none)] : rows
  }
}
