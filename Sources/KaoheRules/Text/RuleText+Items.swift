import KaoheScoring

extension RuleText {
  static func text(of deduct: Deduct, in leaf: Leaf) -> Bilingual {
    joined(leaf.items[deduct.items].map(deduction), deduct.max, Bilingual("合计最多扣", en: "off at most in all"))
  }

  static func text(of add: Add, in leaf: Leaf) -> Bilingual {
    joined(leaf.items[add.items].map(addition), add.max, Bilingual("合计最多加", en: "more at most in all"))
  }

  static func text(of checklist: Checklist, in leaf: Leaf) -> Bilingual {
    let items = leaf.items[checklist.items]
    return Bilingual(
      items.map { "符合“\($0.title)”得\($0.points.plainText)分" }.joined(separator: "，"),
      en: items.map { "\(points($0.points)) for “\($0.title)”" }.joined(separator: ", "))
  }

  private static func deduction(_ item: Item) -> Bilingual {
    var chinese: [String] = []
    var english: [String] = []
    if !item.points.isZero || item.zeroAt == nil {
      chinese.append("每次扣\(item.points.plainText)分")
      english.append("\(points(item.points)) off each time")
    }
    if let max = item.max {
      chinese.append("最多扣\(max.plainText)分")
      english.append("\(max.plainText) at most")
    }
    if let zeroAt = item.zeroAt {
      chinese.append(zeroAt == 1 ? "出现即不得分" : "\(zeroAt)次及以上不得分")
      english.append(zeroAt == 1 ? "no points once it is found" : "no points from \(zeroAt) times on")
    }
    return Bilingual(
      "“\(item.title)”" + chinese.joined(separator: "，"), en: "“\(item.title)”: " + english.joined(separator: ", "))
  }

  private static func addition(_ item: Item) -> Bilingual {
    let limit = item.max.map { Bilingual("，最多加\($0.plainText)分", en: ", \($0.plainText) at most") }
    return Bilingual(
      "“\(item.title)”每次加\(item.points.plainText)分" + (limit?.chinese ?? ""),
      en: "“\(item.title)”: \(points(item.points)) more each time" + (limit?.english ?? ""))
  }

  private static func joined(_ items: [Bilingual], _ max: Rational?, _ limit: Bilingual) -> Bilingual {
    var chinese = items.map(\.chinese)
    var english = items.map(\.english)
    if let max {
      chinese.append("\(limit.chinese)\(max.plainText)分")
      english.append("\(max.plainText) \(limit.english)")
    }
    return Bilingual(chinese.joined(separator: "；"), en: english.joined(separator: "; "))
  }
}
