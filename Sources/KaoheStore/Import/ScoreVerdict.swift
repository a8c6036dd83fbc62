/// What a row of scores.csv says by itself, found out before it is stored.
struct ScoreVerdict: OptionSet {
  let rawValue: UInt8

  /// Its leaf can read it, whoever scored may do so, its evidence is known, and it withdraws nothing: there is nothing to
  /// say about it, unless it is new and lacks a reason.
  static let plain = ScoreVerdict(rawValue: 1)
  /// A new observation needs a reason here, and there is none.
  static let lacksReason = ScoreVerdict(rawValue: 2)
  /// The row before is one of another visit.
  static let beginsVisit = ScoreVerdict(rawValue: 4)
  /// The rows of the visit before have to be looked at as a whole.
  static let followsUnsound = ScoreVerdict(rawValue: 8)
}
