import KaoheScoring

extension Method {
  public static func ratio(to target: Rational = 1, uncapped: Bool = false) -> Method {
    .ratio(Ratio(target: .number(target), uncapped: uncapped))
  }

  public static func ratioToPeerMean(uncapped: Bool = false) -> Method {
    .ratio(Ratio(target: .peerMean, uncapped: uncapped))
  }

  public static func bands(_ bands: Bands.Band..., interpolate: Bool = false) -> Method {
    .bands(Bands(bands: bands, interpolate: interpolate))
  }

  public static func steps(
    _ points: Rational, each step: Rational, _ side: Steps.Side, _ from: Rational, partial: Steps.Partial = .drop,
    max: Rational? = nil
  ) -> Method {
    .steps(Steps(from: .number(from), step: step, points: points, side: side, partial: partial, max: max))
  }

  public static func stepsFromPeerMean(
    _ points: Rational, each step: Rational, _ side: Steps.Side, partial: Steps.Partial = .drop, max: Rational? = nil
  ) -> Method {
    .steps(Steps(from: .peerMean, step: step, points: points, side: side, partial: partial, max: max))
  }

  public static func levels(_ shares: KeyValuePairs<String, Rational>) -> Method {
    .levels(Levels(levels: shares.map { Levels.Level(code: $0.key, share: .fixed($0.value)) }))
  }

  public static func levelRanges(_ ranges: KeyValuePairs<String, (from: Rational, to: Rational)>) -> Method {
    .levels(
      Levels(levels: ranges.map { Levels.Level(code: $0.key, share: .range(from: $0.value.from, to: $0.value.to)) }))
  }

  public static func deduct(_ items: Range<Int>, max: Rational? = nil) -> Method {
    .deduct(Deduct(items: items, max: max))
  }

  public static func add(_ items: Range<Int>, max: Rational? = nil) -> Method { .add(Add(items: items, max: max)) }

  public static func checklist(_ items: Range<Int>) -> Method { .checklist(Checklist(items: items)) }

  public static func peerRatio(better: Better) -> Method { .peerRatio(PeerRatio(better: better)) }

  public static func peerRank(better: Better, _ points: [Rational], beyond: Rational) -> Method {
    .peerRank(PeerRank(better: better, points: points, beyond: beyond))
  }

  public static func peerRange(better: Better, base: Rational = 0) -> Method {
    .peerRange(PeerRange(better: better, base: base))
  }
}

extension Bands.Band {
  public static func atLeast(_ number: Rational, _ points: Rational) -> Self {
    Self(threshold: .atLeast(number), points: points)
  }

  public static func above(_ number: Rational, _ points: Rational) -> Self {
    Self(threshold: .above(number), points: points)
  }

  public static func otherwise(_ points: Rational) -> Self { Self(threshold: .otherwise, points: points) }
}

extension Item {
  public static func deduct(_ code: String, _ points: Rational, max: Rational? = nil, zeroAt: Int? = nil) -> Item {
    Item(code: code, title: code, kind: .deduct, points: points, max: max, zeroAt: zeroAt)
  }

  public static func add(_ code: String, _ points: Rational, max: Rational? = nil) -> Item {
    Item(code: code, title: code, kind: .add, points: points, max: max)
  }

  public static func tick(_ code: String, _ points: Rational) -> Item {
    Item(code: code, title: code, kind: .checklist, points: points)
  }
}
