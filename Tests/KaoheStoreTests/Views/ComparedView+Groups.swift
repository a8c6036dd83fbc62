import KaoheScoring

extension ComparedView {
  /// Means are compared by their exact values: see `Mean`.
  static let groupSeverity = ComparedView(
    "group_severity",
    """
    assessment, inspection_group, leaf, \(micro("mean_score")), \(micro("mean_lost")), \(micro("city_mean_score")),
    \(micro("difference")), \(micro("points")), visits, city_visits, group_name, title, stale
    """
  ) { comparison, found in
    var shown: [[String]: [String]] = [:]
    for row in found {
      let cells = row.components(separatedBy: " | ")
      shown[Array(cells.prefix(3))] = Array(cells[3..<7])
    }
    return comparison.results.flatMap { result in
      zip(result.rules.leaves, result.scoresByGroup).flatMap { leaf, scores -> [String] in
        guard !scores.isEmpty else { return [] }
        let city = Mean(scores.values.flatMap(\.self))
        return scores.map { group, scores in
          let (mean, key) = (Mean(scores), [result.code, group, leaf.code])
          let expected = [mean, Mean([leaf.points]) - mean, city, mean - city]
          let means = expected.enumerated().map { $1.micro(shownAs: shown[key]?[$0]) }
          return
            (key + means + [
              "\(leaf.points.micro)", "\(scores.count)", "\(city.count)", result.names.groups[group] ?? "", leaf.title,
              "0",
            ]).joined(separator: " | ")
        }
      }
    }
  }
}

/// A mean, or a difference of means, with how far its 6 decimals may be from it.
///
/// Scores are stored to the millionth, so that one with more decimals is off by half of it at most, and so is the mean of
/// such scores. A mean is rounded once more, by half a millionth at most; which way a half goes depends on its binary form.
/// Where all scores have 6 decimals at most, what is shown is therefore a nearest number to the exact mean; else it is off
/// by less than another half for each mean of scores that have more.
private struct Mean {
  /// In millionths.
  var exact: Rational
  /// In halves of a millionth.
  var roundings: Int
  var count: Int

  init(_ numbers: [Rational]) {
    exact = numbers.mean * Rational(1_000_000)
    roundings = numbers.allSatisfy { ($0 * Rational(1_000_000)).isInteger } ? 0 : 1
    count = numbers.count
  }

  static func - (left: Mean, right: Mean) -> Mean {
    var difference = left
    difference.exact -= right.exact
    difference.roundings += right.roundings
    return difference
  }

  /// What is shown, if it is right.
  func micro(shownAs shown: String?) -> String {
    if let number = shown.flatMap({ Int($0) }),
      (Rational(number) - exact).magnitude <= Rational(1 + roundings, 2)
    {
      return "\(number)"
    }
    return "\((exact / Rational(1_000_000)).micro)"
  }
}

extension EngineResult {
  /// For each leaf the scores of single visits, by group.
  fileprivate var scoresByGroup: [[String: [Rational]]] {
    rules.leaves.indices.map { leaf in
      var scores: [String: [Rational]] = [:]
      for visit in districts.flatMap({ $0.appraisal.leaves[leaf].subjects.flatMap(\.visits) }) {
        guard case .score(let score) = visit.outcome else { continue }
        scores[names.groupOfVisit[visit.visit] ?? "", default: []].append(score)
      }
      return scores
    }
  }
}
