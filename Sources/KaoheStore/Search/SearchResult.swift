/// What a search found.
public struct SearchResult: Sendable {
  /// A field with hits.
  public struct Found: Sendable {
    public var field: SearchField
    /// All there are.
    public var count: Int
    /// The first of them.
    public var hits: [SearchHit]
  }

  /// In the order of the fields.
  public var found: [Found]

  /// All there are.
  public var count: Int { found.reduce(0) { $0 + $1.count } }

  /// Those that are listed.
  public var hits: [SearchHit] { found.flatMap(\.hits) }

  /// How many hits of each field are listed where not all can be: each in turn gets one more, so that the many hits of
  /// one field do not hide the few of another.
  static func shares(of counts: [Int], limit: Int) -> [Int] {
    var shares = counts.map { _ in 0 }
    var left = limit
    while left > 0 {
      let open = counts.indices.filter { shares[$0] < counts[$0] }
      if open.isEmpty { break }
      let step = max(1, left / open.count)
      for position in open {
        let more = min(step, counts[position] - shares[position], left)
        shares[position] += more
        left -= more
      }
    }
    return shares
  }
}
