import KaoheScoring

// Steps that bring visits, sites and districts together.

extension StepText {
  func text(of way: Repeat, visits count: Int) -> Bilingual {
    if count == 1 { return Bilingual("1 次督查", en: "one visit") }
    return switch way {
    case .mean: Bilingual("\(count) 次督查取平均", en: "mean of \(count) visits")
    case .latest: Bilingual("\(count) 次督查取最近一次", en: "the latest of \(count) visits")
    case .max: Bilingual("\(count) 次督查取最高", en: "the highest of \(count) visits")
    case .min: Bilingual("\(count) 次督查取最低", en: "the lowest of \(count) visits")
    case .total: Bilingual("\(count) 次督查合计", en: "\(count) visits together")
    }
  }

  func text(of way: Aggregate, sites count: Int) -> Bilingual {
    let sites = leaf.scope.words(count)
    if leaf.scope == .district { return Bilingual("本地区得分", en: "the district's own score") }
    if count == 1 { return Bilingual(sites.chinese, en: sites.english) }
    return switch way {
    case .mean: Bilingual("\(sites.chinese)取平均", en: "mean of \(sites.english)")
    case .median: Bilingual("\(sites.chinese)取中位数", en: "median of \(sites.english)")
    case .min: Bilingual("\(sites.chinese)取最低", en: "the lowest of \(sites.english)")
    case .trimmedMean:
      count >= 5
        ? Bilingual(
          "\(sites.chinese)去掉一个最高和一个最低后平均", en: "mean of \(sites.english) without the highest and the lowest")
        : Bilingual("\(sites.chinese)取平均", en: "mean of \(sites.english)")
    case .pooled: Bilingual("\(sites.chinese)合并", en: "\(sites.english) pooled")
    }
  }

  func text(ofSum visits: Int, _ subjects: Int) -> Bilingual {
    let sites = leaf.scope.words(subjects)
    let isOne = leaf.aggregate != .pooled
    return Bilingual(
      (isOne ? "" : "\(sites.chinese)的 ") + "\(visits) 次督查的记录合计后计分",
      en: "what \(visits) visit\(visits == 1 ? "" : "s")" + (isOne ? "" : " to \(sites.english)")
        + " recorded is summed, then scored")
  }

  func text(ofRounding decimals: Int) -> Bilingual {
    switch ruleSet.rounding.mode {
    case .halfUp: Bilingual("四舍五入到 \(decimals) 位小数", en: "rounded half up to \(decimals) decimals")
    case .halfEven:
      Bilingual("按 GB/T 8170 修约到 \(decimals) 位小数", en: "rounded half to even (GB/T 8170) to \(decimals) decimals")
    }
  }

  func text(of policy: NotApplicablePolicy, _ points: Rational) -> Bilingual {
    switch policy {
    case .full: Bilingual("不适用，按满分计", en: "not applicable: full points")
    case .zero: Bilingual("不适用，按 0 分计", en: "not applicable: no points")
    case .rescaleSection:
      Bilingual("不适用，不计；由本大项其余指标按比例补足", en: "not applicable, taken out: the rest of its section makes up for it")
    case .rescaleTotal:
      Bilingual("不适用，不计；由全部其余指标按比例补足", en: "not applicable, taken out: all other leaves make up for it")
    case .peerMean where points.isZero:
      Bilingual(
        "不适用，取其他地区的平均分；都没有得分的，由本大项其余指标补足",
        en: "not applicable: the mean of the other districts; where none has a score, its section makes up for it")
    case .peerMean: Bilingual("不适用，取其他地区的平均分", en: "not applicable: the mean of the other districts")
    }
  }
}

extension Scope {
  func words(_ count: Int) -> Bilingual {
    switch self {
    case .district: Bilingual("\(count) 个地区", en: count == 1 ? "one district" : "\(count) districts")
    case .enterprise: Bilingual("\(count) 个企业", en: count == 1 ? "one enterprise" : "\(count) enterprises")
    case .park: Bilingual("\(count) 个园区", en: count == 1 ? "one park" : "\(count) parks")
    }
  }
}
