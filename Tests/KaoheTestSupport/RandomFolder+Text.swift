extension SeededGenerator {
  private static let phrases = [
    "台账不全", "少开 2 次联席会议", "“三个所有”未落实", "a, b; c", "he said \"no\"", "第一行\n第二行", "👷‍♀️ 缺记录", "50％；60%", "=1+1",
    "it's late", "—", "café", "-3", "NULL", "%_", "迟报（3 天）", "<b>&amp;</b>", "\\n",
  ]

  /// What somebody may write into a cell.
  mutating func text() -> String {
    (0..<integer(1...2)).map { _ in pick(Self.phrases) }.joined(separator: pick(["，", " ", "\n", ","]))
  }

  /// Some text, or nothing.
  mutating func textOrNothing() -> String { oneIn(2) ? text() : "" }

  /// A code of the kind `prefix`, most often a plain one.
  mutating func code(_ prefix: String, _ number: Int) -> String {
    guard oneIn(6) else { return "\(prefix)\(number)" }
    return pick(["\(prefix) \(number),甲", "\(prefix)\"\(number)\"", "督\(prefix)'\(number)", "0\(prefix)%\(number)"])
  }

  mutating func date(_ year: Int) -> String {
    let (month, day) = (integer(1...12), integer(1...28))
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// A few of the choices, each once, as a list in a cell.
  mutating func list(_ choices: [String], upTo count: Int) -> String {
    choices.shuffled(using: &self).prefix(integer(0...count)).joined(separator: pick([";", "；", "; "]))
  }
}
