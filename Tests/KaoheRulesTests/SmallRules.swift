import KaoheRules
import KaoheScoring

/// The text of a small rule file: one section A with one leaf A1 of 10 points, changed in one place.
struct SmallRules: Sendable {
  let text: String

  /// Lines 1–5.
  static let header = """
    rule_set: demo
    title: 演示
    year: 2022
    points: 10
    rounding: {mode: half_up, total_decimals: 2}

    """
  /// Lines 6–10.
  static let section = """
    sections:
    - code: A
      title: 甲
      points: 10
      children:

    """
  /// Lines 11–13.
  static let leaf = """
      - code: A1
        title: 一
        points: 10

    """
  /// Line 14.
  static let judged = "    methods: [judged]\n"

  static let plain = header + section + leaf + judged

  /// A whole file.
  static func raw(_ text: String) -> SmallRules { SmallRules(text: text) }

  /// What follows line 5.
  static func head(_ lines: String) -> SmallRules { SmallRules(text: header + lines + "\n") }

  /// What follows line 10.
  static func children(_ lines: String) -> SmallRules { SmallRules(text: header + section + lines + "\n") }

  /// Keys of the leaf, from line 14 on.
  static func leaf(_ lines: String) -> SmallRules {
    let indented = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
    return SmallRules(text: header + section + leaf + indented)
  }

  /// Keys at top level, from line 15 on.
  static func top(_ lines: String) -> SmallRules { SmallRules(text: plain + lines + "\n") }

  /// The plain file with one text replaced.
  static func with(_ old: String, _ new: String) -> SmallRules {
    guard let range = plain.firstRange(of: old) else { return SmallRules(text: "\(old) is not in the text") }
    return SmallRules(text: plain.replacingCharacters(of: range, with: new))
  }

  /// The rules, or the problems.
  func read() throws(InputProblems) -> RuleFile {
    try RuleFile.read(bytes: Array(text.utf8), file: "rules.yaml")
  }

  /// The problems' messages, one a line; nothing where the file is fine.
  func messages(_ language: Language = .english) -> String {
    do throws(InputProblems) {
      _ = try read()
      return ""
    } catch {
      return error.text(in: language)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(of range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
