import KaoheReports
import KaoheScoring
import KaoheStore

extension QueryProblem {
  /// Standard for what is refused or fails; what a shell gives where Ctrl-C stopped it; wrong usage without any SQL.
  var exitCode: Int32 {
    switch code {
    case "stopped": Interruption.exitCode
    case "empty": 64
    default: 1
    }
  }

  /// On standard error: what is wrong, the line with a mark under the place, what to do.
  func report(_ language: Language) {
    complain("kaohe: " + TerminalText.escaped(problem.text(in: language)))
    for line in place?.lines ?? [] { complain(line) }
    if let hint { complain("kaohe: " + TerminalText.escaped(hint.text(in: language))) }
  }
}

extension QueryProblem.Place {
  /// The line of the SQL, and a mark under the place; of a long line what is around it.
  fileprivate var lines: [String] {
    let isLong = before.count > 60
    let left = TerminalText.escaped((isLong ? "…" : "") + before.suffix(isLong ? 40 : 60))
    let rest = text.dropFirst(before.count)
    let right = TerminalText.escaped(rest.prefix(60) + (rest.count > 60 ? "…" : ""))
    let number = "  \(line)"
    return [
      "\(number) | \(left)\(right)", spaces(number.count) + " | " + spaces(TerminalText.width(of: left)) + "^",
    ]
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
