import KaoheScoring

/// One method of a leaf as far as it could be read.
struct MethodDraft {
  let name: MethodName
  let place: Place
  let method: Reading<Method>

  /// Whether it looks at other districts; false where that could not be read.
  var isPeer: Bool {
    if name.isPeerMethod { return true }
    switch method.known {
    case .ratio(let ratio): return ratio.target == .peerMean
    case .steps(let steps): return steps.from == .peerMean
    default: return false
    }
  }
}

/// A leaf's methods as far as they could be read.
struct MethodList {
  /// In the file's order; one that is not known is not among them.
  var drafts: [MethodDraft] = []
  /// Whether every entry names a method.
  var isComplete = true
  var items: Reading<[Item]>

  var methods: Reading<[Method]> {
    reading { () throws(Reported) in
      guard isComplete else { throw Reported() }
      var methods: [Method] = []
      for draft in drafts { methods.append(try draft.method.get()) }
      return methods
    }
  }

  var itemCodes: Set<String> { Set((items.known ?? []).map(\.code)) }

  func has(_ name: MethodName) -> Bool { drafts.contains { $0.name == name } }

  /// Whether a leaf without `start` has all its points: `full` if all methods are `deduct`, or `steps` with negative
  /// points.
  var startsFull: Reading<Bool> {
    methods.map {
      $0.allSatisfy {
        switch $0 {
        case .deduct: true
        case .steps(let steps): steps.points.isNegative
        default: false
        }
      }
    }
  }

  /// Why `start` must be written; nil where it need not be.
  var startReason: Bilingual? {
    let hasNegativeBand = drafts.contains {
      if case .bands(let bands) = $0.method.known { bands.bands.contains(where: \.points.isNegative) } else { false }
    }
    if hasNegativeBand { return Bilingual("`bands` 里有负分", en: "`bands` has negative points") }
    if has(.deduct), has(.add) { return Bilingual("既有 `deduct` 又有 `add`", en: "there are both `deduct` and `add`") }
    return nil
  }
}
