import KaoheScoring
import KaoheStore

/// What a person typed at a leaf: a word for the program, or what was observed.
///
/// `:A1.1 …` says for which leaf it is. An observation is `VALUE`, or `KEY=VALUE` for an item, a survey's answer or a scorer (several with spaces between),
/// then `；` and the reason, with evidence as `@CODE` at its end. Both widths of a sign are the same.
enum AnswerLine: Equatable, Sendable {
  case next
  case previous
  case quit
  case help
  case list
  case undo
  case firstOpen
  case go(String)
  /// A leaf, and what was typed for it: `:A1.1 1=2`.
  indirect case at(String, AnswerLine)
  case search(String)
  case values([Assignment], reason: String, evidence: [String])
  /// A word behind `:` that is none of ours.
  case unknownWord(String)

  struct Assignment: Equatable, Sendable {
    /// nil where the leaf itself is meant.
    var key: String?
    var value: String
  }

  /// What stands before a reason that is typed alone.
  static let reasonMark = "-；"

  /// Whether it is a word for the program.
  var isWord: Bool {
    if case .values = self { false } else { true }
  }

  init(_ line: String) {
    let text = line.trimmed
    if text.isEmpty {
      self = .next
    } else if let word = text.after(":", "：") {
      self = AnswerLine.word(word.trimmed)
    } else if let text = text.after("/", "、") {
      self = .search(text.trimmed)
    } else if text == "?" || text == "？" {
      self = .help
    } else {
      self = AnswerLine.values(text)
    }
  }

  private static func word(_ text: String) -> AnswerLine {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1].trimmed : ""
    switch words.first?.halfWidth.lowercased() ?? "" {
    case "q", "quit", "exit", "退出": return .quit
    case "h", "help", "帮助": return .help
    case "l", "list", "列表": return .list
    case "u", "undo", "撤销": return .undo
    case "b", "back", "返回": return .previous
    case "n", "next", "s", "skip", "跳过": return .next
    case "o", "open", "未记": return .firstOpen
    case "g", "go", "跳到": return rest.isEmpty ? .unknownWord(text) : .go(rest)
    case "": return .help
    default: return words.count == 1 ? .go(text) : .at(words[0], AnswerLine(rest))
    }
  }

  private static func values(_ text: String) -> AnswerLine {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ";" || $0 == "；" }
    var words = (parts.count > 1 ? String(parts[1]).trimmed : "").split(separator: " ")
    var evidence: [String] = []
    while let code = words.last.flatMap({ String($0).after("@", "＠") }), !code.isEmpty {
      evidence.insert(code, at: 0)
      words.removeLast()
    }
    return .values(
      assignments(String(parts[0]).trimmed), reason: words.joined(separator: " "), evidence: evidence)
  }

  private static func assignments(_ text: String) -> [Assignment] {
    if !text.unicodeScalars.contains(where: { $0 == "=" || $0 == "＝" }) { return [Assignment(key: nil, value: text)] }
    var spaced = text.unicodeScalars.contains("＝") ? text.replacing("＝", with: "=") : text
    if text.utf8.contains(UInt8(ascii: " ")) {
      spaced = spaced.replacing(" =", with: "=").replacing("= ", with: "=")
    }
    // A value may hold a space, `良 0.85`: what has no key belongs to the value before it.
    var found: [Assignment] = []
    for word in spaced.split(whereSeparator: { $0.isWhitespace || "，、,".contains($0) }) {
      let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if sides.count == 2 {
        found.append(Assignment(key: sides[0], value: sides[1]))
      } else if found.isEmpty {
        found.append(Assignment(key: nil, value: sides[0]))
      } else {
        found[found.count - 1].value += " " + sides[0]
      }
    }
    return found
  }
}

extension AnswerLine.Assignment {
  /// Whether it is said of the leaf as a whole, whoever scores.
  private var isForTheLeaf: Bool { ["n/a", "不适用"].contains(value.halfWidth.lowercased()) }

  /// The observation of a leaf that this makes, its key resolved.
  ///
  /// - Parameter scorer: whoever scores where nobody is named.
  func answer(at entry: SheetEntry, _ sheet: ScoringSheet, scorer: String, reason: String, evidence: [String]) -> Answer
  {
    let leaf = entry.leaf
    let own = key == nil && leaf.isJudged && !isForTheLeaf ? scorer : ""
    var answer = Answer(indicator: leaf.code, scorer: own, value: value, reason: reason, evidence: evidence)
    if let key {
      let items = (leaf.survey?.answers.map(\.code) ?? []) + leaf.items.map(\.code)
      if items.contains(key) {
        answer.item = key
      } else if let number = Int(key.halfWidth), items.indices.contains(number - 1) {
        answer.item = items[number - 1]
      } else if leaf.isJudged || leaf.levels != nil {
        answer.scorer = sheet.inspectors.first { $0.code == key || $0.name == key }?.code ?? key
      } else {
        answer.item = key
      }
    }
    // What an input method typed in full width is taken where it is meant.
    if (try? leaf.read(item: answer.item, value: value)) == nil,
      (try? leaf.read(item: answer.item, value: value.halfWidth)) != nil
    {
      answer.value = value.halfWidth
    }
    return answer
  }
}

extension String {
  /// The text behind one of the signs, where it begins with it.
  fileprivate func after(_ signs: Character...) -> String? {
    first.map(signs.contains) == true ? String(dropFirst()) : nil
  }
}
