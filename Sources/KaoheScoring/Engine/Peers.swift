/// The measures of the districts that a peer leaf compares, the district itself among them.
struct Peers {
  /// Ascending. Not empty.
  private let measures: [Rational]
  let mean: Rational

  /// - Returns: nil where no district has a measure.
  init?(_ measures: [Rational]) {
    guard !measures.isEmpty else { return nil }
    self.measures = measures.sorted()
    mean = measures.mean
  }

  var count: Int { measures.count }

  func best(_ better: Better) -> Rational { better == .higher ? measures[measures.count - 1] : measures[0] }
  func worst(_ better: Better) -> Rational { better == .higher ? measures[0] : measures[measures.count - 1] }

  /// 1 for the best; equal measures share a rank (1, 1, 3).
  func rank(of measure: Rational, _ better: Better) -> Int {
    switch better {
    case .higher: 1 + measures.count - position { $0 > measure }
    case .lower: 1 + position { $0 >= measure }
    }
  }

  /// Where the first measure is that satisfies what all above it do, too.
  private func position(where isReached: (Rational) -> Bool) -> Int {
    var (low, high) = (0, measures.count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(measures[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Reference {
  func value(_ peers: Peers?) -> Rational {
    switch self {
    case .number(let number): number
    case .peerMean: peers?.mean ?? .zero
    }
  }
}
