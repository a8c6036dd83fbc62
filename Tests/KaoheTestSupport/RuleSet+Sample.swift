import KaoheScoring

extension RuleSet {
  /// One phase with one section `S` that holds all the leaves.
  public static func sample(_ leaves: [Leaf]) -> RuleSet {
    .sample(leaves, sections: [.sample("S", leaves.map(\.points).sum, Array(leaves.indices))])
  }

  /// One phase with these sections, which name the leaves by position.
  public static func sample(_ leaves: [Leaf], sections: [Section]) -> RuleSet {
    .sample(leaves, phases: [Phase(code: "", title: "", weight: .one, sections: sections)])
  }

  /// The points are those of the first phase's sections.
  public static func sample(_ leaves: [Leaf], phases: [Phase]) -> RuleSet {
    RuleSet(
      code: "sample", title: "演示细则", year: 2022, points: phases[0].sections.map(\.points).sum,
      rounding: Rounding(mode: .halfUp, totalDecimals: 2, leafDecimals: nil), ranking: .published, totalCap: nil,
      quotaTies: .none, documents: [], phases: phases, leaves: leaves, bonus: nil, penalty: nil, vetoes: [], grades: [],
      ties: [])
  }

  /// The same rule set, changed.
  public func with(_ change: (inout RuleSet) -> Void) -> RuleSet {
    var changed = self
    change(&changed)
    return changed
  }

  /// A visit with its rows by leaf code; to the district `d1` unless another subject is named.
  public func visit(
    _ code: String = "v1", to subject: String = "district:d1", on date: String = "2022-06-01",
    recording rows: KeyValuePairs<String, [Row]>
  ) throws(ObservationProblem) -> VisitRecord {
    guard let subject = Subject(subject) else { preconditionFailure("“\(subject)” is no subject") }
    var recorded: [VisitRecord.LeafRows] = []
    for (leafCode, rows) in rows {
      guard let leaf = leaves.firstIndex(where: { $0.code == leafCode }) else {
        preconditionFailure("no leaf “\(leafCode)”")
      }
      var observations: [Observation] = []
      for row in rows { observations.append(try row.observation(of: leaves[leaf])) }
      recorded.append(VisitRecord.LeafRows(leaf: leaf, rows: observations))
    }
    return VisitRecord(code: code, date: date, subject: subject, leaves: recorded)
  }

  /// A district that one visit went to, with one row for each leaf that is named.
  public func district(
    _ code: String, category: String = "区", _ rows: KeyValuePairs<String, String>, entries: [AdjustmentEntry] = []
  ) throws(ObservationProblem) -> DistrictRecords {
    var record = DistrictRecords.sample(code, category: category, entries: entries)
    for (leaf, value) in rows {
      record.visits.append(try visit("v-\(code)-\(leaf)", to: "district:\(code)", recording: [leaf: [Row("", value)]]))
    }
    return record
  }

  /// The district `d1`.
  public func district(
    category: String = "区", _ rows: KeyValuePairs<String, String>, entries: [AdjustmentEntry] = []
  ) throws(ObservationProblem) -> DistrictRecords {
    try district("d1", category: category, rows, entries: entries)
  }

  /// All steps at once.
  public func ranking(_ records: [DistrictRecords], pools: Bool = false, explaining: String? = nil) -> Ranking {
    rank(
      records.map { appraise($0, explaining: explaining == $0.participant.code) }, pools: pools, explaining: explaining)
  }

  /// The result of a district that is alone in its assessment.
  public func card(_ record: DistrictRecords) -> Scorecard { ranking([record]).scorecards[0] }
}

extension Section {
  /// A section whose children are leaves, named by position.
  public static func sample(
    _ code: String, _ points: Rational, _ leaves: [Int], floor: Rational? = nil, cap: Rational? = nil
  ) -> Section {
    .sample(code, points, children: leaves.map(Node.leaf), floor: floor, cap: cap)
  }

  public static func sample(
    _ code: String, _ points: Rational, children: [Node], floor: Rational? = nil, cap: Rational? = nil
  ) -> Section {
    Section(code: code, title: code, points: points, floor: floor, cap: cap, children: children)
  }
}

extension Ranking {
  /// - Precondition: the district takes part.
  public subscript(code: String) -> Scorecard { scorecards.first { $0.participant.code == code }! }

  /// Codes in the order in which they are printed.
  public var codes: [String] { scorecards.map(\.participant.code) }

  public var ranks: [Int?] { scorecards.map(\.rank) }
}
