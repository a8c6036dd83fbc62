/// Everything that leads to one district's total: what every format of `explain` is made from.
public struct DistrictExplanation: Sendable {
  /// What an explanation shows of a visit beside its observations.
  public struct Visit: Sendable {
    public var group: String
    /// The group's name.
    public var groupName: String
    public var status: String
    /// Steps of the visit's life that somebody took who should have stood aside.
    public var overrides: [StepOverride]

    public init(group: String, groupName: String, status: String, overrides: [StepOverride] = []) {
      self.group = group
      self.groupName = groupName
      self.status = status
      self.overrides = overrides
    }
  }

  /// A step of a visit's life that somebody took who should have stood aside (回避), and why.
  public struct StepOverride: Sendable, Hashable {
    /// `submit` or `confirm`.
    public var action: String
    public var by: String
    public var reason: String

    public init(action: String, by: String, reason: String) {
      self.action = action
      self.by = by
      self.reason = reason
    }
  }

  /// What an explanation shows of an entry of bonus, penalty or veto beside its points.
  public struct Entry: Sendable {
    public var date: String
    public var reason: String
    /// Codes of the evidence.
    public var evidence: [String]

    public init(date: String, reason: String, evidence: [String]) {
      self.date = date
      self.reason = reason
      self.evidence = evidence
    }
  }

  public var assessment: String
  public var title: String
  public var ruleSet: RuleSet
  public var appraisal: Appraisal
  public var scorecard: Scorecard
  public var siteNames: [Subject: String]
  public var visits: [String: Visit]
  public var entries: [String: Entry]
  public var inspectorNames: [String: String]
  /// Titles by code of evidence.
  public var evidenceTitles: [String: String]

  public init(
    assessment: String, title: String, ruleSet: RuleSet, appraisal: Appraisal, scorecard: Scorecard,
    siteNames: [Subject: String], visits: [String: Visit], entries: [String: Entry],
    inspectorNames: [String: String], evidenceTitles: [String: String]
  ) {
    self.assessment = assessment
    self.title = title
    self.ruleSet = ruleSet
    self.appraisal = appraisal
    self.scorecard = scorecard
    self.siteNames = siteNames
    self.visits = visits
    self.entries = entries
    self.inspectorNames = inspectorNames
    self.evidenceTitles = evidenceTitles
  }
}
