import KaoheScoring

/// What kind of leaf it is: its methods in the rule file, and what is measured there.
enum LeafForm {
  case ratio, headcount, peerMean, survey, bands, interpolated, steps, growth
  case levels, shares, judged, deduct, add, checklist
  case peerRange, peerRatio, peerRank

  /// The forms of a scope's leaves, over and over. In one round of a site's there are about 1.4 rows a leaf.
  ///
  /// The mean of the peers comes last, so that 36 leaves have none and 37 have one: its exact value has a denominator of all
  /// the peers' denominators, and is a measurement of its own.
  static func of(_ scope: Scope) -> [LeafForm] {
    switch scope {
    case .district: [.checklist, .peerRange, .deduct, .ratio, .judged, .peerRatio, .levels, .peerRank]
    case .enterprise:
      [
        .ratio, .deduct, .levels, .headcount, .checklist, .bands, .steps, .judged, .ratio, .interpolated, .survey,
        .shares, .ratio, .deduct, .growth, .steps, .checklist, .ratio, .bands, .add, .headcount, .interpolated, .deduct,
        .levels, .peerMean,
      ]
    case .park: [.checklist, .levels, .ratio, .bands, .shares, .steps]
    }
  }

  var title: String {
    switch self {
    case .ratio: "任务完成率"
    case .headcount: "持证上岗率"
    case .peerMean: "技能培训覆盖率"
    case .survey: "职工满意度"
    case .bands: "集体合同建制率"
    case .interpolated: "高技能人才占比"
    case .steps: "竞赛参与率"
    case .growth: "一线职工工资增幅"
    case .levels: "工作机制运行"
    case .shares: "主体协同"
    case .judged: "创新案例"
    case .deduct: "台账资料与信息报送"
    case .add: "创新工作室与创新成果"
    case .checklist: "校企合作、学徒制、师带徒"
    case .peerRange: "产改经费投入强度"
    case .peerRatio: "新增高技能人才"
    case .peerRank: "建会入会率"
    }
  }

  /// The keys of the leaf beside code, title, points and scope, one a line.
  func keys(_ code: String, points: Rational) -> [String] {
    func part(_ tenths: Int) -> String { (points * Rational(tenths, 10)).plainText }
    let full = points.plainText
    func items(_ tenths: Int...) -> String {
      let list = tenths.enumerated().map {
        "{code: \(code)-\($0.offset + 1), title: 第\($0.offset + 1)项, points: \(part($0.element))}"
      }
      return "[" + list.joined(separator: ", ") + "]"
    }
    switch self {
    case .ratio: return ["repeat: latest", "methods: [ratio]"]
    case .headcount: return ["aggregate: pooled", "methods: [ratio]"]
    case .peerMean: return ["aggregate: pooled", "methods: [ratio: {target: peer_mean}]"]
    case .survey:
      return [
        "aggregate: pooled", "survey: {weights: {满意: 1, 基本满意: 0.75, 不满意: 0.55}, excluded: [不了解]}",
        "methods: [ratio]",
      ]
    case .bands:
      return [
        "methods: [bands: {bands: [{at_least: 90%, points: \(full)}, {at_least: 80%, points: \(part(7))}, "
          + "{at_least: 65%, points: \(part(3))}]}]"
      ]
    case .interpolated:
      return [
        "methods: [bands: {interpolate: true, bands: [{at_least: 80%, points: \(full)}, {at_least: 60%, points: 0}]}]"
      ]
    case .steps: return ["methods: [steps: {from: 85%, step: 5%, points: -\(part(1)), side: below}]"]
    case .growth:
      return [
        "methods: [bands: {bands: [{at_least: 8%, points: \(full)}, {at_least: 5%, points: \(part(7))}, "
          + "{at_least: 0, points: \(part(3))}]}]"
      ]
    case .levels:
      return [
        "methods: [levels: {levels: [{code: 优, share: 1}, {code: 良, share: 0.8}, {code: 中, share: 0.6}, "
          + "{code: 差, share: 0}]}]"
      ]
    case .shares:
      return [
        "evidence: required",
        "methods: [levels: {levels: [{code: 优, from: 0.8, to: 1}, {code: 良, from: 0.6, to: 0.79}, "
          + "{code: 中, from: 0.4, to: 0.59}, {code: 差, share: 0}]}]",
      ]
    case .judged: return ["scorers: trimmed_mean", "methods: [judged]"]
    case .deduct: return ["methods: [deduct: {items: \(items(3, 1, 2))}]"]
    case .add: return ["methods: [add: {items: \(items(2, 4))}]"]
    case .checklist: return ["methods: [checklist: {items: \(items(4, 3, 3))}]"]
    case .peerRange: return ["methods: [peer_range: {better: higher, base: 0.6}]"]
    case .peerRatio: return ["methods: [peer_ratio: {better: higher}]"]
    case .peerRank:
      return [
        "methods: [peer_rank: {better: higher, points: [\(full), \(part(9)), \(part(8))], "
          + "beyond: \(part(7))}]"
      ]
    }
  }
}
