import KaoheScoring

/// One row of scores.csv before it is written.
struct ScoreRow {
  var value: ObservedValue
  /// The inspector's code; empty for the group as a whole.
  var scorer = ""
  var reason = ""
  var hasEvidence = false

  /// The item or answer that it names; empty where the leaf is meant.
  func item(of leaf: Leaf) -> String {
    switch value {
    case .count(let item, _), .met(let item, _): leaf.items[item].code
    case .answers(let answer, _): leaf.survey?.answers[answer].code ?? ""
    default: ""
    }
  }

  /// The value as an office writes it.
  func text(of leaf: Leaf) -> String {
    switch value {
    case .withdrawn: "-"
    case .notApplicable: "n/a"
    case .none: "none"
    case .measure(.fraction(let numerator, let denominator)): "\(numerator)/\(denominator)"
    case .measure(.number(let number)): number.isInteger ? "\(number)" : (number * Rational(100)).plainText + "%"
    case .count(_, let count), .answers(_, let count): "\(count)"
    case .met(_, let isMet): isMet ? "是" : "否"
    case .level(let level, let share): text(of: leaf.levels?.levels[level], share)
    case .judged(let points): points.plainText
    }
  }

  private func text(of level: Levels.Level?, _ share: Rational) -> String {
    guard let level, case .range = level.share else { return level?.code ?? "" }
    return "\(level.code) \(share.plainText)"
  }
}
