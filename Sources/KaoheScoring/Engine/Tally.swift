/// What was recorded for one leaf, at one visit or summed over several, ready to be scored.
struct Tally: Sendable {
  enum Measure: Equatable {
    case absent
    case value(Rational)
    case fraction(numerator: Rational, denominator: Rational)
  }

  var measure = Measure.absent
  /// By item; for an item of a checklist 1 where it is met.
  var counts: [Rational]
  /// By answer; nil where the survey has not been recorded.
  var answers: [Rational]?
  var levels: [(level: Int, share: Rational)] = []
  var judged: [Rational] = []
  var hasEvidence = false

  /// Nothing recorded.
  init(blankFor leaf: Leaf) {
    counts = Array(repeating: .zero, count: leaf.items.count)
  }

  /// - Returns: nil where the leaf was found not applicable.
  init?(_ rows: ArraySlice<Observation>, of leaf: Leaf) {
    self.init(blankFor: leaf)
    if !take(rows, of: leaf) { return nil }
  }

  /// Takes the rows of another visit in place of what it had; its arrays stay where they are.
  ///
  /// - Returns: whether the leaf applies there.
  mutating func take(_ rows: ArraySlice<Observation>, of leaf: Leaf) -> Bool {
    (measure, answers, hasEvidence) = (.absent, nil, false)
    for item in counts.indices { counts[item] = .zero }
    levels.removeAll(keepingCapacity: true)
    judged.removeAll(keepingCapacity: true)
    for position in rows.indices {
      if rows[position].hasEvidence { hasEvidence = true }
      switch rows[position].value {
      case .withdrawn, .none: break
      case .notApplicable: return false
      case .measure(.number(let value)): measure = .value(value)
      case .measure(.fraction(let numerator, let denominator)):
        measure = .fraction(numerator: numerator, denominator: denominator)
      case .count(let item, let count): counts[item] += count
      case .met(let item, let met): counts[item] = met ? .one : .zero
      case .answers(let answer, let count):
        var known = answers ?? Array(repeating: .zero, count: leaf.survey?.answers.count ?? 0)
        known[answer] += count
        answers = known
      case .level(let level, let share): levels.append((level, share))
      case .judged(let points): judged.append(points)
      }
    }
    return true
  }

  /// The sum of several visits, given in the order of their dates: counts and fractions are added; an item of a
  /// checklist, and a measure that is no fraction, is as the latest visit found it.
  init?(summing tallies: [Tally], of leaf: Leaf) {
    guard let latest = tallies.last else { return nil }
    self = latest
    for tally in tallies.dropLast() {
      for (position, item) in leaf.items.enumerated() where item.kind != .checklist {
        counts[position] += tally.counts[position]
      }
      if let more = tally.answers {
        answers = answers.map { zip($0, more).map { $0 + $1 } } ?? more
      }
      switch (measure, tally.measure) {
      case (.fraction(let n1, let d1), .fraction(let n2, let d2)):
        measure = .fraction(numerator: n1 + n2, denominator: d1 + d2)
      case (.absent, let earlier): measure = earlier
      default: break
      }
      hasEvidence = hasEvidence || tally.hasEvidence
    }
  }

  /// The measure that the methods take.
  enum Resolved {
    case absent
    case zeroDenominator
    case value(MeasureText)
  }

  func resolvedMeasure(of leaf: Leaf) -> Resolved {
    if let survey = leaf.survey { return resolve(survey) }
    switch measure {
    case .absent: return .absent
    case .value(let value): return .value(MeasureText(value: value))
    case .fraction(let numerator, let denominator):
      if denominator.isZero { return .zeroDenominator }
      return .value(MeasureText(value: numerator / denominator, numerator: numerator, denominator: denominator))
    }
  }

  private func resolve(_ survey: Survey) -> Resolved {
    guard let answers else { return .absent }
    var weighted = Rational.zero
    var count = Rational.zero
    for (answer, given) in zip(survey.answers, answers) {
      guard let weight = answer.weight else { continue }
      weighted += weight * given
      count += given
    }
    if count.isZero { return .zeroDenominator }
    return .value(MeasureText(value: weighted / count, numerator: weighted, denominator: count))
  }
}
