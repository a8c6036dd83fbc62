import KaoheScoring

/// The methods as a rule file names them.
enum MethodName: String, CaseIterable {
  case deduct
  case add
  case checklist
  case ratio
  case bands
  case steps
  case levels
  case judged
  case peerRatio = "peer_ratio"
  case peerRank = "peer_rank"
  case peerRange = "peer_range"

  /// The keys that the method has.
  var keys: [String] {
    switch self {
    case .deduct, .add: ["items", "max"]
    case .checklist: ["items"]
    case .ratio: ["target", "over"]
    case .bands: ["bands", "interpolate"]
    case .steps: ["from", "step", "points", "side", "partial", "max"]
    case .levels: ["levels"]
    case .judged: []
    case .peerRatio: ["better"]
    case .peerRank: ["better", "points", "beyond"]
    case .peerRange: ["better", "base"]
    }
  }

  var takesItems: Bool { self == .deduct || self == .add || self == .checklist }

  var takesMeasure: Bool {
    switch self {
    case .ratio, .bands, .steps: true
    default: isPeerMethod
    }
  }

  var isPeerMethod: Bool { self == .peerRatio || self == .peerRank || self == .peerRange }

  /// Whether the two may stand side by side, apart from items, which may stand beside all.
  func goes(with other: MethodName) -> Bool {
    takesItems || other.takesItems || takesMeasure && other.takesMeasure && !isPeerMethod && !other.isPeerMethod
  }
}
