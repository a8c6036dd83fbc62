import KaoheScoring

/// A value of a rule file together with the key that it stands under.
///
/// Each of its readers gives the value, or reports in what way it is not one.
struct Field {
  let key: String
  let value: YAMLNode
  let log: ProblemLog

  var place: Place { value.place }

  /// Whether nothing is written there, or nothing but white space.
  var isBlank: Bool {
    if case .scalar(let text, _) = value.content { return value.isEmpty || text.allSatisfy(\.isWhitespace) }
    return value.isEmpty
  }

  @discardableResult
  func report(_ code: ProblemCode, _ chinese: String, en english: String, hint: Bilingual? = nil) -> Reported {
    log.report(code, at: place, chinese, en: english, hint: hint)
  }
}

extension Field {
  /// The scalar's text, quoted or not.
  func text() throws(Reported) -> String {
    switch value.content {
    case .scalar(let text, _):
      guard !isBlank else {
        throw report(.emptyValue, "`\(key)` 没有填值", en: "`\(key)` has no value")
      }
      return text
    case .list: throw report(.notAText, "`\(key)` 应是一个值，不是列表", en: "`\(key)` must be a single value, not a list")
    case .mapping:
      throw report(
        .notAText, "`\(key)` 应是一个值，不是一组键", en: "`\(key)` must be a single value, not a mapping",
        hint: Bilingual("含有“: ”的文字要加引号", en: "quote a text with `: ` in it"))
    case .refused: throw Reported()
    }
  }

  /// The elements of a list, each under the list's key.
  func elements() throws(Reported) -> [Field] {
    switch value.content {
    case .list(let elements): return elements.map { Field(key: key, value: $0, log: log) }
    case .refused: throw Reported()
    case .scalar, .mapping:
      throw report(
        .notAList, "`\(key)` 应是一个列表", en: "`\(key)` must be a list",
        hint: Bilingual("每项以“- ”开头，或写成 [甲, 乙]", en: "begin each entry with `- `, or write [a, b]"))
    }
  }

  /// One of the words of a choice.
  func word<Word>(_: Word.Type = Word.self) throws(Reported) -> Word
  where Word: RawRepresentable<String> & CaseIterable {
    let text = try text()
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    throw unknownWord(text, words)
  }

  func unknownWord(_ text: String, _ words: [String]) -> Reported {
    let expected = words.alternatives
    return report(
      .unknownWord, "`\(key)` 不能是 \(quoted(text))，应为 \(expected.chinese)",
      en: "`\(key)` can't be \(quoted(text)); expected \(expected.english)",
      hint: Suggestion.nearest(to: text, among: words).map(Suggestion.hint))
  }

  /// `true` or `false`.
  func flag() throws(Reported) -> Bool {
    let text = try text()
    switch text {
    case "true": return true
    case "false": return false
    default:
      throw report(
        .badBoolean, "`\(key)` 应为 `true` 或 `false`，不是 \(quoted(text))",
        en: "`\(key)` must be `true` or `false`, not \(quoted(text))")
    }
  }

  /// A date of the calendar, YYYY-MM-DD.
  func date() throws(Reported) -> String {
    let text = try text()
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
    if isDigits, parts.map(\.count) == [4, 2, 2], let year = Int(String(parts[0]) ?? ""),
      let month = Int(String(parts[1]) ?? ""), let day = Int(String(parts[2]) ?? ""), (1...12).contains(month),
      (1...daysOfMonth(month, year)).contains(day)
    {
      return text
    }
    throw report(
      .badDate, "`\(key)` 应是日期，写成 2022-03-01，不是 \(quoted(text))",
      en: "`\(key)` must be a date such as 2022-03-01, not \(quoted(text))")
  }

  private func daysOfMonth(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
