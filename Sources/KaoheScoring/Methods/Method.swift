/// One way of turning what was recorded into points. A leaf's methods add up.
public enum Method: Sendable, Hashable {
  case deduct(Deduct)
  case add(Add)
  case checklist(Checklist)
  case ratio(Ratio)
  case bands(Bands)
  case steps(Steps)
  case levels(Levels)
  case judged
  case peerRatio(PeerRatio)
  case peerRank(PeerRank)
  case peerRange(PeerRange)

  /// Whether it looks at the measures of other districts.
  var isPeer: Bool {
    switch self {
    case .peerRatio, .peerRank, .peerRange: true
    case .ratio(let ratio): ratio.target == .peerMean
    case .steps(let steps): steps.from == .peerMean
    default: false
    }
  }

  var takesMeasure: Bool {
    switch self {
    case .ratio, .bands, .steps, .peerRatio, .peerRank, .peerRange: true
    case .deduct, .add, .checklist, .levels, .judged: false
    }
  }
}

/// A number of the rules, or the mean of the peers' measures.
public enum Reference: Sendable, Hashable {
  case number(Rational)
  case peerMean
}

extension Method {
  /// The word of the rule file.
  public var name: String {
    switch self {
    case .deduct: "deduct"
    case .add: "add"
    case .checklist: "checklist"
    case .ratio: "ratio"
    case .bands: "bands"
    case .steps: "steps"
    case .levels: "levels"
    case .judged: "judged"
    case .peerRatio: "peer_ratio"
    case .peerRank: "peer_rank"
    case .peerRange: "peer_range"
    }
  }
}
