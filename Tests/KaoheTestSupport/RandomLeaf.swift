import KaoheScoring

extension SeededGenerator {
  /// A leaf that the rule language allows, of any form.
  public mutating func leaf(_ code: String, points: Rational) -> Leaf {
    switch integer(0...9) {
    case 0...3: measuredLeaf(code, points)
    case 4: levelsLeaf(code, points)
    case 5: judgedLeaf(code, points)
    case 6, 7: itemsLeaf(code, points)
    default: peerLeaf(code, points)
    }
  }

  private mutating func measuredLeaf(_ code: String, _ points: Rational) -> Leaf {
    var leaf = blank(code, points)
    for _ in 0..<integer(1...2) { leaf.methods.append(measureMethod(points)) }
    if oneIn(4) { leaf.survey = .satisfaction }
    leaf.zeroDenominator = pick(ZeroDenominatorPolicy.allCases)
    chooseAggregate(&leaf, canBeSummed: true)
    if leaf.aggregate == .pooled { addCounts(&leaf) } else { addItems(&leaf) }
    return finished(leaf)
  }

  private mutating func levelsLeaf(_ code: String, _ points: Rational) -> Leaf {
    var leaf = blank(code, points)
    leaf.methods = [
      oneIn(2)
        ? .levels(["优": 1, "良": "0.8", "中": "0.6", "差": 0])
        : .levelRanges(["A": ("0.8", 1), "B": ("0.6", "0.79"), "C": (0, "0.59")])
    ]
    leaf.scorers = pick(ScorerCombination.allCases)
    chooseAggregate(&leaf, canBeSummed: false)
    addItems(&leaf)
    return finished(leaf)
  }

  private mutating func judgedLeaf(_ code: String, _ points: Rational) -> Leaf {
    var leaf = blank(code, points)
    leaf.methods = [.judged]
    leaf.scorers = pick(ScorerCombination.allCases)
    chooseAggregate(&leaf, canBeSummed: false)
    addItems(&leaf)
    return finished(leaf)
  }

  private mutating func itemsLeaf(_ code: String, _ points: Rational) -> Leaf {
    var leaf = blank(code, points)
    chooseAggregate(&leaf, canBeSummed: true)
    addCounts(&leaf)
    if leaf.aggregate != .pooled { addItems(&leaf) }
    return finished(leaf)
  }

  private mutating func peerLeaf(_ code: String, _ points: Rational) -> Leaf {
    var leaf = blank(code, points)
    let better = pick(Better.allCases)
    leaf.methods = [
      pick([
        Method.peerRatio(better: better), .peerRank(better: better, [points, points / 2, points / 3], beyond: 0),
        .peerRange(better: better, base: pick([0, "0.6"])), .ratioToPeerMean(),
        .stepsFromPeerMean(
          number(-2, 2, denominator: 2), each: number(1, 9, denominator: 4), pick(Steps.Side.allCases),
          partial: pick(Steps.Partial.allCases)),
      ])
    ]
    leaf.scope = pick([.district, .enterprise, .park])
    if leaf.scope != .district { leaf.aggregate = .pooled }
    leaf.repeat = pick(Repeat.allCases)
    leaf.zeroDenominator = pick([.error, .notApplicable])
    return finished(leaf)
  }

  private mutating func blank(_ code: String, _ points: Rational) -> Leaf {
    var leaf = Leaf.sample(code: code, points: points, .judged, notApplicable: pick(NotApplicablePolicy.allCases))
    leaf.methods = []
    if oneIn(6) { leaf.appliesTo = ["区", "县级市"] }
    return leaf
  }

  private mutating func chooseAggregate(_ leaf: inout Leaf, canBeSummed: Bool) {
    leaf.scope = pick(Scope.allCases)
    let repeats: [Repeat] = canBeSummed ? Repeat.allCases : [.mean, .latest, .max, .min]
    leaf.repeat = pick(repeats)
    guard leaf.scope != .district else { return }
    let aggregates: [Aggregate] = canBeSummed ? Aggregate.allCases : [.mean, .median, .min, .trimmedMean]
    leaf.aggregate = pick(aggregates)
    leaf.minSites = integer(1...3)
  }

  private mutating func measureMethod(_ points: Rational) -> Method {
    switch integer(0...4) {
    case 0: return .ratio(to: number(1, 4, denominator: 3))
    case 1: return .bands(.above("90%", points), .atLeast("90%", points / 2), .atLeast("50%", 1), .otherwise(0))
    case 2: return .bands(.atLeast("80%", points), .atLeast("60%", points / 3), .atLeast("30%", 0), interpolate: true)
    default:
      let steps = number(-2, 2, denominator: 4)
      return .steps(
        steps.isZero ? 1 : steps, each: pick(["1%", "0.07", "1/3"]), pick(Steps.Side.allCases), "70%",
        partial: pick(Steps.Partial.allCases), max: oneIn(2) ? number(1, 5, denominator: 2) : nil)
    }
  }

  /// `deduct` and `add`, or one of them.
  private mutating func addCounts(_ leaf: inout Leaf) {
    let kind = integer(0...2)
    if kind != 0 {
      let start = leaf.items.count
      leaf.items += [
        .deduct("\(leaf.code).d1", number(1, 3, denominator: 5), max: oneIn(2) ? 2 : nil),
        .deduct("\(leaf.code).d2", "0.5", zeroAt: oneIn(3) ? integer(2...4) : nil),
      ]
      leaf.methods.append(.deduct(start..<leaf.items.count, max: oneIn(3) ? 3 : nil))
    }
    if kind != 1 {
      leaf.items.append(.add("\(leaf.code).a1", number(1, 2, denominator: 7), max: oneIn(3) ? 2 : nil))
      leaf.methods.append(.add(leaf.items.count - 1..<leaf.items.count, max: oneIn(3) ? 1 : nil))
    }
  }

  private mutating func addItems(_ leaf: inout Leaf) {
    if oneIn(3), !leaf.items.contains(where: { $0.kind != .checklist }) { addCounts(&leaf) }
    if oneIn(3) {
      let start = leaf.items.count
      leaf.items += [.tick("\(leaf.code).c1", 1), .tick("\(leaf.code).c2", "0.75")]
      leaf.methods.append(.checklist(start..<leaf.items.count))
    }
  }

  /// Chooses bounds and a start between them, and evidence where that is allowed.
  private mutating func finished(_ leaf: Leaf) -> Leaf {
    var leaf = leaf
    if oneIn(3) { leaf.floor = number(-3, 1, denominator: 2) }
    if oneIn(3) { leaf.cap = leaf.points + number(0, 3, denominator: 2) }
    leaf.start = pick([leaf.points, max(.zero, leaf.floor), leaf.floor]).clamped(from: leaf.floor, to: leaf.cap)
    leaf.evidenceRequired = oneIn(4) && !leaf.isSummed && !leaf.isPeer
    return leaf
  }
}
