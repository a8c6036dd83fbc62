/// Commands and what they print, as a page shows them in its blocks of `console`.
struct Transcript {
  struct Step {
    /// The line in the page, from 1.
    var line: Int
    var command: String
    /// Lines in the order in which they are printed; others may stand between. `…` stands for any text.
    var shown: [String]
  }

  var steps: [Step] = []

  init(of page: String) {
    var isInside = false
    for (position, line) in page.lines.enumerated() {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(line: position + 1, command: String(line.dropFirst(2)), shown: []))
      } else if isInside, !steps.isEmpty {
        let last = steps.count - 1
        // A command goes on while a quotation is open.
        if steps[last].command.count(where: { $0 == "\"" }).isMultiple(of: 2) {
          steps[last].shown.append(line)
        } else {
          steps[last].command += "\n" + line
        }
      }
    }
  }
}

extension Transcript.Step {
  /// The first line that is shown and not printed; nil where all of them are.
  func firstMissing(in output: String) -> String? {
    var rest = output.lines[...]
    for line in shown where line != "…" {
      guard let found = rest.firstIndex(where: { Self.matches(line, $0) }) else { return line }
      rest = rest[(found + 1)...]
    }
    return nil
  }

  private static func matches(_ shown: String, _ line: String) -> Bool {
    let parts = shown.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return shown == line }
    guard let first = parts.first, let last = parts.last, line.hasPrefix(first) else { return false }
    var rest = line.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
