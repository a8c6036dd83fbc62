extension TerminalText {
  /// Breaks an escaped text into lines of at most so many columns: at spaces, and between Chinese characters, but never
  /// before a closing mark or after an opening one. What has no such place is broken anywhere.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    if TerminalText.width(of: text) <= width { return [text] }
    let characters = Array(text)
    let widths = characters.map { TerminalText.width(of: $0) }
    var lines: [String] = []
    var start = 0
    while start < characters.count {
      var end = start
      var used = 0
      while end < characters.count, used + widths[end] <= width || end == start {
        used += widths[end]
        end += 1
      }
      if end < characters.count {
        let breaks = (start + 1...end).last { canBreak(characters, widths, before: $0) }
        end = breaks ?? end
      }
      lines.append(trimmedEnd(characters[start..<end]))
      start = end
      while start < characters.count, characters[start] == " " { start += 1 }
    }
    return lines
  }

  private static func canBreak(_ characters: [Character], _ widths: [Int], before position: Int) -> Bool {
    let (before, after) = (characters[position - 1], characters[position])
    if after == " " { return !joinsNumber(characters, widths, at: position) }
    if before == " " { return !joinsNumber(characters, widths, at: position - 1) }
    if opening.contains(before) || closing.contains(after) { return false }
    return widths[position - 1] == 2 || widths[position] == 2
  }

  /// Whether the space at a position belongs between a number and its Chinese unit: `3 分`, `第 2 名`.
  private static func joinsNumber(_ characters: [Character], _ widths: [Int], at space: Int) -> Bool {
    guard space > 0, space + 1 < characters.count else { return false }
    let (before, after) = (space - 1, space + 1)
    return characters[before].isNumber && widths[after] == 2 || characters[before] == "第" && characters[after].isNumber
  }

  private static func trimmedEnd(_ line: ArraySlice<Character>) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  private static let opening: Set<Character> = ["（", "《", "“", "‘", "「", "『", "【", "〈", "(", "["]
  private static let closing: Set<Character> = [
    "）", "》", "”", "’", "」", "』", "】", "〉", ")", "]", "，", "。", "、", "；", "：", "！", "？", "…", "—", ",", ".", ";",
    ":", "!", "?", "%", "％",
  ]
}
