/// One district's result in an assessment, with everything that leads to it.
public struct Scorecard: Sendable {
  public var participant: Participant
  /// nil for a district that is not ranked.
  public var rank: Int?
  /// Rounded, as printed.
  public var total: Rational
  /// After the bounds, before rounding.
  public var exactTotal: Rational
  public var base: Rational
  public var bonus: Rational
  public var penalty: Rational
  /// A position in the rule set's grades; nil without grades, or for a district that is not ranked.
  public var grade: Int?
  /// From the best grade down to the one that was given; empty where there is none.
  public var gradeReasons: [GradeReason] = []
  /// Those of its pool with an equal total, in rank order; empty unless it is explained.
  public var ties: [TieDecision] = []
  /// Positions in the rule set's vetoes, each once, in the rules' order.
  public var vetoes: [Int]
  /// By leaf of the rule set.
  public var leaves: [LeafStanding]
  /// By top-level section of all phases.
  public var sections: [SectionScore]
  public var phases: [PhaseScore]
  /// In the order they were given.
  public var entries: [EntryScore]
  /// By group of the rule set: those of bonus, then those of penalty.
  public var groups: [GroupScore]

  /// Whether no leaf is missing and something was left to score.
  public var isComplete: Bool

  /// Positions of the missing leaves, in the rules' order.
  public var missing: [Int] { leaves.indices.filter { leaves[$0].status == .missing } }
}

/// A top-level section's score after step 6, before the phase's factor and weight.
public struct SectionScore: Sendable {
  public var code: String
  public var points: Rational
  /// P − T: what the section is worth here, without leaves that the whole phase makes up for.
  public var worth: Rational
  /// nil where it is taken out.
  public var score: Rational?
  /// Σ of its children.
  public var sum: Rational
  /// (P − T)/(P − T − S).
  public var factor: Rational
  /// The veto that made it 0, if one did.
  public var vetoedBy: String?
  /// Sections below it whose own floor or cap changed their sum, in the rules' order.
  public var bounded: [BoundedSection] = []
}

/// A section below the top whose floor or cap took effect.
public struct BoundedSection: Sendable {
  public var code: String
  /// Σ of its children.
  public var sum: Rational
  public var score: Rational
}

/// What the counted entries of one group of bonus or penalty come to.
public struct GroupScore: Sendable {
  public var code: String
  /// Σ of its counted entries.
  public var sum: Rational
  /// Bounded by the group's cap; the cap of all groups together comes after.
  public var points: Rational
}

public struct PhaseScore: Sendable {
  public var code: String
  public var points: Rational
  /// Its share of the base; 0 where it is taken out.
  public var weight: Rational
  /// nil where it is taken out.
  public var score: Rational?
  /// Q/(Q − U).
  public var factor: Rational
}

/// What became of an entry of bonus or penalty.
public struct EntryScore: Sendable {
  public enum Outcome: String, Sendable {
    case counted
    /// Evidence is required and none is named.
    case noEvidence = "no_evidence"
    /// Another entry of the same event is better.
    case sameEvent = "same_event"
    /// Its count is 0.
    case withdrawn
    /// The rules do not know its code or level (only where another tool wrote it).
    case unknown
    case veto
  }

  public var entry: AdjustmentEntry
  /// points·count where it is counted, before the caps; else 0.
  public var points: Rational
  public var outcome: Outcome
}

/// All districts of an assessment in the order in which they are printed: pools by category, then rank, then code;
/// last the unranked.
public struct Ranking: Sendable {
  public var scorecards: [Scorecard]

  /// Whether a ranked district lacks something, so that the ranking is provisional.
  public var isIncomplete: Bool { scorecards.contains { $0.rank != nil && !$0.isComplete } }
}
