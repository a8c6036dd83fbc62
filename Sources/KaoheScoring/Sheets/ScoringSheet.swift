/// One visit as it is scored (打分表): what was visited by whom, and what was recorded for each leaf that is scored there.
///
/// What `record` asks from, what `sheet` prints and what `visit submit` checks.
public struct ScoringSheet: Sendable {
  /// What stands above the leaves.
  public struct Head: Sendable, Hashable {
    public var visit: String
    public var assessment: String
    public var assessmentTitle: String
    public var group: String
    public var groupName: String
    /// Code of an inspector, or a name; nil where none is recorded.
    public var leader: String?
    public var subject: Subject
    public var subjectName: String
    /// The district that the visit counts for.
    public var district: String
    public var districtName: String
    /// The district's category as it was enrolled; the district's own where it is not.
    public var category: String
    /// YYYY-MM-DD.
    public var date: String
    /// How it was done: 听汇报, 查台账 …
    public var methods: [String]
    public var status: VisitStatus

    public init(
      visit: String, assessment: String, assessmentTitle: String, group: String, groupName: String, leader: String?,
      subject: Subject, subjectName: String, district: String, districtName: String, category: String, date: String,
      methods: [String], status: VisitStatus
    ) {
      self.visit = visit
      self.assessment = assessment
      self.assessmentTitle = assessmentTitle
      self.group = group
      self.groupName = groupName
      self.leader = leader
      self.subject = subject
      self.subjectName = subjectName
      self.district = district
      self.districtName = districtName
      self.category = category
      self.date = date
      self.methods = methods
      self.status = status
    }
  }

  /// An inspector (督查员).
  public struct Inspector: Sendable, Hashable {
    public var code: String
    public var name: String
    /// Whether the inspector belongs to the district that is scored, and has to stand aside (回避).
    public var isRecused: Bool

    public init(code: String, name: String, isRecused: Bool) {
      self.code = code
      self.name = name
      self.isRecused = isRecused
    }
  }

  public var head: Head
  public var rules: RuleSet
  /// SHA-256 of the rule file, in hexadecimal.
  public var contentHash: String
  /// The members of the visit's group, by code.
  public var inspectors: [Inspector]
  /// One for each leaf that is scored at such a subject, in the rules' order.
  public var entries: [SheetEntry]

  public init(
    head: Head, rules: RuleSet, contentHash: String, inspectors: [Inspector], entries: [SheetEntry]
  ) {
    self.head = head
    self.rules = rules
    self.contentHash = contentHash
    self.inspectors = inspectors
    self.entries = entries
  }
}

extension ScoringSheet {
  /// What the visit comes to so far.
  public struct Sum: Sendable, Hashable {
    /// Of the leaves that are scored by this visit alone.
    public var score: Rational
    /// What those leaves are worth.
    public var points: Rational
    /// Leaves with at least one row.
    public var recorded: Int
    /// Leaves that can be scored here.
    public var leaves: Int

    public init(score: Rational, points: Rational, recorded: Int, leaves: Int) {
      self.score = score
      self.points = points
      self.recorded = recorded
      self.leaves = leaves
    }
  }

  /// The sum over the leaves that have a score of their own at this visit: not those that are not applicable, that lack
  /// something, or whose score is made of several visits or compared among districts.
  public var sum: Sum { Self.sum(of: entries) }

  /// The same of some of a sheet's leaves, as of a section.
  public static func sum(of entries: some Collection<SheetEntry>) -> Sum {
    var sum = Sum(score: .zero, points: .zero, recorded: 0, leaves: entries.count)
    for entry in entries {
      if !entry.rows.isEmpty { sum.recorded += 1 }
      if entry.leaf.isScoredByVisit, case .score(let score) = entry.preview.outcome {
        sum.score += score
        sum.points += entry.leaf.points
      }
    }
    return sum
  }

  /// What keeps the visit from being submitted, leaf by leaf.
  public var gaps: [(leaf: Leaf, gap: Bilingual)] {
    entries.flatMap { entry in entry.gaps.map { (entry.leaf, $0) } }
  }

  /// The entry of a leaf; nil where there is no such leaf here.
  public func entry(of leaf: String) -> SheetEntry? { entries.first { $0.leaf.code == leaf } }
}
