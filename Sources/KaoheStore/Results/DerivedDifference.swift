import KaoheScoring

/// A row of results that is not what the records give.
public struct DerivedDifference: Sendable, Hashable {
  public var table: String
  /// Code of the district; empty where it is about the whole assessment.
  public var district: String
  /// What identifies the row within its district: a leaf, a visit, …
  public var key: [String]
  /// Names of the values.
  public var columns: [String]
  /// nil where there is no such row.
  public var stored: [String?]?
  /// nil where there should be none.
  public var computed: [String?]?
}

/// Collects differences: all are counted, the first of each table are kept.
public final class DerivedDifferences {
  public private(set) var first: [DerivedDifference] = []
  /// How many there are, by table.
  public private(set) var counts: [String: Int] = [:]
  private let limit: Int

  /// - Parameter limit: how many of each table are kept.
  init(limit: Int) { self.limit = limit }

  public var count: Int { counts.values.reduce(0, +) }

  func add(_ difference: DerivedDifference) {
    counts[difference.table, default: 0] += 1
    if counts[difference.table, default: 0] <= limit { first.append(difference) }
  }
}
