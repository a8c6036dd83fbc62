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

/// Collects differences: all are counted, the first are kept.
public final class DerivedDifferences {
  public private(set) var first: [DerivedDifference] = []
  public private(set) var count = 0
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  func add(_ difference: DerivedDifference) {
    count += 1
    if first.count < limit { first.append(difference) }
  }
}
