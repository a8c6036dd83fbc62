/// How a text shows in a terminal: what is unsafe in it made visible, and how many columns it takes.
///
/// Texts come from files that others wrote. A raw escape sequence in one could move the cursor or rename the window; a
/// bidirectional control could show the digits of a score in another order.
public enum TerminalText {
  /// The text with controls, escape sequences, bidirectional and invisible characters written out: `\n`, `\u{202E}`.
  public static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isUnsafe(scalar): result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text of several lines, each escaped.
  public static func escapedLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(separator: "\n")
  }

  /// The text as prose on one line: its line breaks, as a rule file's block texts have them, are spaces, or nothing
  /// beside a Chinese character.
  static func prose(_ text: String) -> String {
    // As a rule there is one line, and nothing to look for in it.
    let mayBreak = text.unicodeScalars.contains { scalar in
      (0xA...0xD).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }
    if !mayBreak { return escaped(text.trimmed) }
    var result = ""
    for line in text.split(whereSeparator: \.isNewline).map({ escaped($0.trimmed) }) where !line.isEmpty {
      if let before = result.last, let after = line.first, width(of: before) < 2, width(of: after) < 2 { result += " " }
      result += line
    }
    return result
  }

  /// The columns that a text takes, once it is escaped: 2 for wide characters, 0 for combining marks.
  public static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return plainWidth(of: text) ?? text.reduce(0) { $0 + width(of: $1) }
  }

  /// The width of a text of ASCII, Chinese characters and their punctuation, of which none joins the one before it; nil
  /// where there is anything else.
  private static func plainWidth(of text: String) -> Int? {
    var sum = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7F, 0x2010...0x2027: sum += 1
      case 0x3000...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF60: sum += 2
      default: return nil
      }
    }
    return sum
  }

  static func width(of character: Character) -> Int {
    var sum = 0
    var isOneSign = false
    for scalar in character.unicodeScalars {
      sum += width(of: scalar)
      // The emoji variant, a joiner, a skin tone or a flag: however many parts, one sign of two columns.
      switch scalar.value {
      case 0xFE0F: return 2
      case 0x200D, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF: isOneSign = true
      default: break
      }
    }
    return isOneSign ? min(sum, 2) : sum
  }

  /// What must not reach a terminal: controls (also C1), line and paragraph separators, and format characters, which
  /// are invisible and may turn text around. The joiners between letters and within emoji are harmless.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    if (0x3000...0x9FFF).contains(scalar.value) || (0xFF01...0xFF60).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return scalar.value != 0x200C && scalar.value != 0x200D
    default: return false
    }
  }
}
