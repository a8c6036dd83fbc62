import KaoheScoring

/// A row of scores as it is written: item, value, scorer.
public struct Row: ExpressibleByStringLiteral, Sendable {
  public var item: String
  public var value: String
  public var scorer: String
  public var hasEvidence: Bool

  public init(_ item: String = "", _ value: String, by scorer: String = "", evidence: Bool = true) {
    self.item = item
    self.value = value
    self.scorer = scorer
    self.hasEvidence = evidence
  }

  public init(_ item: String, _ count: Int) { self.init(item, String(count)) }

  public init(stringLiteral value: String) { self.init("", value) }

  /// The observation that it makes of this leaf.
  public func observation(of leaf: Leaf) throws(ObservationProblem) -> Observation {
    Observation(value: try leaf.read(item: item, value: value), scorer: scorer, hasEvidence: hasEvidence)
  }
}
