import KaoheScoring

extension RuleText {
  static func text(of levels: Levels, in leaf: Leaf) -> Bilingual {
    let parts = levels.levels.map { level in
      switch level.share {
      case .fixed(let share):
        let points = (leaf.points * share).plainText
        return Bilingual("“\(level.code)”得\(points)分", en: "“\(level.code)”: \(points)")
      case .range(let from, let to):
        let points = "\((leaf.points * from).plainText)–\((leaf.points * to).plainText)"
        return Bilingual("“\(level.code)”得\(points)分", en: "“\(level.code)”: \(points)")
      }
    }
    let scorers = scorers(of: leaf)
    return Bilingual(
      "按档次：" + parts.map(\.chinese).joined(separator: "，") + scorers.chinese,
      en: "points by level " + parts.map(\.english).joined(separator: ", ") + scorers.english)
  }

  static func judged(in leaf: Leaf) -> Bilingual {
    let scorers = scorers(of: leaf)
    return Bilingual(
      "由评分人在0至\(leaf.points.plainText)分之间评定" + scorers.chinese,
      en: "judged from 0 to \(points(leaf.points))" + scorers.english)
  }

  private static func scorers(of leaf: Leaf) -> Bilingual {
    switch leaf.scorers {
    case .mean: Bilingual("", en: "")
    case .trimmedMean:
      Bilingual(
        "，多人评分取平均（5人及以上去掉一个最高分和一个最低分）",
        en: ", the mean of several scorers (of 5 or more without one highest and one lowest)")
    }
  }
}
