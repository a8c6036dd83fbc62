/// Why a row of scores is refused.
public struct ObservationProblem: Error, Sendable, Hashable {
  /// Which cell of the row is at fault.
  public enum Cell: String, Sendable {
    case item, value, scorer, reason
  }

  public var code: String
  public var cell: Cell
  public var text: Bilingual

  init(_ code: String, _ cell: Cell, _ text: Bilingual) {
    self.code = code
    self.cell = cell
    self.text = text
  }
}

extension Leaf {
  /// Reads the `item` and `value` of a row by this leaf's methods (docs/records.md, "The value of a score").
  public func read(item: String, value: String) throws(ObservationProblem) -> ObservedValue {
    if value == "-" {
      if !item.isEmpty, items.firstIndex(where: { $0.code == item }) == nil, answer(item) == nil { throw unknown(item) }
      return .withdrawn
    }
    if item.isEmpty { return try readWithoutItem(value) }
    if let position = answer(item) { return .answers(answer: position, try readCount(value)) }
    guard let position = items.indices.first(where: { items[$0].code == item }) else { throw unknown(item) }
    switch items[position].kind {
    case .deduct, .add: return .count(item: position, try readCount(value))
    case .checklist: return .met(item: position, try readYesNo(value))
    }
  }

  private func answer(_ code: String) -> Int? {
    survey?.answers.firstIndex { $0.code == code }
  }

  private func readWithoutItem(_ value: String) throws(ObservationProblem) -> ObservedValue {
    if !value.beginsWithDigit, let word = try readWord(value) { return word }
    if survey != nil || items.count > 0 && !hasMeasure && levels == nil && !isJudged {
      throw ObservationProblem(
        "item-missing", .item,
        Bilingual(
          "“\(value.excerpt)”没有指明细项：\(expectation.chinese)",
          en: "“\(value.excerpt)” names no item: \(expectation.english)"))
    }
    if hasMeasure { return .measure(try readMeasure(value)) }
    if let levels { return try readLevel(value, levels) }
    return .judged(try readPoints(value))
  }

  /// The words that stand for a whole leaf; nil for another value.
  private func readWord(_ value: String) throws(ObservationProblem) -> ObservedValue? {
    switch value {
    case "":
      throw ObservationProblem(
        "empty-value", .value, Bilingual("没有填值：\(expectation.chinese)", en: "there is no value: \(expectation.english)")
      )
    case "n/a", "不适用": return .notApplicable
    case "none", "无":
      if onlyCounts { return ObservedValue.none }
      // A level may be called so: 有, 无.
      if levels == nil { throw wrongForm(value) }
    default: break
    }
    return nil
  }

  private func readNumber(_ value: String) throws(ObservationProblem) -> NumberText {
    do throws(NumberText.Problem) {
      return try NumberText.parse(value)
    } catch {
      throw ObservationProblem(
        "wrong-form", .value,
        Bilingual(
          "“\(value.excerpt)”：\(error.text.chinese)；\(expectation.chinese)",
          en: "“\(value.excerpt)”: \(error.text.english); \(expectation.english)"))
    }
  }

  private func readCount(_ value: String) throws(ObservationProblem) -> Rational {
    guard case .number(let count) = try readNumber(value), count.isInteger, !count.isNegative, !value.hasSuffix("%")
    else {
      throw ObservationProblem(
        "wrong-form", .value,
        Bilingual(
          "“\(value.excerpt)”不是次数：应为不小于0的整数", en: "“\(value.excerpt)” is no count: write a whole number, 0 or more"))
    }
    return count
  }

  private func readYesNo(_ value: String) throws(ObservationProblem) -> Bool {
    switch value {
    case "yes", "是": return true
    case "no", "否": return false
    default:
      throw ObservationProblem(
        "wrong-form", .value,
        Bilingual("“\(value.excerpt)”：应填 yes/no（是/否）", en: "“\(value.excerpt)”: write yes or no (是/否)"))
    }
  }

  private func readMeasure(_ value: String) throws(ObservationProblem) -> NumberText {
    let number = try readNumber(value)
    if aggregate == .pooled, case .number = number {
      throw ObservationProblem(
        "wrong-form", .value,
        Bilingual(
          "“\(value.excerpt)”：本指标合并各点的分子和分母，应填 45/60 的形式",
          en: "“\(value.excerpt)”: this leaf pools numerators and denominators; write it as 45/60"))
    }
    if case .fraction(let numerator, let denominator) = number, denominator.isZero {
      try checkZeroDenominator(value, numerator)
    }
    if traits.refusesNegative, let measure = number.value, measure.isNegative {
      throw ObservationProblem(
        "out-of-range", .value,
        Bilingual(
          "“\(value.excerpt)”：按各地比例计分的值不能为负",
          en: "“\(value.excerpt)”: a measure that is compared by ratio can't be negative"))
    }
    return number
  }

  private func checkZeroDenominator(_ value: String, _ numerator: Rational) throws(ObservationProblem) {
    if !numerator.isZero {
      throw ObservationProblem(
        "zero-denominator", .value,
        Bilingual("“\(value.excerpt)”：分母不能为0", en: "“\(value.excerpt)”: the denominator can't be 0"))
    }
    if zeroDenominator == .error, !isSummed {
      throw ObservationProblem(
        "zero-denominator", .value,
        Bilingual(
          "“0/0”：细则没有规定本指标分母为0时如何计分（zero_denominator）；确不适用时填 n/a 并写明理由",
          en:
            "“0/0”: the rules do not say what this leaf scores without a denominator (zero_denominator); where it does not apply, write n/a with a reason"
        ))
    }
  }

  private func readPoints(_ value: String) throws(ObservationProblem) -> Rational {
    guard case .number(let given) = try readNumber(value), !value.hasSuffix("%") else { throw wrongForm(value) }
    guard given >= .zero, given <= points else {
      throw ObservationProblem(
        "out-of-range", .value,
        Bilingual(
          "\(value.excerpt) 分超出范围：本指标 0 至 \(points.plainText) 分",
          en: "\(value.excerpt) points are out of range: this leaf takes 0 to \(points.plainText)"))
    }
    return given
  }

  private func readLevel(_ value: String, _ levels: Levels) throws(ObservationProblem) -> ObservedValue {
    // A level's code may itself contain a space, so the whole text is tried before it is split.
    let words = value.split(separator: " ")
    let whole = levels.position(of: value) ?? levels.position(of: words.joined(separator: " "))
    guard let position = whole ?? levels.position(of: words.dropLast().joined(separator: " ")) else {
      throw wrongForm(value)
    }
    let code = levels.levels[position].code
    switch (levels.levels[position].share, whole == nil ? words.last : nil) {
    case (.fixed(let share), nil): return .level(position, share: share)
    case (.fixed, _):
      throw ObservationProblem(
        "wrong-form", .value,
        Bilingual(
          "“\(value.excerpt)”：“\(code)”的比例是固定的，只填“\(code)”",
          en: "“\(value.excerpt)”: the share of “\(code)” is fixed; write “\(code)” alone"))
    case (.range(let low, let high), let written):
      let range = "\(low.plainText)–\(high.plainText)"
      guard let written else {
        throw ObservationProblem(
          "wrong-form", .value,
          Bilingual(
            "“\(value.excerpt)”缺少比例：应填“\(code) 比例”，比例在 \(range) 之间",
            en: "“\(value.excerpt)” lacks its share: write “\(code) SHARE”, within \(range)"))
      }
      guard let share = try readNumber(String(written)).value, share >= low, share <= high else {
        throw ObservationProblem(
          "out-of-range", .value,
          Bilingual(
            "“\(value.excerpt)”：“\(code)”的比例应在 \(range) 之间",
            en: "“\(value.excerpt)”: the share of “\(code)” lies within \(range)"))
      }
      return .level(position, share: share)
    }
  }

  private func unknown(_ item: String) -> ObservationProblem {
    let known = survey?.answers.map(\.code) ?? items.map(\.code)
    guard !known.isEmpty || survey != nil else {
      return ObservationProblem(
        "unknown-item", .item, Bilingual("本指标没有细项，item 应为空", en: "this leaf has no items; leave item empty"))
    }
    let codes = (survey == nil ? known : known + items.map(\.code))
    return ObservationProblem(
      "unknown-item", .item,
      Bilingual(
        "本指标没有细项“\(item.excerpt)”：可填 \(codes.joined(separator: "、"))",
        en: "this leaf has no item “\(item.excerpt)”: it has \(codes.joined(separator: ", "))"))
  }

  private func wrongForm(_ value: String) -> ObservationProblem {
    ObservationProblem(
      "wrong-form", .value,
      Bilingual("“\(value.excerpt)”：\(expectation.chinese)", en: "“\(value.excerpt)”: \(expectation.english)"))
  }

  /// What a row of this leaf may say.
  public var expectation: Bilingual {
    var chinese: [String] = []
    var english: [String] = []
    if survey != nil {
      chinese.append("每种答案一行，填人数")
      english.append("one row an answer, with its count")
    } else if hasMeasure {
      chinese.append(aggregate == .pooled ? "应填 45/60 的形式" : "应填 45/60、85%、0.85 或 1041 这样的数")
      english.append(
        aggregate == .pooled ? "write a fraction such as 45/60" : "write a number such as 45/60, 85%, 0.85 or 1041")
    } else if let levels {
      let codes = levels.levels.map(\.code)
      chinese.append("应填档次 \(codes.joined(separator: "、"))")
      english.append("write a level: \(codes.joined(separator: ", "))")
    } else if isJudged {
      chinese.append("应填 0 至 \(points.plainText) 分")
      english.append("write points from 0 to \(points.plainText)")
    }
    if !items.isEmpty {
      let codes = items.map(\.code)
      chinese.append("细项填在 item 列：\(codes.joined(separator: "、"))" + (onlyCounts ? "；没有可记的填 none" : ""))
      english.append(
        "items go in the item column: \(codes.joined(separator: ", "))"
          + (onlyCounts ? "; with nothing to count write none" : ""))
    }
    return Bilingual(chinese.joined(separator: "；"), en: english.joined(separator: "; "))
  }
}

extension Levels {
  fileprivate func position(of code: String) -> Int? { levels.firstIndex { $0.code == code } }
}

extension Method {
  /// Methods that divide by a peer's measure, or by their mean.
  var refusesNegative: Bool {
    switch self {
    case .peerRatio: true
    case .ratio(let ratio): ratio.target == .peerMean
    default: false
    }
  }
}

extension String {
  /// Whether it is a number rather than a word, told by a glance: nearly every value is.
  fileprivate var beginsWithDigit: Bool {
    utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  /// The text, cut where it is too long for a message: one character may be of very many marks.
  public var excerpt: String {
    let short = String(String.UnicodeScalarView(unicodeScalars.prefix(160))).prefix(40)
    return short.utf8.count < utf8.count ? short + "…" : self
  }
}
