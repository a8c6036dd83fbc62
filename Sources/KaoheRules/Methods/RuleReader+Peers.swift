import KaoheScoring

// The methods that compare districts with each other.

extension RuleReader {
  func peerRatio(_ fields: Fields) throws(Reported) -> Method {
    let better: Reading<Better> = fields.word("better")
    return .peerRatio(PeerRatio(better: try better.get()))
  }

  func peerRank(_ fields: Fields) throws(Reported) -> Method {
    let better: Reading<Better> = fields.word("better")
    let points = fields.list("points") { field throws(Reported) in (try field.number(.any), field.place) }
    let beyond = fields.number("beyond", .any)
    checkNotIncreasing(points)
    return .peerRank(PeerRank(better: try better.get(), points: try points.get().map(\.0), beyond: try beyond.get()))
  }

  func peerRange(_ fields: Fields) throws(Reported) -> Method {
    let better: Reading<Better> = fields.word("better")
    let base = fields.optionalNumber("base", .share)
    return .peerRange(PeerRange(better: try better.get(), base: try base.get() ?? .zero))
  }

  private func checkNotIncreasing(_ points: Reading<[(Rational, Place)]>) {
    let ranks = points.known ?? []
    for (better, worse) in zip(ranks, ranks.dropFirst()) where worse.0 > better.0 {
      log.report(
        .rankPointsIncrease, at: worse.1,
        "名次靠后的不能得分更高：\(worse.0.plainText) 在 \(better.0.plainText) 之后",
        en: "a later rank can't earn more: \(worse.0.plainText) after \(better.0.plainText)")
      return
    }
  }
}
