/// The rules for bonus (加分项) or penalty (减分项).
public struct AdjustmentRules: Sendable, Hashable {
  /// What becomes of several entries about one event.
  public enum PerEvent: String, Sendable, CaseIterable {
    /// The event counts once, with its best entry.
    case highest
    case all
  }

  /// Of all groups together; nil for no bound.
  public var cap: Rational?
  public var perEvent: PerEvent
  public var groups: [AdjustmentGroup]

  public init(cap: Rational?, perEvent: PerEvent, groups: [AdjustmentGroup]) {
    self.cap = cap
    self.perEvent = perEvent
    self.groups = groups
  }
}

public struct AdjustmentGroup: Sendable, Hashable {
  public struct Level: Sendable, Hashable {
    public var code: String
    public var points: Rational

    public init(code: String, points: Rational) {
      self.code = code
      self.points = points
    }
  }

  public var code: String
  public var title: String
  public var cap: Rational?
  public var evidenceRequired: Bool
  public var levels: [Level]

  public init(code: String, title: String, cap: Rational?, evidenceRequired: Bool, levels: [Level]) {
    self.code = code
    self.title = title
    self.cap = cap
    self.evidenceRequired = evidenceRequired
    self.levels = levels
  }
}

/// 一票否决.
public struct Veto: Sendable, Hashable {
  public enum Effect: Sendable, Hashable {
    /// The lowest grade.
    case fail
    /// No better than this grade: a position in `RuleSet.grades`.
    case capGrade(Int)
    /// One grade lower than otherwise.
    case lowerGrade
    /// 不参与排名.
    case unranked
    /// This top-level section or leaf scores 0.
    case zero(of: String)
  }

  public var code: String
  public var title: String
  public var effect: Effect

  public init(code: String, title: String, effect: Effect) {
    self.code = code
    self.title = title
    self.effect = effect
  }
}

/// 等次.
public struct Grade: Sendable, Hashable {
  public enum Quota: Sendable, Hashable {
    /// floor(share · n), n the number ranked in the pool.
    case share(Rational)
    case count(Int)
  }

  public struct Condition: Sendable, Hashable {
    public enum Bound: Sendable, Hashable {
      case points(Rational)
      /// A share of what the node is worth.
      case share(Rational)
    }

    /// A top-level section, leaf or phase.
    public var code: String
    public var bound: Bound

    public init(code: String, bound: Bound) {
      self.code = code
      self.bound = bound
    }
  }

  public var code: String
  /// Inclusive; nil for the last grade.
  public var min: Rational?
  public var quota: Quota?
  /// Whether those in better grades count towards the quota.
  public var withBetter: Bool
  public var conditions: [Condition]

  public init(code: String, min: Rational?, quota: Quota?, withBetter: Bool, conditions: [Condition]) {
    self.code = code
    self.min = min
    self.quota = quota
    self.withBetter = withBetter
    self.conditions = conditions
  }
}

/// By what equal totals are told apart.
public enum TieBreak: Sendable, Hashable {
  /// A top-level section, leaf or phase: the higher exact score first.
  case node(String)
  /// The higher bonus first.
  case bonus
  /// The lower penalty first.
  case penalty

  /// The word of the rule file.
  public var code: String {
    switch self {
    case .node(let code): code
    case .bonus: "bonus"
    case .penalty: "penalty"
    }
  }
}
