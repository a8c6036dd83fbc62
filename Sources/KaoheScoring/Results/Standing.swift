/// Why a district got its grade, or not a better one.
public struct GradeReason: Sendable, Hashable {
  public enum Outcome: Sendable, Hashable {
    case given
    /// The rounded total does not reach the grade's `min`.
    case belowMinimum
    /// A `where` is not met; the code of its section, leaf or phase.
    case conditionNotMet(code: String)
    /// The code of the veto that does not allow it.
    case vetoed(code: String)
    /// There was no room left for those of this rank.
    case quotaFull(limit: Int)
    /// Vetoes lowered the grade to this one.
    case lowered(by: Int)
  }

  /// A position in the rule set's grades.
  public var grade: Int
  public var outcome: Outcome
}

/// How a district was told apart from another with an equal total.
public struct TieDecision: Sendable, Hashable {
  public var other: Participant
  /// A position in the rule set's ties; nil where none tells them apart, so that they share a rank.
  public var decidedBy: Int?
  public var isAhead: Bool
}
