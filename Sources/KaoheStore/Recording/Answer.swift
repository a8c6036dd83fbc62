import KaoheScoring

/// One observation that is to be recorded.
public struct Answer: Sendable {
  /// The leaf.
  public var indicator: String
  /// An item or a survey's answer; empty where the leaf is meant.
  public var item: String
  /// An inspector's code; empty where nobody is named.
  public var scorer: String
  /// As docs/records.md says, `-` to withdraw.
  public var value: String
  public var reason: String
  /// Codes.
  public var evidence: [String]
  /// Why one who should stand aside scores or records all the same; empty where nobody should.
  public var override: String
  /// The upheld objection that this corrects a score for; nil for none.
  public var objection: String?

  public init(
    indicator: String, item: String = "", scorer: String = "", value: String, reason: String = "",
    evidence: [String] = [], override: String = "", objection: String? = nil
  ) {
    self.indicator = indicator
    self.item = item
    self.scorer = scorer
    self.value = value
    self.reason = reason
    self.evidence = evidence
    self.override = override
    self.objection = objection
  }
}

extension Answer {
  /// The same with every text in NFC, as imports store it.
  var composed: Answer {
    Answer(
      indicator: indicator.composed, item: item.composed, scorer: scorer.composed, value: value.composed,
      reason: reason.composed, evidence: evidence.map(\.composed), override: override.composed, objection: objection)
  }
}

/// What became of an answer. When it is handed out, the answer is on the disk.
public struct Receipt: Sendable {
  /// One cell that was written.
  public struct Change: Sendable {
    public var cell: SheetRow.Cell
    /// Identity of the new observation.
    public var id: Int64
    /// What it took the place of; nil for nothing, or where that was withdrawn.
    public var previous: SheetRow?
  }

  /// The leaf as it is now.
  public var entry: SheetEntry
  /// The visit as it is now.
  public var sheet: ScoringSheet
  /// What it comes to.
  public var sum: ScoringSheet.Sum
  /// What was written; empty where it was known already. The answer's own cell comes first.
  public var changes: [Change]

  /// Rows that can't stand beside the answer and were withdrawn.
  public var withdrawn: [SheetRow] { changes.dropFirst().compactMap(\.previous) }
}
