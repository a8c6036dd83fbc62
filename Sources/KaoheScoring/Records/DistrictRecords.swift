/// A district that an assessment ranks.
public struct Participant: Sendable, Hashable {
  public var code: String
  public var name: String
  /// As copied at enrolment: 县级市, 区, 开发区.
  public var category: String

  public init(code: String, name: String, category: String) {
    self.code = code
    self.name = name
    self.category = category
  }
}

/// Everything recorded about one participant in one assessment: what the engine scores it by.
public struct DistrictRecords: Sendable {
  public var participant: Participant
  /// The roster: codes of the district's pilot enterprises and parks, observed or not.
  public var enterprises: [String]
  public var parks: [String]
  /// The visits that count (submitted or confirmed) to the district and its sites, in any order.
  public var visits: [VisitRecord]
  public var entries: [AdjustmentEntry]

  public init(
    participant: Participant, enterprises: [String] = [], parks: [String] = [], visits: [VisitRecord] = [],
    entries: [AdjustmentEntry] = []
  ) {
    self.participant = participant
    self.enterprises = enterprises
    self.parks = parks
    self.visits = visits
    self.entries = entries
  }

  func siteCount(_ scope: Scope) -> Int {
    switch scope {
    case .district: 1
    case .enterprise: enterprises.count
    case .park: parks.count
    }
  }
}

/// One visit (实地督查) with its live observations.
public struct VisitRecord: Sendable {
  public struct LeafRows: Sendable {
    /// A position in the rule set's leaves.
    public var leaf: Int
    /// A part of what was recorded at the visit, where that is kept in one piece.
    public var rows: ArraySlice<Observation>
    /// Why the rows can't be scored as they are; nil where they can, and then there are some.
    public var flaw: Flaw?
    /// The rows scored, if somebody has done so.
    public var finding: Finding?

    public init(leaf: Int, rows: ArraySlice<Observation>, flaw: Flaw? = nil, finding: Finding? = nil) {
      self.leaf = leaf
      self.rows = rows
      self.flaw = flaw
      self.finding = finding
    }

    public init(leaf: Int, rows: [Observation], flaw: Flaw? = nil) {
      self.init(leaf: leaf, rows: rows[...], flaw: flaw)
    }
  }

  /// What makes a leaf count as missing until a person has decided.
  public enum Flaw: Sendable, Hashable {
    /// Two live observations of one cell, of which neither supersedes the other.
    case conflict
    /// A value that does not fit the leaf, which only another program can have written.
    case unreadable
  }

  public var code: String
  /// YYYY-MM-DD.
  public var date: String
  public var subject: Subject
  public var leaves: [LeafRows]

  public init(code: String, date: String, subject: Subject, leaves: [LeafRows]) {
    self.code = code
    self.date = date
    self.subject = subject
    self.leaves = leaves
  }
}

/// One entry of bonus, penalty or veto.
public struct AdjustmentEntry: Sendable, Hashable {
  /// The entry's own code.
  public var entry: String
  /// A group of bonus or penalty, or a veto.
  public var code: String
  /// The group's level; nil for a veto.
  public var level: String?
  /// nil: an event of its own.
  public var event: String?
  /// 0 withdraws the entry.
  public var count: Rational
  public var hasEvidence: Bool

  public init(entry: String, code: String, level: String?, event: String?, count: Rational, hasEvidence: Bool) {
    self.entry = entry
    self.code = code
    self.level = level
    self.event = event
    self.count = count
    self.hasEvidence = hasEvidence
  }
}
