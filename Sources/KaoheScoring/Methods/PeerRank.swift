/// 排名赋分: the points at the district's rank by measure; equal measures share a rank and its points.
public struct PeerRank: Sendable, Hashable {
  public var better: Better
  /// Not increasing.
  public var points: [Rational]
  /// What ranks after the list earn.
  public var beyond: Rational

  public init(better: Better, points: [Rational], beyond: Rational) {
    self.better = better
    self.points = points
    self.beyond = beyond
  }
}

extension PeerRank {
  func contribution(_ measure: MeasureText, _ peers: Peers?, _ log: inout StepLog) -> Rational {
    let rank = peers?.rank(of: measure.value, better) ?? 1
    let earned = rank <= points.count ? points[rank - 1] : beyond
    log.add(.peerRank(measure: measure, rank: rank, of: peers?.count ?? 1), earned)
    return earned
  }
}
