import KaoheScoring

/// How measures of one method are written.
struct MeasureStyle {
  private let isShare: Bool

  /// Percentages where all numbers are shares and one is no whole number; else as they are.
  init(_ numbers: [Rational]) {
    isShare = numbers.allSatisfy { $0.magnitude <= .one } && numbers.contains { !$0.isInteger }
  }

  func text(_ number: Rational) -> String {
    let percent = number * Rational(100)
    // A third stays a third: 100/3% helps nobody.
    guard isShare, (percent * Rational(1_000_000)).isInteger else { return number.plainText }
    return percent.plainText + "%"
  }

  /// A distance between measures: between percentages, percentage points.
  func distance(_ number: Rational) -> Bilingual {
    let text = text(number)
    guard text.last == "%" else { return Bilingual(text, en: text) }
    let points = text.dropLast()
    return Bilingual("\(points)个百分点", en: "\(points) percentage point" + (points == "1" ? "" : "s"))
  }
}

extension RuleText {
  static func text(of ratio: Ratio, in leaf: Leaf) -> Bilingual {
    let limit =
      ratio.uncapped
      ? Bilingual("，超出部分同样按比例得分", en: ", more than the target earning more")
      : Bilingual("，最多\(leaf.points.plainText)分", en: ", \(leaf.points.plainText) at most")
    switch ratio.target {
    case .peerMean:
      return Bilingual(
        "得分为实际值÷各地平均值×\(leaf.points.plainText)分" + limit.chinese,
        en: "measure ÷ peers' mean × \(points(leaf.points))" + limit.english)
    case .number(.one):
      return Bilingual(
        "得分为实际值×\(leaf.points.plainText)分" + limit.chinese, en: "measure × \(points(leaf.points))" + limit.english)
    case .number(let target):
      let goal = MeasureStyle([target]).text(target)
      return Bilingual(
        "得分为实际值÷\(goal)×\(leaf.points.plainText)分" + limit.chinese,
        en: "measure ÷ \(goal) × \(points(leaf.points))" + limit.english)
    }
  }

  static func text(of bands: Bands) -> Bilingual {
    let style = MeasureStyle(
      bands.bands.compactMap {
        switch $0.threshold {
        case .atLeast(let number), .above(let number): number
        case .otherwise: nil
        }
      })
    var parts = bands.bands.map { band in
      let points = band.points.plainText
      return switch band.threshold {
      case .atLeast(let number):
        bands.interpolate
          ? Bilingual("\(style.text(number))得\(points)分", en: "\(style.text(number)): \(points)")
          : Bilingual("≥\(style.text(number))得\(points)分", en: "≥ \(style.text(number)): \(points)")
      case .above(let number):
        Bilingual("＞\(style.text(number))得\(points)分", en: "> \(style.text(number)): \(points)")
      case .otherwise: Bilingual("其余得\(points)分", en: "otherwise: \(points)")
      }
    }
    if bands.interpolate {
      parts.append(Bilingual("中间按直线内插，两端之外同两端", en: "linear in between, constant beyond"))
    } else if bands.bands.last?.threshold != .otherwise {
      parts.append(Bilingual("其余得0分", en: "otherwise: 0"))
    }
    return Bilingual(
      "实际值" + parts.map(\.chinese).joined(separator: "，"),
      en: "points by measure " + parts.map(\.english).joined(separator: ", "))
  }

  static func text(of steps: Steps) -> Bilingual {
    let origin: Bilingual
    let style: MeasureStyle
    switch steps.from {
    case .number(let from):
      style = MeasureStyle([from, steps.step])
      origin = Bilingual(style.text(from), en: style.text(from))
    case .peerMean:
      style = MeasureStyle([steps.step])
      origin = Bilingual("各地平均值", en: "the peers' mean")
    }
    let takes = steps.points.isNegative
    let rest =
      switch steps.partial {
      case .drop: Bilingual("不足一档不计", en: "parts of a step dropped")
      case .count: Bilingual("不足一档按一档计", en: "parts of a step counted as one")
      case .share: Bilingual("不足一档按比例计", en: "parts of a step in proportion")
      }
    let limit = steps.max.map {
      Bilingual("，最多\(takes ? "扣" : "加")\($0.plainText)分", en: ", \($0.plainText) at most")
    }
    let size = steps.points.magnitude
    let distance = style.distance(steps.step)
    return Bilingual(
      "实际值比\(origin.chinese)每\(steps.side == .below ? "低" : "高")\(distance.chinese)"
        + "\(takes ? "扣" : "加")\(size.plainText)分，\(rest.chinese)" + (limit?.chinese ?? ""),
      en: "\(points(size)) \(takes ? "off" : "more") for every \(distance.english) "
        + "\(steps.side == .below ? "below" : "above") \(origin.english), \(rest.english)" + (limit?.english ?? ""))
  }
}
