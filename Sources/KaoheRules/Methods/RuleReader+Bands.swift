import KaoheScoring

extension RuleReader {
  private struct PlacedBand {
    let band: Bands.Band
    let place: Place
  }

  func bands(_ fields: Fields) throws(Reported) -> Method {
    let bands = fields.list("bands", band)
    let interpolate = fields.flag("interpolate")
    if let known = bands.known {
      if interpolate.known == true {
        checkInterpolated(known, at: fields.placeOfKey("interpolate"))
      }
      checkOrder(known)
    }
    return .bands(Bands(bands: try bands.get().map(\.band), interpolate: try interpolate.get()))
  }

  private func band(_ field: Field) throws(Reported) -> PlacedBand {
    let fields = try Fields(
      field, Bilingual("`bands` 的一档", en: "a band"), keys: ["at_least", "above", "otherwise", "points"])
    let given = ["at_least", "above", "otherwise"].filter { fields[$0] != nil }
    guard let key = given.first, given.count == 1 else {
      throw log.report(
        .bandThreshold, at: fields.place, "每档要有 `at_least`、`above` 或 `otherwise`，且只有一个",
        en: "a band has `at_least`, `above` or `otherwise`, exactly one of them")
    }
    if key == "otherwise" {
      if let place = fields.placeOfKey("points") {
        throw log.report(
          .bandThreshold, at: place, "`otherwise` 后面直接写分数，不再有 `points`",
          en: "`otherwise` is followed by its points; there is no `points` beside it",
          hint: Bilingual("例如 {otherwise: 1}", en: "for instance {otherwise: 1}"))
      }
      let points = try fields.number(key, .any).get()
      return PlacedBand(band: Bands.Band(threshold: .otherwise, points: points), place: fields.place)
    }
    let threshold = fields.number(key, .any).map {
      key == "above" ? Bands.Band.Threshold.above($0) : .atLeast($0)
    }
    let points = fields.number("points", .any)
    return PlacedBand(band: Bands.Band(threshold: try threshold.get(), points: try points.get()), place: fields.place)
  }

  /// Highest threshold first, `above: X` before `at_least: X`, `otherwise` last: a band that no measure can reach is
  /// a mistake.
  private func checkOrder(_ bands: [PlacedBand]) {
    for (higher, lower) in zip(bands, bands.dropFirst()) where !higher.band.threshold.isAbove(lower.band.threshold) {
      if higher.band.threshold == .otherwise {
        log.report(
          .bandsOrder, at: higher.place, "`otherwise` 必须是最后一档", en: "`otherwise` must be the last band")
      } else {
        log.report(
          .bandsOrder, at: lower.place,
          "各档从高到低排列，同一界限 `above` 在 `at_least` 之前；这一档永远用不到",
          en: "bands stand highest threshold first, `above: X` before `at_least: X`; this one is never reached")
      }
      return
    }
  }

  private func checkInterpolated(_ bands: [PlacedBand], at place: Place?) {
    let isPlain = bands.allSatisfy { if case .atLeast = $0.band.threshold { true } else { false } }
    guard !isPlain || bands.count < 2 else { return }
    log.report(
      .bandsInterpolate, at: place, "`interpolate` 要求至少两档，且都是 `at_least`，没有 `otherwise`",
      en: "`interpolate` needs two or more bands, all of them `at_least`, and no `otherwise`")
  }
}

extension Bands.Band.Threshold {
  /// Whether measures can satisfy the other threshold that do not satisfy this one.
  fileprivate func isAbove(_ other: Self) -> Bool {
    switch (self, other) {
    case (.otherwise, _): false
    case (_, .otherwise): true
    case (.above(let high), .atLeast(let low)): high >= low
    case (.atLeast(let high), .above(let low)), (.above(let high), .above(let low)),
      (.atLeast(let high), .atLeast(let low)):
      high > low
    }
  }
}
