import KaoheScoring

/// Which numbers a key takes.
enum NumberBounds {
  /// Signed.
  case any
  case positive
  case notNegative
  /// 0 to 1.
  case share

  func contains(_ number: Rational) -> Bool {
    switch self {
    case .any: true
    case .positive: number > .zero
    case .notNegative: number >= .zero
    case .share: number >= .zero && number <= .one
    }
  }

  var text: Bilingual {
    switch self {
    case .any: Bilingual("是一个数", en: "be a number")
    case .positive: Bilingual("大于 0", en: "be above 0")
    case .notNegative: Bilingual("不小于 0", en: "not be negative")
    case .share: Bilingual("在 0 和 1（100%）之间", en: "lie between 0 and 1 (100%)")
    }
  }
}

extension Field {
  /// The most decimal places that a number of the rules may have.
  static let maximumPlaces = 6
  /// The most digits, in all; enough for any exact score in an example.
  static let maximumDigits = 200

  /// A decimal, a percentage or a fraction of whole numbers, read exactly from the text.
  func number(_ bounds: NumberBounds) throws(Reported) -> Rational {
    let text = try text()
    let number = try parsed(text)
    guard bounds.contains(number) else {
      throw report(
        .numberOutOfRange, "`\(key)` 必须\(bounds.text.chinese)，不能是 \(quoted(text))",
        en: "`\(key)` must \(bounds.text.english), and is \(quoted(text))")
    }
    return number
  }

  /// A whole number.
  func whole(_ range: ClosedRange<Int>) throws(Reported) -> Int {
    let text = try text()
    if let number = try parsed(text).int64, let whole = Int(exactly: number), range.contains(whole) { return whole }
    let (chinese, english) =
      range.upperBound == .max
      ? ("不小于 \(range.lowerBound) 的整数", "a whole number, \(range.lowerBound) or more")
      : (
        " \(range.lowerBound) 至 \(range.upperBound) 的整数",
        "a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    throw report(
      .notWhole, "`\(key)` 必须是\(chinese)，不能是 \(quoted(text))", en: "`\(key)` must be \(english), and is \(quoted(text))"
    )
  }

  private func parsed(_ text: String) throws(Reported) -> Rational {
    let problem: Bilingual
    do throws(NumberText.Problem) {
      // A long run of digits is refused before it is read: reading it takes time that grows with its square.
      guard text.utf8.count <= 2 * Self.maximumDigits else { throw .tooManyDigits(Self.maximumDigits) }
      if let value = try NumberText.parse(text, places: Self.maximumPlaces, digits: Self.maximumDigits).value {
        return value
      }
      problem = Bilingual("分母是 0", en: "its denominator is 0")
    } catch {
      problem = error.text
    }
    throw report(
      .badNumber, "`\(key)` 的值 \(quoted(text))：\(problem.chinese)",
      en: "`\(key)` is \(quoted(text)): \(problem.english)")
  }
}
