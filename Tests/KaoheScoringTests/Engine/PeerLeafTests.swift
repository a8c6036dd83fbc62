import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Peer leaves: evaluated once every district's measure is known")
struct PeerLeafTests {
  @Test(
    "with repeat the visits' measures are combined instead of their scores",
    arguments: [
      (.mean, "30"), (.latest, "20"), (.max, "60"), (.min, "10"),
    ] as [(Repeat, Rational)])
  func repeats(repeat: Repeat, measure: Rational) throws {
    let rules = RuleSet.sample([.sample(.peerRatio(better: .higher), repeat: `repeat`)])
    let visits = try ["10", "60", "n/a", "20"].enumerated().map { position, value in
      try rules.visit("v\(position)", on: "2022-0\(position + 1)-01", recording: ["L": [Row("", value)]])
    }
    let ranking = rules.ranking([.sample(visits: visits), try rules.district("d2", ["L": "120"])])
    #expect(ranking["d1"].leaves[0].measure == measure)
    #expect(ranking["d1"].leaves[0].score == measure / 12)
    #expect(ranking["d2"].leaves[0].score == 10)
  }

  @Test("with total the sum of the fractions is the measure")
  func total() throws {
    let rules = RuleSet.sample([.sample(.peerRatio(better: .higher), repeat: .total)])
    let visits = try ["1/10", "5/10"].enumerated().map { position, value in
      try rules.visit("v\(position)", recording: ["L": [Row("", value)]])
    }
    let ranking = rules.ranking([.sample(visits: visits), try rules.district("d2", ["L": "6/10"])])
    #expect(ranking["d1"].leaves[0].measure == "0.3" && ranking["d1"].leaves[0].score == 5)
  }

  @Test("with aggregate: pooled the sum over the sites is the measure")
  func pooled() throws {
    let rules = RuleSet.sample([
      .sample(.peerRank(better: .higher, [10, 6], beyond: 0), scope: .enterprise, aggregate: .pooled)
    ])
    func district(_ code: String, _ values: [String]) throws -> DistrictRecords {
      .sample(
        code, enterprises: values.indices.map { "\(code)-e\($0)" },
        visits: try values.enumerated().map { position, value in
          try rules.visit(
            "\(code)-\(position)", to: "enterprise:\(code)-e\(position)", recording: ["L": [Row("", value)]])
        })
    }
    let ranking = rules.ranking([
      try district("d1", ["9/10", "100/200"]), try district("d2", ["3/5"]), try district("d3", []),
    ])
    #expect(ranking["d1"].leaves[0].measure == "109/210")
    #expect(["d1", "d2", "d3"].map { ranking[$0].leaves[0].score } == [6, 10, nil])
  }

  @Test("peers are of the same category, if the assessment has pools")
  func pools() throws {
    let rules = RuleSet.sample([.sample(.ratioToPeerMean())])
    let records = [
      try rules.district("d1", category: "区", ["L": "10"]), try rules.district("d2", category: "区", ["L": "30"]),
      try rules.district("d3", category: "县级市", ["L": "80"]),
    ]
    let pools = rules.ranking(records, pools: true)
    #expect(["d1", "d2", "d3"].map { pools[$0].leaves[0].score } == [5, 10, 10])
    let all = rules.ranking(records)
    #expect(["d1", "d2", "d3"].map { all[$0].leaves[0].score } == ["2.5", "7.5", 10])
  }

  @Test("the mean is of the districts' measures, not of their visits'")
  func meanOfDistricts() throws {
    let rules = RuleSet.sample([.sample(.stepsFromPeerMean(-1, each: 1, .below))])
    let visits = try ["10", "10", "10"].enumerated().map { position, value in
      try rules.visit("v\(position)", recording: ["L": [Row("", value)]])
    }
    let ranking = rules.ranking([.sample(visits: visits), try rules.district("d2", ["L": "20"])])
    #expect(ranking["d1"].leaves[0].score == 5)
  }

  @Test("two methods with peer_mean side by side, and one without")
  func sideBySide() throws {
    let leaf = Leaf.sample(
      .ratioToPeerMean(), .stepsFromPeerMean(1, each: 10, .above), .bands(.atLeast(30, 1)), cap: 20)
    #expect(try peerScores(leaf, ["10", "30"]) == [5, 12])
  }

  @Test("a survey is a measure too")
  func survey() throws {
    let rules = RuleSet.sample([.sample(.peerRatio(better: .higher), survey: .satisfaction)])
    let records = try [("d1", "满意"), ("d2", "基本满意")].map { code, answer in
      DistrictRecords.sample(
        code, visits: [try rules.visit(code, to: "district:\(code)", recording: ["L": [Row(answer, 9)]])])
    }
    #expect(rules.ranking(records)["d2"].leaves[0].score == "7.5")
  }

  @Test("start, floor and cap hold here as well")
  func bounds() throws {
    let leaf = Leaf.sample(.peerRank(better: .higher, [10, 1], beyond: -9), start: 1, floor: -2, cap: 10)
    #expect(try peerScores(leaf, ["9", "5", "1"]) == [10, 2, -2])
  }

  @Test("leaf_decimals rounds the score that the peers give")
  func leafDecimals() throws {
    let rules = RuleSet.sample([.sample(.peerRatio(better: .higher))]).with { $0.rounding.leafDecimals = 1 }
    let ranking = rules.ranking([try rules.district("d1", ["L": "1"]), try rules.district("d2", ["L": "3"])])
    #expect(ranking["d1"].leaves[0].score == "3.3")
  }

  @Test("an appraisal that was condensed, and rebuilt without its explanation, ranks the same")
  func condensed() throws {
    let rules = RuleSet.sample([.sample(.peerRange(better: .higher, base: "0.6"))])
    let appraisals = try [("d1", "1/3"), ("d2", "0.9"), ("d3", "n/a")].map { code, value in
      rules.appraise(try rules.district(code, ["L": value]), explaining: true)
    }
    let full = rules.rank(appraisals, pools: false).scorecards
    let condensed = rules.rank(appraisals.map(\.condensed), pools: false).scorecards
    #expect(full.map(\.exactTotal) == condensed.map(\.exactTotal))
    #expect(full.map(\.rank) == condensed.map(\.rank))
  }
}
