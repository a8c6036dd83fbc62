import KaoheScoring

/// The keys of one mapping: which there are, which there should be.
struct Fields {
  let place: Place
  /// What the mapping describes, e.g. 指标, the leaf.
  let owner: Bilingual
  let log: ProblemLog
  private let entries: [String: YAMLEntry]

  /// Takes the mapping apart and reports keys that it may not have.
  ///
  /// A mistyped key is read as the missing one that it resembles, so that nothing else is reported because of it.
  ///
  /// - Parameter keys: every key that such a mapping may have.
  init(_ field: Field, _ owner: Bilingual, keys: [String]) throws(Reported) {
    let mapping: [YAMLEntry]
    switch field.value.content {
    case .mapping(let entries): mapping = entries
    case .refused: throw Reported()
    case .scalar, .list:
      let expected = keys.prefix(3).map { "\($0): …" }.joined(separator: ", ")
      throw field.report(
        .notAMapping, "\(owner.chinese)应写成一组“键: 值”", en: "\(owner.english) must be written as `key: value` pairs",
        hint: Bilingual("例如 {\(expected)}", en: "for instance {\(expected)}"))
    }
    self.init(mapping, at: field.place, owner, keys: keys, log: field.log)
  }

  private init(_ mapping: [YAMLEntry], at place: Place, _ owner: Bilingual, keys: [String], log: ProblemLog) {
    var entries: [String: YAMLEntry] = [:]
    for entry in mapping where keys.contains(entry.key) { entries[entry.key] = entry }
    for entry in mapping where !keys.contains(entry.key) {
      if (try? log.checkRoom()) == nil { break }
      let meant = Suggestion.nearest(to: entry.key, among: keys.filter { entries[$0] == nil })
      if let meant { entries[meant] = entry }
      let known = keys.map { "`\($0)`" }
      log.report(
        .unknownKey, at: entry.place,
        "\(owner.chinese)没有 \(quoted(entry.key)) 这个键", en: "\(owner.english) has no key \(quoted(entry.key))",
        hint: meant.map(Suggestion.hint)
          ?? Bilingual("可用的键：" + known.joined(separator: "、"), en: "its keys are " + known.joined(separator: ", ")))
    }
    self.place = place
    self.owner = owner
    self.log = log
    self.entries = entries
  }

  /// A mapping without any key, for a method that is written as its bare name.
  static func none(at place: Place, _ owner: Bilingual, log: ProblemLog) -> Fields {
    Fields([], at: place, owner, keys: [], log: log)
  }

  /// The value under a key, if the key is there.
  subscript(_ key: String) -> Field? {
    entries[key].map { Field(key: key, value: $0.value, log: log) }
  }

  /// Where a key stands.
  func placeOfKey(_ key: String) -> Place? { entries[key]?.place }
}

extension Fields {
  func required(_ key: String) throws(Reported) -> Field {
    if let field = self[key] { return field }
    throw log.report(
      .missingKey, at: place, "\(owner.chinese)缺少 `\(key)`", en: "\(owner.english) lacks `\(key)`")
  }

  func text(_ key: String) -> Reading<String> {
    reading { () throws(Reported) in try required(key).text() }
  }

  /// A text for people; left empty it counts as left out.
  func optionalText(_ key: String) -> Reading<String?> {
    optional(key) { field throws(Reported) in try field.isBlank ? nil : field.text() }.map { $0 ?? nil }
  }

  func number(_ key: String, _ bounds: NumberBounds) -> Reading<Rational> {
    reading { () throws(Reported) in try required(key).number(bounds) }
  }

  func optionalNumber(_ key: String, _ bounds: NumberBounds) -> Reading<Rational?> {
    optional(key) { field throws(Reported) in try field.number(bounds) }
  }

  func whole(_ key: String, _ range: ClosedRange<Int>) -> Reading<Int> {
    reading { () throws(Reported) in try required(key).whole(range) }
  }

  func whole(_ key: String, _ range: ClosedRange<Int>, default standard: Int) -> Reading<Int> {
    optional(key) { field throws(Reported) in try field.whole(range) }.map { $0 ?? standard }
  }

  /// `true` or `false`; `false` where the key is left out.
  func flag(_ key: String) -> Reading<Bool> {
    optional(key) { field throws(Reported) in try field.flag() }.map { $0 ?? false }
  }

  func word<Word>(_ key: String) -> Reading<Word> where Word: RawRepresentable<String> & CaseIterable {
    reading { () throws(Reported) in try required(key).word() }
  }

  func word<Word>(_ key: String, default standard: Word) -> Reading<Word>
  where Word: RawRepresentable<String> & CaseIterable {
    optional(key) { field throws(Reported) in try field.word(Word.self) }.map { $0 ?? standard }
  }

  /// A list with at least one element, each read on its own.
  func list<Element>(_ key: String, _ read: (Field) throws(Reported) -> Element) -> Reading<[Element]> {
    reading { () throws(Reported) in
      let field = try required(key)
      let elements = try field.elements()
      if elements.isEmpty { throw field.report(.emptyList, "`\(key)` 不能是空的", en: "`\(key)` must not be empty") }
      return try all(elements, read)
    }
  }

  /// A list that may be empty or left out.
  func optionalList<Element>(_ key: String, _ read: (Field) throws(Reported) -> Element) -> Reading<[Element]> {
    optional(key) { field throws(Reported) in
      try field.value.isEmpty ? [] : all(field.elements(), read)
    }.map { $0 ?? [] }
  }

  /// Reads what stands under a key; nil where the key is left out.
  func optional<Value>(_ key: String, _ read: (Field) throws(Reported) -> Value) -> Reading<Value?> {
    guard let field = self[key] else { return .success(nil) }
    return reading { () throws(Reported) in try read(field) }
  }
}

/// Reads every element, also after one that could not be read.
func all<Element>(_ fields: [Field], _ read: (Field) throws(Reported) -> Element) throws(Reported) -> [Element] {
  var elements: [Element] = []
  for field in fields {
    try field.log.checkRoom()
    if case .success(let element) = reading({ () throws(Reported) in try read(field) }) { elements.append(element) }
  }
  guard elements.count == fields.count else { throw Reported() }
  return elements
}

/// What a reader gives, so that reading can go on with the next key.
func reading<Value>(_ read: () throws(Reported) -> Value) -> Reading<Value> {
  do throws(Reported) {
    return .success(try read())
  } catch {
    return .failure(error)
  }
}
