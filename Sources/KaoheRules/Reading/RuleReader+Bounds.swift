import KaoheScoring

/// What a leaf begins with, and what its score is bounded by.
struct LeafBounds {
  var start: Rational
  var floor: Rational
  var cap: Rational
}

extension RuleReader {
  private enum Start {
    case full
    case zero
    case number(Rational)
  }

  /// Reads `start`, `floor` and `cap`, fills their defaults in, and holds them to floor ≤ start ≤ cap and cap ≥ points.
  ///
  /// A start of 0 that nobody wrote may be below the floor: a judged leaf with a floor of 0.2 need not say so.
  func bounds(
    _ fields: Fields, points: Reading<Rational>, cap: Reading<Rational?>, methods: Reading<MethodList>
  ) throws(Reported) -> LeafBounds {
    let written = fields.optional("start", start)
    let floor = fields.optionalNumber("floor", .any).map { $0 ?? .zero }
    let required = fields["start"] == nil ? checkRequired(methods, fields) : nil
    let points = try points.get()
    let top = cap.map { $0 ?? points }
    if let top = top.known, top < points {
      throw log.report(
        .capBelowPoints, at: fields["cap"]?.place,
        "`cap` \(top.plainText) 低于分值 \(points.plainText)",
        en: "`cap` \(top.plainText) is below the points \(points.plainText)")
    }
    if let floor = floor.known, let top = top.known, floor > top {
      throw log.report(
        .floorAboveCap, at: fields["floor"]?.place,
        "`floor` \(floor.plainText) 高于上限 \(top.plainText)",
        en: "`floor` \(floor.plainText) is above the leaf's upper bound \(top.plainText)")
    }
    if let required { throw required }
    let start: Rational
    switch try written.get() {
    case .full: start = points
    case .zero: start = .zero
    case .number(let number): start = number
    case nil: start = try methods.get().startsFull.get() ? points : .zero
    }
    let bounds = LeafBounds(start: start, floor: try floor.get(), cap: try top.get())
    if fields["start"] != nil || !start.isZero { try check(bounds, fields) }
    return bounds
  }

  private func checkRequired(_ methods: Reading<MethodList>, _ fields: Fields) -> Reported? {
    guard let reason = methods.known?.startReason else { return nil }
    return log.report(
      .startRequired, at: fields.place,
      "\(reason.chinese)，必须写明 `start`", en: "\(reason.english), so `start` is required",
      hint: Bilingual("写 full（从满分起）、zero（从 0 分起）或一个数", en: "write full, zero or a number"))
  }

  private func start(_ field: Field) throws(Reported) -> Start {
    switch try field.text() {
    case "full": return .full
    case "zero": return .zero
    case let text:
      let isWord = text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("A"..."Z").contains($0) || $0 == "_" }
      if isWord {
        throw field.report(
          .unknownWord, "`start` 不能是 \(quoted(text))，应为 `full`、`zero` 或一个数",
          en: "`start` can't be \(quoted(text)); expected `full`, `zero` or a number",
          hint: Suggestion.nearest(to: text, among: ["full", "zero"]).map(Suggestion.hint))
      }
      return .number(try field.number(.any))
    }
  }

  private func check(_ bounds: LeafBounds, _ fields: Fields) throws(Reported) {
    guard bounds.start < bounds.floor || bounds.start > bounds.cap else { return }
    throw log.report(
      .startOutOfBounds, at: fields["start"]?.place ?? fields["floor"]?.place,
      "起始分 \(bounds.start.plainText) 不在下限 \(bounds.floor.plainText) 和上限 \(bounds.cap.plainText) 之间",
      en: "the leaf starts with \(bounds.start.plainText), which is not between its floor \(bounds.floor.plainText)"
        + " and its cap \(bounds.cap.plainText)")
  }
}
