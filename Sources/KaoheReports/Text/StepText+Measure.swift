import KaoheScoring

// Steps that turn a measure into points.

extension StepText {
  func text(ofRatio measure: MeasureText, _ target: Rational, _ isMean: Bool, capped: Bool) -> Bilingual {
    let writer = MeasureWriter(measure, beside: [target])
    let points = leaf.points.readable
    if isMean, target.isZero {
      return named(writer.text, "各地平均为 0，按 0 分计", en: "the districts' mean is 0: no points")
    }
    let beyond = capped ? Bilingual("，超过的部分不计", en: ", no more than all the points") : Bilingual("", en: "")
    if target == .one, !isMean {
      return named(writer.text, "× \(points) 分\(beyond.chinese)", en: "× \(points)\(beyond.english)")
    }
    let goal = writer.number(target)
    return isMean
      ? named(
        writer.text, "÷ 各地平均 \(goal) × \(points) 分\(beyond.chinese)",
        en: "÷ the districts' mean \(goal) × \(points)\(beyond.english)")
      : named(
        writer.text, "÷ 目标 \(goal) × \(points) 分\(beyond.chinese)", en: "÷ target \(goal) × \(points)\(beyond.english)")
  }

  func text(of measure: MeasureText, in band: Bands.Band?) -> Bilingual {
    guard let band else {
      let lowest = thresholds.last.map { [$0] } ?? []
      return named(MeasureWriter(measure, beside: lowest).text, "未达到任何一档", en: "reaches no band")
    }
    let points = band.points.readable
    switch band.threshold {
    case .atLeast(let number):
      let writer = MeasureWriter(measure, beside: thresholds)
      return measure.value < number
        ? named(
          writer.text, "低于最低一档 \(writer.number(number))，得 \(points) 分",
          en: "is below the lowest band \(writer.number(number)): \(points)")
        : named(
          writer.text, "达到 \(writer.number(number))，得 \(points) 分", en: "reaches \(writer.number(number)): \(points)")
    case .above(let number):
      let writer = MeasureWriter(measure, beside: thresholds)
      return named(
        writer.text, "超过 \(writer.number(number))，得 \(points) 分", en: "is above \(writer.number(number)): \(points)")
    case .otherwise:
      return named(
        MeasureWriter(measure, beside: thresholds).text, "属于其余情形，得 \(points) 分", en: "falls under otherwise: \(points)")
    }
  }

  func text(of measure: MeasureText, between lower: Bands.Band, _ upper: Bands.Band) -> Bilingual {
    let (low, high) = (lower.threshold.number, upper.threshold.number)
    let writer = MeasureWriter(measure, beside: [low, high])
    let from = "\(writer.number(low))→\(lower.points.readable)"
    let to = "\(writer.number(high))→\(upper.points.readable)"
    return named(writer.text, "在 \(from) 与 \(to) 之间", en: "lies between \(from) and \(to)")
  }

  func text(of measure: MeasureText, _ from: Rational, _ steps: Steps, _ count: Rational, limited: Bool) -> Bilingual {
    let writer = MeasureWriter(measure, beside: [from, steps.step])
    let isMean = steps.from == .peerMean
    let origin = Bilingual(
      (isMean ? "各地平均 " : "") + writer.number(from), en: (isMean ? "the districts' mean " : "") + writer.number(from))
    let isBelow = steps.side == .below
    let distance = isBelow ? from - measure.value : measure.value - from
    if distance <= .zero {
      return named(
        writer.text, (isBelow ? "不低于 " : "不高于 ") + origin.chinese,
        en: (isBelow ? "is not below " : "is not above ") + origin.english)
    }
    let (gap, step) = (writer.difference(distance), writer.difference(steps.step))
    let (each, times) = (steps.points.signedReadable, count.readable)
    let side = isBelow ? Bilingual("低", en: "below") : Bilingual("高", en: "above")
    var chinese = "比 \(origin.chinese) \(side.chinese) \(gap.chinese)，每 \(step.chinese) \(each) 分 × \(times)"
    var english = "is \(gap.english) \(side.english) \(origin.english): \(each) for each \(step.english) × \(times)"
    if limited, let max = steps.max {
      chinese += "，最多 \(max.readable) 分"
      english += ", at most \(max.readable)"
    }
    return named(writer.text, chinese, en: english)
  }

  func text(of measure: MeasureText, best: Rational, _ better: Better) -> Bilingual {
    let writer = MeasureWriter(measure, beside: [best])
    let points = leaf.points.readable
    return switch better {
    case .higher where best.isZero: named(writer.text, "最优也为 0，不得分", en: "and the best is 0 too: no points")
    case .higher:
      named(
        writer.text, "÷ 最优 \(writer.number(best)) × \(points) 分", en: "÷ the best \(writer.number(best)) × \(points)")
    case .lower where measure.value.isZero: named(writer.text, "为最优，得满分", en: "is the best: all the points")
    case .lower:
      named(
        writer.text, "，最优 \(writer.number(best)) ÷ 本地 × \(points) 分",
        en: ": the best \(writer.number(best)) ÷ this × \(points)")
    }
  }

  func text(of measure: MeasureText, rank: Int, of count: Int) -> Bilingual {
    named(
      MeasureWriter(measure, beside: []).text, "在 \(count) 个地区中第 \(rank) 名",
      en: "ranks \(rank) among \(count) districts")
  }

  func text(of measure: MeasureText, best: Rational, worst: Rational, _ base: Rational) -> Bilingual {
    let writer = MeasureWriter(measure, beside: [best, worst])
    let points = leaf.points.readable
    if best == worst { return named(writer.text, "各地相同，得满分", en: "is the same everywhere: all the points") }
    let (low, high) = (writer.number(worst), writer.number(best))
    let share = "(\(writer.number(measure.value)) - \(low)) ÷ (\(high) - \(low))"
    let whole = base.isZero ? share : "(\(base.readable) + \((.one - base).readable) × \(share))"
    return named(
      writer.text, "在最差 \(low) 与最优 \(high) 之间：\(points) 分 × \(whole)",
      en: "lies between the worst \(low) and the best \(high): \(points) × \(whole)")
  }

  /// The thresholds of all bands of the leaf, by which it is told whether its measure is a share.
  private var thresholds: [Rational] {
    leaf.methods.flatMap { method -> [Rational] in
      guard case .bands(let bands) = method else { return [] }
      return bands.bands.compactMap { $0.threshold == .otherwise ? nil : $0.threshold.number }
    }
  }

  /// A sentence about the leaf's measure.
  private func named(_ measure: String, _ chinese: String, en english: String) -> Bilingual {
    let name = leaf.title.count > 18 ? Bilingual("实际值", en: "measure") : Bilingual(leaf.title, en: leaf.title)
    let gap = chinese.first == "，" ? "" : " "
    let englishGap = english.first == ":" ? "" : " "
    return Bilingual(
      "\(name.chinese) \(measure)\(gap)\(chinese)", en: "\(name.english) \(measure)\(englishGap)\(english)")
  }
}
