import KaoheScoring

/// Why what a person wanted to record or decide is refused: every reason at once. Nothing was changed.
public struct ChangeRefused: Error, Sendable, Hashable {
  public let reasons: [StoreError]

  /// - Returns: nil where there is no reason.
  init?(_ reasons: [StoreError]) {
    if reasons.isEmpty { return nil }
    self.reasons = reasons
  }

  public init(_ reason: StoreError) { reasons = [reason] }

  /// One line a reason.
  public func text(in language: Language) -> String {
    reasons.map { $0.text(in: language) }.joined(separator: "\n")
  }
}
