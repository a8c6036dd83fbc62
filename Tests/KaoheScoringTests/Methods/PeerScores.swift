import KaoheScoring
import KaoheTestSupport

/// The scores of a peer leaf for districts d1, d2, … with these values; nil for a district without one.
///
/// A value of nil is a district at which nothing was observed.
func peerScores(_ leaf: Leaf, _ values: [String?]) throws -> [Rational?] {
  let rules = RuleSet.sample([leaf])
  let records = try values.enumerated().map { position, value in
    let code = "d\(position + 1)"
    guard let value else { return DistrictRecords.sample(code) }
    return try rules.district(code, [leaf.code: value])
  }
  let ranking = rules.ranking(records)
  return records.map { ranking[$0.participant.code].leaves[0].score }
}
