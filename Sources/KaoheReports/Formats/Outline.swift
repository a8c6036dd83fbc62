/// Indented lines, some with an amount at the right: how an explanation is laid out for people.
struct Outline: Sendable {
  struct Line: Sendable {
    var level: Int
    var text: String
    var amount: String?
    var ink: Ink?
  }

  var lines: [Line] = []

  mutating func add(_ level: Int, _ text: String, _ amount: String? = nil, ink: Ink? = nil) {
    lines.append(Line(level: level, text: TerminalText.prose(text), amount: amount, ink: ink))
  }

  /// The column at which the amounts of several outlines end, so that they stand under one another.
  static func edge(of outlines: [Outline], width: Int?) -> Int {
    // Nothing stands at it.
    if width == nil, outlines.allSatisfy({ $0.lines.allSatisfy { $0.amount == nil } }) { return 0 }
    let natural = outlines.flatMap(\.lines).map { line in
      2 * line.level + TerminalText.width(of: line.text) + (line.amount.map { 2 + TerminalText.width(of: $0) } ?? 0)
    }
    return min(width ?? widest, widest, natural.max() ?? 0)
  }

  /// For a terminal: two spaces a level, the amounts ending at the edge, long texts broken before them.
  func text(edge: Int, breaks: Bool, color: Bool) -> String {
    lines.map { $0.text(edge: edge, breaks: breaks, color: color) }.joined()
  }

  /// A nested list.
  var markdown: String {
    lines.map { line in
      let colon = line.text.hasSuffix(")") ? ": " : "："
      let amount = line.amount.map { colon + "**\(MarkdownTable.escaped($0))**" } ?? ""
      return String(repeating: "  ", count: line.level) + "- " + MarkdownTable.escaped(line.text) + amount + "\n"
    }.joined()
  }

  /// Beyond this, an amount is too far from its text to be read together with it.
  private static let widest = 100
}

extension Outline.Line {
  fileprivate func text(edge: Int, breaks: Bool, color: Bool) -> String {
    let amountWidth = amount.map { TerminalText.width(of: $0) } ?? 0
    let room = edge - 2 * level - (amount == nil ? 0 : amountWidth + 2)
    let pieces = breaks ? TerminalText.wrapped(text, to: max(room, 16)) : [text]
    var result = ""
    for (position, piece) in pieces.enumerated() {
      result += String(repeating: " ", count: 2 * level)
      result += ink?.around(piece, color) ?? piece
      if let amount, position == pieces.count - 1 {
        let gap = max(2, edge - 2 * level - TerminalText.width(of: piece) - amountWidth)
        result += String(repeating: " ", count: gap) + (ink?.around(amount, color) ?? amount)
      }
      result += "\n"
    }
    return result
  }
}
