import KaoheScoring

/// Says in words what a step of an explanation did: “迟报 2 次 × 0.2 = 0.4 分”, “扣完为止”, “3 个企业取平均”.
///
/// The words leave the signed points to the column beside them. Numbers are exact, or are marked `≈` with their
/// fraction.
public struct StepText: Sendable {
  /// The leaf that is explained, and the rules it is of.
  public let leaf: Leaf
  public let ruleSet: RuleSet

  public init(leaf: Leaf, ruleSet: RuleSet) {
    self.leaf = leaf
    self.ruleSet = ruleSet
  }

  public func text(of step: Step) -> Bilingual {
    let points = step.points.magnitude.readable
    switch step.reason {
    case .start: return Bilingual("起评 \(step.points.readable) 分", en: "starts at \(step.points.readable)")
    case .item(let item, let count, let limited): return text(of: item, count: count, limited: limited, points)
    case .methodMax(let kind, let max): return text(ofMax: max, of: kind)
    case .checklist(let item, let met):
      return met
        ? Bilingual("\(item.title)：是", en: "\(item.title): met")
        : Bilingual("\(item.title)：否", en: "\(item.title): not met")
    case .ratio(let measure, let target, let isMean, let capped):
      return text(ofRatio: measure, target, isMean, capped: capped)
    case .band(let measure, let band): return text(of: measure, in: band)
    case .interpolated(let measure, let lower, let upper): return text(of: measure, between: lower, upper)
    case .steps(let measure, let from, let steps, let count, let limited):
      return text(of: measure, from, steps, count, limited: limited)
    case .level(let codes, let shares, let combined, let combination):
      return text(ofLevels: codes, shares, combined, combination)
    case .judged(let given, let combination): return text(ofJudged: given, combination)
    case .peerRatio(let measure, let best, let better): return text(of: measure, best: best, better)
    case .peerRank(let measure, let rank, let count): return text(of: measure, rank: rank, of: count)
    case .peerRange(let measure, let best, let worst, let base):
      return text(of: measure, best: best, worst: worst, base)
    case .zeroDenominator(let full):
      return full
        ? Bilingual("分母为 0，没有应计的对象，按满分计", en: "0/0: there was nothing to count; full points")
        : Bilingual("分母为 0，没有应计的对象，按 0 分计", en: "0/0: there was nothing to count; no points")
    case .floor(let floor):
      return floor.isZero
        ? Bilingual("扣完为止", en: "not below 0") : Bilingual("最低 \(floor.readable) 分", en: "not below \(floor.readable)")
    case .cap(let cap): return Bilingual("封顶 \(cap.readable) 分", en: "not above \(cap.readable)")
    case .zeroAt(let item, let count):
      return Bilingual(
        "\(item.title) \(count.readable) 次，达到 \(item.zeroAt ?? 0) 次即不得分",
        en: "\(item.title): counted \(count.readable) times; \(item.zeroAt ?? 0) or more leave nothing")
    case .noEvidence: return Bilingual("没有佐证材料，不得分", en: "evidence is required and none is named: no points")
    case .combinedVisits(let way, let count): return text(of: way, visits: count)
    case .combinedSites(let way, let count): return text(of: way, sites: count)
    case .summed(let visits, let subjects): return text(ofSum: visits, subjects)
    case .rounded(let decimals): return text(ofRounding: decimals)
    case .notApplicable(let policy): return text(of: policy, step.points)
    case .flawed(.conflict, let visit):
      return Bilingual(
        "督查 \(visit) 有互相冲突的记录，裁定前按未考核计 0 分，见 `kaohe conflict list`",
        en: "the visit \(visit) has observations that contradict: counts 0 until decided, see `kaohe conflict list`")
    case .flawed(.unreadable, let visit):
      return Bilingual(
        "督查 \(visit) 有无法识别的记录值，更正前按未考核计 0 分",
        en: "the visit \(visit) has a value that can't be read: counts 0 until it is corrected")
    case .missing: return Bilingual("未考核，或考核的点不够，按 0 分计", en: "not observed, or at too few sites: counts 0")
    case .vetoed(let code): return text(ofVeto: code)
    }
  }
}

extension StepText {
  private func text(of item: Item, count: Rational, limited: Bool, _ points: String) -> Bilingual {
    let full = (item.points * count).readable
    var chinese = "\(item.title) \(count.readable) × \(item.points.readable) = \(full) 分"
    var english = "\(item.title): \(count.readable) × \(item.points.readable) = \(full)"
    if limited {
      chinese += item.kind == .deduct ? "，本项最多扣 \(points) 分" : "，本项最多得 \(points) 分"
      english += ", at most \(points) for this item"
    }
    return Bilingual(chinese, en: english)
  }

  private func text(ofMax max: Rational, of kind: Item.Kind) -> Bilingual {
    kind == .deduct
      ? Bilingual("合计最多扣 \(max.readable) 分", en: "deductions of \(max.readable) at most")
      : Bilingual("合计最多得 \(max.readable) 分", en: "additions of \(max.readable) at most")
  }

  private func text(ofLevels codes: [String], _ shares: [Rational], _ combined: Rational, _ way: ScorerCombination)
    -> Bilingual
  {
    let given = zip(codes, shares).map { "\($0) \($1.readable)" }
    let points = leaf.points.readable
    if given.count == 1 {
      return Bilingual(
        "档次 \(codes[0])：\(points) 分 × \(combined.readable)", en: "level \(codes[0]): \(points) × \(combined.readable)")
    }
    let words = way.words(count: given.count)
    let share = combined.readable
    return Bilingual(
      "档次 \(given.joined(separator: "、"))，\(words.chinese) \(share)：\(points) 分 × \(share)",
      en: "levels \(given.joined(separator: ", ")), \(words.english) \(share): \(points) × \(share)")
  }

  private func text(ofJudged given: [Rational], _ way: ScorerCombination) -> Bilingual {
    let points = given.map(\.readable)
    if points.count == 1 { return Bilingual("评分 \(points[0])", en: "judged \(points[0])") }
    let words = way.words(count: given.count)
    return Bilingual(
      "评分 \(points.joined(separator: "、"))，\(words.chinese)",
      en: "judged \(points.joined(separator: ", ")), \(words.english)")
  }

  private func text(ofVeto code: String) -> Bilingual {
    let title = ruleSet.vetoes.first { $0.code == code }?.title ?? ""
    return Bilingual("一票否决 \(code) \(title)：记 0 分", en: "veto \(code) \(title): scores 0")
  }
}

extension ScorerCombination {
  fileprivate func words(count: Int) -> Bilingual {
    self == .trimmedMean && count >= 5
      ? Bilingual("去掉一个最高和一个最低后平均", en: "mean without the highest and the lowest")
      : Bilingual("平均", en: "mean")
  }
}
