/// Records of which two sides hold different things, to be decided by a person (冲突).
public struct Conflict: Sendable {
  /// What a person calls it by: `V1/A1.1/A1.1-1/P03` (visit, leaf, item, scorer) or `pilot_enterprise/E01`.
  public var name: String
  /// The table of the record; empty for observations.
  public var table: String
  /// The subject of the visit, e.g. `enterprise:E01`; empty for other records.
  public var subject: String
  /// The district's code; empty where there is none.
  public var district: String
  public var districtName: String
  /// What there is to choose from, oldest first.
  public var candidates: [Candidate]

  public struct Candidate: Sendable {
    /// What a decision names it by.
    public var id: String
    /// Item and scorer of an observation, where the rows of a conflict differ in them; else empty.
    public var place: String
    public var content: Content
    /// Why it was recorded; empty where not given.
    public var reason: String
    /// Who and when (UTC); empty for what a record held before its first change.
    public var recordedBy: String
    public var recordedAt: String
    /// The group in whose copy it was recorded; empty for the office's own.
    public var group: String
    /// Whether it is what is shown until a decision.
    public var isShown: Bool
  }

  public enum Content: Sendable, Hashable {
    /// An observation's value, as written.
    case value(String)
    /// The columns in which the candidates differ; nil: empty.
    case columns([Column])
    /// The record is no more.
    case deleted
  }

  public struct Column: Sendable, Hashable {
    public var name: String
    public var value: String?
  }
}
