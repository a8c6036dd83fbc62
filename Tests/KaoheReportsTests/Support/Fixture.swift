import KaoheScoring

/// A small assessment made by hand: two districts, one of each kind of trouble.
enum Fixture {
  static let lateReport = Item(code: "late", title: "迟报", kind: .deduct, points: r(1, 5), max: r(2))
  static let noMinutes = Item(code: "minutes", title: "无会议纪要", kind: .deduct, points: r(1, 2), zeroAt: 4)

  static let rules = RuleSet(
    code: "test-2022", title: "考核细则（演示）", year: 2022, points: r(30),
    rounding: Rounding(mode: .halfUp, totalDecimals: 2, leafDecimals: nil), ranking: .published, totalCap: r(32),
    quotaTies: .none, documents: [], phases: [Phase(code: "", title: "", weight: .one, sections: sections)],
    leaves: leaves, bonus: bonus, penalty: penalty,
    vetoes: [
      Veto(code: "V1", title: "伪造台账", effect: .fail), Veto(code: "V2", title: "群体性事件", effect: .zero(of: "B")),
    ],
    grades: [
      Grade(code: "优秀", min: r(27), quota: nil, withBetter: false, conditions: []),
      Grade(code: "合格", min: nil, quota: nil, withBetter: false, conditions: []),
    ], ties: [])

  static let sections = [
    Section(code: "A", title: "组织领导", points: r(10), floor: nil, cap: nil, children: [.leaf(0), .leaf(1), .leaf(2)]),
    Section(
      code: "B", title: "技能素质", points: r(12), floor: nil, cap: nil,
      children: [
        .section(Section(code: "B1", title: "持证", points: r(5), floor: nil, cap: r(9, 2), children: [.leaf(3)])),
        .leaf(4), .leaf(5),
      ]),
    Section(code: "C", title: "特色园区", points: r(8), floor: nil, cap: nil, children: [.leaf(6), .leaf(7)]),
  ]

  static let leaves = [
    Leaf(
      code: "A1", title: "信息报送", points: r(3), start: r(3), cap: r(3),
      methods: [.deduct(Deduct(items: 0..<2, max: nil))], items: [lateReport, noMinutes],
      clause: "3.1 迟报一次扣0.2分，\n无纪要一次扣0.5分，四次及以上不得分", department: "产改办"),
    Leaf(
      code: "A2", title: "纳入要点", points: r(3), start: .zero, cap: r(3),
      methods: [.checklist(Checklist(items: 0..<2))],
      items: [
        Item(code: "plan", title: "列入年度要点", kind: .checklist, points: r(2)),
        Item(code: "exam", title: "列入综合考核", kind: .checklist, points: r(1)),
      ]),
    Leaf(
      code: "A3", title: "重点项目完成率", points: r(4), repeat: .mean, start: .zero, cap: r(4),
      methods: [.ratio(Ratio(target: .number(r(9, 10)), uncapped: false))]),
    Leaf(
      code: "B1.1", title: "持证率", points: r(5), scope: .enterprise, start: .zero, cap: r(5),
      methods: [
        .bands(
          Bands(
            bands: [
              Bands.Band(threshold: .atLeast(r(4, 5)), points: r(5)),
              Bands.Band(threshold: .atLeast(r(3, 5)), points: .zero),
            ], interpolate: true))
      ]),
    Leaf(
      code: "B2", title: "创新案例", points: r(4), scorers: .mean, start: .zero, cap: r(4), methods: [.judged],
      evidenceRequired: true),
    Leaf(
      code: "B3", title: "技能等级证书", points: r(3), start: .zero, cap: r(3),
      methods: [.peerRank(PeerRank(better: .higher, points: [r(3), r(2)], beyond: r(1)))]),
    Leaf(
      code: "C1", title: "指导站", points: r(5), scope: .park, start: .zero, cap: r(5),
      methods: [.levels(Levels(levels: [Levels.Level(code: "优", share: .fixed(.one))]))]),
    Leaf(
      code: "C2", title: "建会率", points: r(3), start: r(3), cap: r(3),
      methods: [
        .steps(
          Steps(
            from: .number(r(9, 10)), step: r(1, 100), points: r(-1, 10), side: .below, partial: .drop, max: nil))
      ]),
  ]

  static let bonus = AdjustmentRules(
    cap: r(5), perEvent: .highest,
    groups: [
      AdjustmentGroup(
        code: "J1", title: "经验推广", cap: r(2), evidenceRequired: true,
        levels: [.init(code: "国家级", points: r(2)), .init(code: "省级", points: .one)])
    ])

  static let penalty = AdjustmentRules(
    cap: nil, perEvent: .all,
    groups: [
      AdjustmentGroup(
        code: "K1", title: "数据不实", cap: nil, evidenceRequired: false, levels: [.init(code: "一般", points: r(1, 2))])
    ])

  static let huishan = Participant(code: "320206", name: "惠山区", category: "区")
  static let jiangyin = Participant(code: "320281", name: "江阴市", category: "县级市")

  static let records: [DistrictRecords] = [
    DistrictRecords(
      participant: huishan, enterprises: ["E1", "E2", "E3"],
      visits: [
        visit(
          "V1", "2022-06-01", "district:320206",
          [
            (
              0,
              [
                row(.count(item: 0, r(2)), "late", "2", reason: "两次月报迟报", evidence: ["T1"]),
                row(.count(item: 1, r(1)), "minutes", "1", reason: "六月无纪要"),
              ]
            ),
            (1, [row(.met(item: 0, true), "plan", "yes"), row(.met(item: 1, false), "exam", "no")]),
            (2, [row(.measure(.fraction(numerator: r(3), denominator: r(4))), "", "3/4")]),
            (
              4,
              [row(.judged(r(3)), "", "3", scorer: "I1", evidence: ["T1"]), row(.judged(r(4)), "", "4", scorer: "I2")]
            ),
            (5, [row(.measure(.number(r(1041))), "", "1041")]),
            (7, [row(.measure(.number(r(17, 20))), "", "85%")]),
          ]),
        visit(
          "V2", "2022-09-01", "district:320206",
          [
            (2, [row(.measure(.fraction(numerator: r(4), denominator: r(4))), "", "4/4")])
          ]),
        visit("V3", "2022-06-02", "enterprise:E1", [(3, [row(.measure(.number(r(79, 100))), "", "79%")])]),
        visit(
          "V4", "2022-06-02", "enterprise:E2",
          [(3, [row(.measure(.fraction(numerator: r(2), denominator: r(3))), "", "2/3")])]),
        visit("V5", "2022-06-03", "enterprise:E3", [(3, [row(.measure(.number(.one)), "", "100%")])]),
      ],
      entries: [
        AdjustmentEntry(entry: "A1", code: "J1", level: "国家级", event: "连环画", count: .one, hasEvidence: true),
        AdjustmentEntry(entry: "A2", code: "J1", level: "省级", event: "连环画", count: .one, hasEvidence: true),
        AdjustmentEntry(entry: "A3", code: "J1", level: "省级", event: nil, count: .one, hasEvidence: true),
        AdjustmentEntry(entry: "A4", code: "J1", level: "省级", event: nil, count: .one, hasEvidence: false),
        AdjustmentEntry(entry: "A5", code: "K1", level: "一般", event: nil, count: r(2), hasEvidence: false),
      ]),
    DistrictRecords(
      participant: jiangyin, enterprises: ["E9"], parks: ["P9"],
      visits: [
        visit(
          "V6", "2022-06-01", "district:320281",
          [
            (0, [row(.none, "", "none")]), (5, [row(.measure(.number(r(2000))), "", "2000")]),
            (7, [row(.measure(.number(r(95, 100))), "", "95%")]),
          ]),
        visit("V7", "2022-06-01", "park:P9", [(6, [row(.level(0, share: .one), "", "优")])]),
      ],
      entries: [AdjustmentEntry(entry: "A9", code: "V2", level: nil, event: nil, count: .one, hasEvidence: true)]),
  ]

  static func explanation(of code: String) -> DistrictExplanation {
    let appraisals = records.map { rules.appraise($0, explaining: true) }
    let ranking = rules.rank(appraisals, pools: false, explaining: code)
    return DistrictExplanation(
      assessment: "2022", title: "产改考核", ruleSet: rules,
      appraisal: appraisals.first { $0.participant.code == code }!,
      scorecard: ranking.scorecards.first { $0.participant.code == code }!,
      siteNames: [Subject(scope: .enterprise, code: "E1"): "示例电器有限公司"],
      visits: ["V1": .init(group: "G1", groupName: "第一督查观摩组", status: "confirmed")],
      entries: ["A1": .init(date: "2022-05-01", reason: "连环画获转载", evidence: ["T1"])],
      inspectorNames: ["I1": "张三"], evidenceTitles: ["T1": "月报台账"])
  }

  private static func visit(
    _ code: String, _ date: String, _ subject: String, _ leaves: [(Int, [Observation])]
  ) -> VisitRecord {
    VisitRecord(
      code: code, date: date, subject: Subject(subject)!,
      leaves: leaves.map { VisitRecord.LeafRows(leaf: $0.0, rows: $0.1) })
  }

  private static func row(
    _ value: ObservedValue, _ item: String, _ written: String, scorer: String = "", reason: String = "",
    evidence: [String] = []
  ) -> Observation {
    Observation(
      value: value, scorer: scorer, hasEvidence: !evidence.isEmpty,
      provenance: Provenance(
        item: item, value: written, reason: reason, evidence: evidence, recordedBy: "I1",
        recordedAt: "2022-06-01T09:00:00Z"))
  }
}

func r(_ numerator: Int, _ denominator: Int = 1) -> Rational { Rational(numerator, denominator) }
