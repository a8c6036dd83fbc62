import KaoheScoring

extension RuleText {
  static func text(of ratio: PeerRatio, in leaf: Leaf) -> Bilingual {
    let full = leaf.points.plainText
    return switch ratio.better {
    case .higher:
      Bilingual("得分为实际值÷各地最高值×\(full)分", en: "measure ÷ the peers' highest × \(points(leaf.points))")
    case .lower:
      Bilingual("得分为各地最低值÷实际值×\(full)分", en: "the peers' lowest ÷ measure × \(points(leaf.points))")
    }
  }

  static func text(of rank: PeerRank) -> Bilingual {
    let order =
      rank.better == .higher
      ? Bilingual("从高到低", en: "highest first") : Bilingual("从低到高", en: "lowest first")
    let chinese = rank.points.enumerated().map { "第\($0 + 1)名\($1.plainText)分" }
    let english = rank.points.enumerated().map { "\($0 + 1): \($1.plainText)" }
    return Bilingual(
      "按实际值\(order.chinese)排名得分：" + chinese.joined(separator: "，") + "，其后\(rank.beyond.plainText)分，并列同分",
      en: "points by rank (\(order.english)): " + english.joined(separator: ", ")
        + ", then \(rank.beyond.plainText); equal measures share a rank")
  }

  static func text(of range: PeerRange, in leaf: Leaf) -> Bilingual {
    let full = leaf.points.plainText
    let chinese = "(实际值−各地最差值)÷(各地最好值−各地最差值)"
    let english = "(measure − worst) ÷ (best − worst)"
    let direction =
      range.better == .higher ? Bilingual("高者为好", en: "higher is better") : Bilingual("低者为好", en: "lower is better")
    if range.base.isZero {
      return Bilingual(
        "功效系数法：\(full)×\(chinese)，\(direction.chinese)",
        en: "\(full) × \(english) among the peers, \(direction.english)")
    }
    let style = MeasureStyle([range.base])
    let (base, rest) = (style.text(range.base), style.text(.one - range.base))
    return Bilingual(
      "功效系数法：\(full)×[\(base)＋\(rest)×\(chinese)]，\(direction.chinese)",
      en: "\(full) × [\(base) + \(rest) × \(english)] among the peers, \(direction.english)")
  }
}
