import KaoheScoring

/// The codes that are unique together: of phases, sections, leaves, items, bonus and penalty groups and vetoes.
///
/// A group may have the code of something in the tree, though: the two are never named in the same place, and
/// given rule files do it (a section J with leaves J1, J2 beside bonus groups J1, J2).
struct CodeRegistry {
  enum Kind: Equatable {
    case phase
    case topSection
    /// A section within the named one.
    case section(within: String)
    case leaf
    case item
    case group
    case veto

    var name: Bilingual {
      switch self {
      case .phase: Bilingual("阶段", en: "a phase")
      case .topSection: Bilingual("部分", en: "a top-level section")
      case .section: Bilingual("下级部分", en: "a section within another")
      case .leaf: Bilingual("指标", en: "a leaf")
      case .item: Bilingual("细项", en: "an item")
      case .group: Bilingual("加减分组", en: "a bonus or penalty group")
      case .veto: Bilingual("一票否决项", en: "a veto")
      }
    }
  }

  private typealias Entry = (kind: Kind, place: Place)

  /// What is in the tree, and vetoes.
  private var entries: [String: Entry] = [:]
  private var groups: [String: Entry] = [:]
  /// Whether a code could not be read, so that one that is not here may yet be meant to be there.
  private(set) var isIncomplete = false

  /// Notes that something could not be read that may hold codes.
  mutating func noteUnread() { isIncomplete = true }

  /// Where codes stand.
  var places: [String: Place] { groups.merging(entries) { $1 }.mapValues(\.place) }

  func kind(of code: String) -> Kind? { entries[code]?.kind }

  /// Reads the code of something and enters it.
  mutating func enter(_ fields: Fields, _ kind: Kind) -> Reading<String> {
    let code = reading { () throws(Reported) in
      let field = try fields.required("code")
      return kind == .item || kind == .group ? try field.code() : try field.plainCode()
    }
    switch code {
    case .success(let text):
      return reading { () throws(Reported) in
        // A code in the wrong place is still a code: nothing that refers to it is reported.
        if text == "bonus" || text == "penalty" {
          isIncomplete = true
          throw fields.log.report(
            .reservedCode, at: fields["code"]?.place, "`\(text)` 不能用作编码，它另有含义",
            en: "`\(text)` can't be a code, it has a meaning of its own")
        }
        if let first = taken(text, by: kind) {
          throw fields.log.report(
            .duplicateCode, at: fields["code"]?.place,
            "编码 \(quoted(text)) 重复，第 \(first.place.line) 行的\(first.kind.name.chinese)已用",
            en: "the code \(quoted(text)) is taken by \(first.kind.name.english) in line \(first.place.line)")
        }
        let place = fields["code"]?.place ?? fields.place
        if kind == .group { groups[text] = (kind, place) } else { entries[text] = (kind, place) }
        return text
      }
    case .failure(let reported):
      isIncomplete = true
      return .failure(reported)
    }
  }

  /// What already has a code that something of this kind can't have then.
  private func taken(_ code: String, by kind: Kind) -> Entry? {
    switch kind {
    case .group: groups[code] ?? entries[code].flatMap { $0.kind == .veto ? $0 : nil }
    case .veto: entries[code] ?? groups[code]
    default: entries[code]
    }
  }
}

extension Field {
  /// A code: a text of one line, without white space around it.
  func code() throws(Reported) -> String {
    let text = try text()
    guard text.first?.isWhitespace != true, text.last?.isWhitespace != true, !text.contains(where: \.isNewline) else {
      throw report(
        .badCode, "编码 \(quoted(text)) 前后不能有空格，也不能换行",
        en: "the code \(quoted(text)) must not have spaces around it nor line breaks in it")
    }
    // Two codes that look the same would be two, and nobody could type one of them.
    if let invisible = text.unicodeScalars.first(where: { $0.properties.generalCategory == .format }) {
      throw report(
        .badCode, "编码 \(quoted(text)) 里有看不见的字符 \(invisible.name)",
        en: "the code \(quoted(text)) holds the invisible character \(invisible.name)")
    }
    return text
  }

  /// A code that stands in lists: without any white space or semicolon.
  fileprivate func plainCode() throws(Reported) -> String {
    let text = try code()
    guard !text.contains(where: { $0.isWhitespace || $0 == ";" }) else {
      throw report(
        .badCode, "编码 \(quoted(text)) 不能含空格或分号，它们在列表里分隔编码",
        en: "the code \(quoted(text)) must not contain spaces or semicolons, which separate codes in lists")
    }
    return text
  }
}

/// The codes of one list: levels, grades, answers.
struct ListedCodes {
  private var lines: [String: Int] = [:]

  /// Reports a code that the list has already.
  mutating func enter(_ code: String, at place: Place, log: ProblemLog) throws(Reported) {
    if let line = lines[code] {
      throw log.report(
        .duplicateCode, at: place, "编码 \(quoted(code)) 在本列表里重复，第 \(line) 行已有",
        en: "the code \(quoted(code)) is in this list already, in line \(line)")
    }
    lines[code] = place.line
  }
}
