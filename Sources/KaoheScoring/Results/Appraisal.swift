/// What one visit, one subject or one district came to for one leaf, before districts are compared.
public enum Outcome: Sendable, Hashable {
  case score(Rational)
  /// Of a peer leaf: scored once every district's measure is known.
  case measure(Rational)
  /// Part of a sum (`total`, `pooled`): no score of its own.
  case summed
  case notApplicable
  /// Not observed, or observed in part only.
  case missing

  var score: Rational? { if case .score(let score) = self { score } else { nil } }
}

/// A district's leaves, scored from its own records alone (docs/rules.md, steps 1 to 4).
public struct Appraisal: Sendable {
  public var participant: Participant
  public var entries: [AdjustmentEntry]
  /// One for each leaf of the rule set, in its order.
  public var leaves: [LeafAppraisal]

  public init(participant: Participant, entries: [AdjustmentEntry], leaves: [LeafAppraisal]) {
    self.participant = participant
    self.entries = entries
    self.leaves = leaves
  }

  /// The same without what only an explanation needs.
  public var condensed: Appraisal {
    Appraisal(participant: participant, entries: entries, leaves: leaves.map { LeafAppraisal(outcome: $0.outcome) })
  }
}

public struct LeafAppraisal: Sendable {
  public var outcome: Outcome
  /// The observed subjects, in the order of their codes.
  public var subjects: [SubjectAppraisal] = []
  /// How the subjects combined; where rows are pooled, how the sum was scored.
  public var steps: [Step] = []
  /// Of a peer leaf: its measure as it came about.
  var measure: MeasureText?
}

public struct SubjectAppraisal: Sendable {
  public var subject: Subject
  public var outcome: Outcome
  /// By date, then by code.
  public var visits: [VisitAppraisal]
  /// How the visits combined; with `total`, how the sum was scored.
  public var steps: [Step] = []
}

public struct VisitAppraisal: Sendable {
  public var visit: String
  public var date: String
  public var outcome: Outcome
  public var steps: [Step] = []
  /// What was recorded; empty unless an explanation was asked for.
  public var rows: [Observation] = []
}
