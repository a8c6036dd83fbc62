import KaoheScoring

/// The rules in words, for scoring sheets, explanations and the data dictionary (评分标准).
public enum RuleText {
  /// The standard of a leaf as one line: how it is scored, what bounds the score, what is needed besides.
  ///
  /// Points are written exactly (`plainText`), measures as percentages where all of them are shares.
  public static func standard(of leaf: Leaf) -> Bilingual {
    var parts: [Bilingual] = []
    if leaf.repeat == .total { parts.append(Bilingual("全年累计后计分", en: "summed over the year, then scored")) }
    if leaf.aggregate == .pooled { parts.append(Bilingual("各点数据合并后计分", en: "pooled over the sites, then scored")) }
    if let survey = leaf.survey { parts.append(text(of: survey)) }
    if let start = start(of: leaf) { parts.append(start) }
    parts += leaf.methods.map { text(of: $0, in: leaf) }
    parts += bounds(of: leaf)
    if leaf.hasMeasure, let zero = zeroDenominator(of: leaf) { parts.append(zero) }
    if leaf.evidenceRequired { parts.append(Bilingual("没有佐证材料不得分", en: "no points without evidence")) }
    return Bilingual(
      parts.map(\.chinese).joined(separator: "；") + "。", en: parts.map(\.english).joined(separator: "; ") + ".")
  }

  /// What one method of a leaf gives or takes.
  public static func text(of method: Method, in leaf: Leaf) -> Bilingual {
    switch method {
    case .deduct(let deduct): text(of: deduct, in: leaf)
    case .add(let add): text(of: add, in: leaf)
    case .checklist(let checklist): text(of: checklist, in: leaf)
    case .ratio(let ratio): text(of: ratio, in: leaf)
    case .bands(let bands): text(of: bands)
    case .steps(let steps): text(of: steps)
    case .levels(let levels): text(of: levels, in: leaf)
    case .judged: judged(in: leaf)
    case .peerRatio(let ratio): text(of: ratio, in: leaf)
    case .peerRank(let rank): text(of: rank)
    case .peerRange(let range): text(of: range, in: leaf)
    }
  }

  private static func start(of leaf: Leaf) -> Bilingual? {
    let takes = leaf.methods.contains { if case .deduct = $0 { true } else { false } }
    let gives = leaf.methods.contains { if case .add = $0 { true } else { false } }
    let onlyTakes = leaf.methods.allSatisfy {
      switch $0 {
      case .deduct: true
      case .steps(let steps): steps.points.isNegative
      default: false
      }
    }
    if leaf.start == (onlyTakes ? leaf.points : .zero), !(takes && gives) { return nil }
    if leaf.start == leaf.points { return Bilingual("从满分起", en: "from full points") }
    return Bilingual("从\(leaf.start.plainText)分起", en: "from \(points(leaf.start))")
  }

  private static func bounds(of leaf: Leaf) -> [Bilingual] {
    var parts: [Bilingual] = []
    let takes = leaf.methods.contains {
      switch $0 {
      case .deduct: true
      case .steps(let steps): steps.points.isNegative
      case .bands(let bands): bands.bands.contains(where: \.points.isNegative)
      default: false
      }
    }
    if leaf.floor.isZero {
      if takes { parts.append(Bilingual("扣完为止", en: "never below 0")) }
    } else if leaf.floor.isNegative {
      parts.append(Bilingual("可扣至\(leaf.floor.plainText)分", en: "down to \(points(leaf.floor))"))
    } else {
      parts.append(Bilingual("最低得\(leaf.floor.plainText)分", en: "never below \(points(leaf.floor))"))
    }
    if leaf.cap != leaf.points {
      parts.append(Bilingual("最高得\(leaf.cap.plainText)分", en: "\(points(leaf.cap)) at most"))
    }
    return parts
  }

  private static func zeroDenominator(of leaf: Leaf) -> Bilingual? {
    let survey = leaf.survey != nil
    let (chinese, english) = survey ? ("没有计分的答卷", "without a counted answer") : ("分母为0", "with a denominator of 0")
    switch leaf.zeroDenominator {
    case .error: return nil
    case .full: return Bilingual("\(chinese)得满分", en: "full points \(english)")
    case .zero: return Bilingual("\(chinese)得0分", en: "0 points \(english)")
    case .notApplicable: return Bilingual("\(chinese)时不适用", en: "not applicable \(english)")
    }
  }

  private static func text(of survey: Survey) -> Bilingual {
    let weighted = survey.answers.compactMap { answer in answer.weight.map { (answer.code, $0.plainText) } }
    let excluded = survey.answers.filter { $0.weight == nil }.map(\.code)
    let note =
      excluded.isEmpty
      ? Bilingual("", en: "")
      : Bilingual(
        "（“\(excluded.joined(separator: "”“"))”不计）", en: " (\(excluded.joined(separator: ", ")) not counted)")
    return Bilingual(
      "实际值为答卷平均权重：" + weighted.map { "“\($0)”\($1)" }.joined(separator: "、") + note.chinese,
      en: "the measure is the mean weight of the answers: " + weighted.map { "\($0) \($1)" }.joined(separator: ", ")
        + note.english)
  }

  /// `1 point`, `2.5 points`.
  static func points(_ number: Rational) -> String {
    number.plainText + (number == .one ? " point" : " points")
  }
}
