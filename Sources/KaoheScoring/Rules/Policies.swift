// The words that a rule file chooses from; each raw value is the word in the file.

/// By what the ranking is made.
public enum RankingBasis: String, Sendable, CaseIterable {
  /// By the rounded total, as printed.
  case published
  /// By the total before rounding.
  case exact
}

/// What happens to equal ranks at a quota's edge.
public enum QuotaTies: String, Sendable, CaseIterable {
  case none
  case all
}

/// What a leaf that is not applicable contributes (缺项).
public enum NotApplicablePolicy: String, Sendable, CaseIterable {
  case full
  case zero
  case rescaleSection = "rescale_section"
  case rescaleTotal = "rescale_total"
  case peerMean = "peer_mean"
}

/// Whom a leaf is observed at.
public enum Scope: String, Sendable, CaseIterable {
  case district
  case enterprise
  case park
}

/// How the sites of a district combine.
public enum Aggregate: String, Sendable, CaseIterable {
  case mean
  case median
  case min
  case trimmedMean = "trimmed_mean"
  case pooled
}

/// How several visits to the same subject combine.
public enum Repeat: String, Sendable, CaseIterable {
  case mean
  case latest
  case max
  case min
  /// 全年累计: what was recorded is summed, then scored once.
  case total
}

/// How several scorers of one visit combine.
public enum ScorerCombination: String, Sendable, CaseIterable {
  case mean
  case trimmedMean = "trimmed_mean"

  func combine(_ values: [Rational]) -> Rational {
    switch self {
    case .mean: values.mean
    case .trimmedMean: values.trimmedMean
    }
  }
}

/// What `0/0`, or a survey without one weighted answer, means.
public enum ZeroDenominatorPolicy: String, Sendable, CaseIterable {
  case error
  case full
  case zero
  case notApplicable = "not_applicable"
}

/// Which measure is the better one.
public enum Better: String, Sendable, CaseIterable {
  case higher
  case lower
}
