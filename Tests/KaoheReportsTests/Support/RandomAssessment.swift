import KaoheScoring

/// A random rule set of one of each kind of leaf, and random records for it. The same seed gives the same.
struct RandomAssessment {
  private var random: SplitMix
  private(set) var rules: RuleSet = Fixture.rules
  private(set) var records: [DistrictRecords] = []

  init(seed: UInt64) {
    random = SplitMix(state: seed)
    let leaves = (0..<14).map { leaf($0) }
    rules.leaves = leaves
    rules.rounding.leafDecimals = flip() ? Int.random(in: 0...3, using: &random) : nil
    let halves = [Array(0..<7), Array(7..<14)]
    rules.phases[0].sections = zip(["S0", "S1"], halves).map { code, positions in
      Section(
        code: code, title: code, points: positions.map { leaves[$0].points }.sum, floor: nil, cap: flip() ? r(20) : nil,
        children: positions.map(Node.leaf))
    }
    rules.points = leaves.map(\.points).sum
    rules.vetoes = [
      Veto(code: "V1", title: "x", effect: .zero(of: "S1")),
      Veto(code: "V2", title: "y", effect: .zero(of: leaves.randomElement(using: &random)?.code ?? "")),
    ]
    records = (1...4).map { district("D\($0)") }
  }

  private mutating func flip() -> Bool { Bool.random(using: &random) }

  private mutating func number(_ range: ClosedRange<Int>, over denominator: Int = 1) -> Rational {
    r(Int.random(in: range, using: &random), denominator)
  }

  private mutating func items(_ kind: Item.Kind, _ count: Int) -> [Item] {
    (0..<count).map { position in
      Item(
        code: "\(kind.rawValue)\(position)", title: "条目\(position)", kind: kind, points: number(1...30, over: 20),
        max: kind != .checklist && flip() ? number(1...20, over: 10) : nil,
        zeroAt: kind == .deduct && flip() ? 3 : nil)
    }
  }

  private mutating func methods(_ kind: Int) -> (methods: [Method], items: [Item], start: Rational) {
    let max = flip() ? number(5...30, over: 10) : nil
    let bands = [
      Bands.Band(threshold: .atLeast(r(4, 5)), points: r(4)), Bands.Band(threshold: .atLeast(r(1, 2)), points: r(1, 3)),
    ]
    let steps = Steps(
      from: kind == 12 ? .peerMean : .number(r(9, 10)), step: r(7, 100), points: r(-3, 10),
      side: flip() ? .below : .above,
      partial: [.drop, .count, .share].randomElement(using: &random) ?? .drop, max: max)
    let better: Better = flip() ? .higher : .lower
    switch kind {
    case 0: return ([.deduct(Deduct(items: 0..<3, max: max))], items(.deduct, 3), r(4))
    case 1:
      let all = items(.deduct, 2) + items(.add, 2)
      return ([.deduct(Deduct(items: 0..<2, max: nil)), .add(Add(items: 2..<4, max: max))], all, r(2))
    case 2: return ([.checklist(Checklist(items: 0..<3))], items(.checklist, 3), .zero)
    case 3: return ([.ratio(Ratio(target: .number(r(9, 10)), uncapped: flip()))], [], .zero)
    case 4: return ([.bands(Bands(bands: bands, interpolate: flip())), .steps(steps)], [], r(1))
    case 5, 12: return ([.steps(steps)], [], r(4))
    case 6:
      let level = Levels.Level(code: "良", share: .range(from: r(1, 2), to: .one))
      return ([.levels(Levels(levels: [level]))], [], .zero)
    case 7: return ([.judged, .deduct(Deduct(items: 0..<1, max: nil))], items(.deduct, 1), r(1))
    case 8: return ([.peerRatio(PeerRatio(better: better))], [], .zero)
    case 9: return ([.peerRank(PeerRank(better: better, points: [r(4), r(2)], beyond: r(1)))], [], .zero)
    case 10: return ([.peerRange(PeerRange(better: better, base: r(2, 5)))], [], .zero)
    case 11: return ([.ratio(Ratio(target: .peerMean, uncapped: false))], [], .zero)
    default: return ([.ratio(Ratio(target: .number(.one), uncapped: false))], [], .zero)
    }
  }

  private mutating func leaf(_ kind: Int) -> Leaf {
    let (methods, items, start) = methods(kind)
    let isPeer = (8...12).contains(kind)
    var leaf = Leaf(
      code: "L\(kind)", title: "指标\(kind)", points: r(4), start: start, cap: flip() ? r(4) : r(5), methods: methods,
      items: items)
    leaf.scope = isPeer ? .district : (flip() ? .district : .enterprise)
    leaf.aggregate = [.mean, .median, .min, .trimmedMean].randomElement(using: &random) ?? .mean
    if kind == 13 { (leaf.scope, leaf.aggregate) = (.enterprise, .pooled) }
    leaf.repeat = [.mean, .latest, .max, .min].randomElement(using: &random) ?? .mean
    if kind <= 5, flip() { leaf.repeat = .total }
    leaf.minSites = flip() ? 1 : 3
    leaf.floor = flip() ? .zero : r(-1)
    leaf.notApplicable = NotApplicablePolicy.allCases.randomElement(using: &random) ?? .full
    leaf.zeroDenominator =
      isPeer ? .notApplicable : ([.full, .zero, .notApplicable].randomElement(using: &random) ?? .full)
    leaf.evidenceRequired = !leaf.isSummed && !isPeer && flip()
    return leaf
  }

  private mutating func rows(of leaf: Leaf) -> [Observation] {
    if Int.random(in: 0..<9, using: &random) == 0 {
      return [Observation(value: .notApplicable, scorer: "", hasEvidence: false)]
    }
    var values: [ObservedValue] = []
    for (position, item) in leaf.items.enumerated() where item.kind == .checklist || flip() {
      values.append(item.kind == .checklist ? .met(item: position, flip()) : .count(item: position, number(0...5)))
    }
    if leaf.hasMeasure {
      let denominator = flip() ? number(0...3) : number(1...97)
      let numerator = denominator.isZero ? denominator : number(0...90)
      values.append(.measure(.fraction(numerator: numerator, denominator: denominator)))
    }
    let scorers = Int.random(in: 1...6, using: &random)
    for _ in 0..<scorers where leaf.levels != nil { values.append(.level(0, share: number(50...100, over: 100))) }
    for _ in 0..<scorers where leaf.isJudged { values.append(.judged(number(0...12, over: 3))) }
    if values.isEmpty { values = [.none] }
    let hasEvidence = flip()
    return values.map { Observation(value: $0, scorer: "", hasEvidence: hasEvidence) }
  }

  private mutating func district(_ code: String) -> DistrictRecords {
    let enterprises = (0..<Int.random(in: 0...6, using: &random)).map { "\(code)E\($0)" }
    let subjects = [Subject(scope: .district, code: code)] + enterprises.map { Subject(scope: .enterprise, code: $0) }
    var visits: [VisitRecord] = []
    for subject in subjects {
      for visit in 0..<Int.random(in: 1...3, using: &random) {
        let leaves = rules.leaves.indices.filter {
          rules.leaves[$0].scope == subject.scope && Int.random(in: 0..<5, using: &random) > 0
        }
        visits.append(
          VisitRecord(
            code: "\(subject.code)-\(visit)", date: "2022-0\(visit + 1)-01", subject: subject,
            leaves: leaves.map { .init(leaf: $0, rows: rows(of: rules.leaves[$0])) }))
      }
    }
    let vetoes = rules.vetoes.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
    return DistrictRecords(
      participant: Participant(code: code, name: code, category: "区"), enterprises: enterprises, visits: visits,
      entries: vetoes.map {
        AdjustmentEntry(
          entry: "\(code)\($0.code)", code: $0.code, level: nil, event: nil, count: .one, hasEvidence: true)
      })
  }
}

/// Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
