/// What one row of scores says (记录一项), read by the rules of its leaf.
public enum ObservedValue: Sendable, Hashable {
  /// `-`: as if the observation of that key had not been made.
  case withdrawn
  /// `n/a`, 不适用.
  case notApplicable
  /// `none`, 无: looked at, nothing to count.
  case none
  /// What `ratio`, `bands`, `steps` and the peer methods take.
  case measure(NumberText)
  /// How often an item of `deduct` or `add` was found; `item` is a position in the leaf's items.
  case count(item: Int, Rational)
  /// Whether an item of a checklist is met.
  case met(item: Int, Bool)
  /// How many gave this answer; `answer` is a position in the survey's answers.
  case answers(answer: Int, Rational)
  /// A level, and its share of the points.
  case level(Int, share: Rational)
  /// The points that a scorer gives.
  case judged(Rational)
}

extension ObservedValue {
  /// Whether it belongs to one scorer rather than to the group.
  public var takesScorer: Bool {
    switch self {
    case .level, .judged: true
    default: false
    }
  }

  /// A deduction that was found, and so needs a reason.
  public func isDeduction(in leaf: Leaf) -> Bool {
    if case .count(let item, let count) = self { leaf.items[item].kind == .deduct && !count.isZero } else { false }
  }
}

extension ObservedValue {
  /// What is wrong with a row of this value that gives no reason; nil where it needs none.
  public func reasonMissing(in leaf: Leaf) -> Bilingual? {
    if self == .notApplicable { return Bilingual("“不适用”要写明理由", en: "“n/a” needs a reason") }
    return isDeduction(in: leaf) ? Bilingual("扣分要写明理由", en: "a deduction needs a reason") : nil
  }
}

/// One live row of scores, as the engine takes it.
public struct Observation: Sendable, Hashable {
  public var value: ObservedValue
  /// The inspector's code; empty for the group as a whole.
  public var scorer: String
  public var hasEvidence: Bool
  private var note: Rare<Provenance>

  /// What an explanation shows beside the points; nil where none is asked for.
  public var provenance: Provenance? { note.value }

  public init(value: ObservedValue, scorer: String, hasEvidence: Bool, provenance: Provenance? = nil) {
    self.value = value
    self.scorer = scorer
    self.hasEvidence = hasEvidence
    note = Rare(provenance)
  }
}

/// Where an observation comes from: what was written, why, and by whom.
public struct Provenance: Sendable, Hashable {
  /// Who should have stood aside (回避) when this was recorded, and why this person did not.
  public struct Override: Sendable, Hashable {
    /// The inspector's code.
    public var inspector: String
    public var reason: String

    public init(inspector: String, reason: String) {
      self.inspector = inspector
      self.reason = reason
    }
  }

  public var item: String
  public var value: String
  public var reason: String
  /// Codes of the evidence.
  public var evidence: [String]
  public var recordedBy: String
  public var recordedAt: String
  public var overrides: [Override]
  /// The upheld objection that it corrects a score for; nil for none.
  public var objection: String?

  public init(
    item: String, value: String, reason: String, evidence: [String], recordedBy: String, recordedAt: String,
    overrides: [Override] = [], objection: String? = nil
  ) {
    self.item = item
    self.value = value
    self.reason = reason
    self.evidence = evidence
    self.recordedBy = recordedBy
    self.recordedAt = recordedAt
    self.overrides = overrides
    self.objection = objection
  }
}
