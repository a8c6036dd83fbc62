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

  public var score: Rational? { if case .score(let score) = self { score } else { nil } }
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
    Appraisal(participant: participant, entries: entries, leaves: leaves.map { LeafAppraisal($0.outcome) })
  }
}

public struct LeafAppraisal: Sendable {
  public var outcome: Outcome
  /// The observed subjects, in the order of their codes.
  public var subjects: [SubjectAppraisal] = []
  /// How the subjects combined; where rows are pooled, how the sum was scored.
  public var steps: [Step] = []
  /// Where rows are pooled: what was counted in their sum.
  public var items: [CountedItem] = []
  private var rareMeasure = Rare<MeasureText>.none

  init(outcome: Outcome, subjects: [SubjectAppraisal] = []) {
    self.outcome = outcome
    self.subjects = subjects
  }

  /// Of a peer leaf: its measure as it came about.
  var measure: MeasureText? {
    get { rareMeasure.value }
    set { rareMeasure = Rare(newValue) }
  }
}

extension LeafAppraisal {
  /// What it came to, and no more: enough for `RuleSet.rank`.
  public init(_ outcome: Outcome) { self.init(outcome: outcome) }
}

public struct SubjectAppraisal: Sendable {
  public var subject: Subject
  public var outcome: Outcome
  /// By date, then by code.
  public var visits: [VisitAppraisal]
  /// How the visits combined; with `total`, how the sum was scored.
  public var steps: [Step] = []
  /// With `total`: what was counted in the visits' sum.
  public var items: [CountedItem] = []
}

public struct VisitAppraisal: Sendable {
  public var visit: String
  public var date: String
  public var outcome: Outcome
  public var steps: [Step] = []
  /// What was counted here; empty where the rows are summed first.
  public var items: [CountedItem] = []
  /// What was recorded; empty unless an explanation was asked for.
  public var rows: [Observation] = []
}

/// What an item of `deduct` or `add` came to where its leaf was scored: what each step of an item is made from.
public struct CountedItem: Sendable, Hashable {
  /// A position in the leaf's items.
  public var item: Int
  /// As recorded, or summed; not 0.
  public var count: Rational
  /// What it took or added after the item's own max, not negative. The bounds of its method and of the leaf come later.
  public var points: Rational
  /// Whether the item's own max bounds it.
  public var isLimited: Bool
}
