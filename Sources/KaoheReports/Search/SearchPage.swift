import KaoheScoring

/// What a search found, for people: by what the texts are, each with its place.
public struct SearchPage: Sendable {
  public struct Group: Sendable {
    /// What the texts are, and how many there are.
    public var title: String
    public var entries: [Entry]

    public init(title: String, entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  public struct Entry: Sendable {
    public var place: [String]
    public var text: MarkedText
    /// Who wrote it, and when.
    public var origin: [String]

    public init(place: [String], text: MarkedText, origin: [String]) {
      self.place = place
      self.text = text
      self.origin = origin
    }
  }

  public var groups: [Group]
  /// What is said at the end.
  public var note: String

  public init(groups: [Group], note: String) {
    self.groups = groups
    self.note = note
  }

  /// For a terminal: under its place, each text as an excerpt.
  ///
  /// - Parameters:
  ///   - width: the terminal's columns; nil: no line is broken.
  ///   - color: whether marks and titles are coloured.
  public func text(_ language: Language, width: Int?, color: Bool) -> String {
    var text = ""
    for group in groups {
      text += Ink.bold.around(TerminalText.escaped(group.title), color) + "\n"
      for entry in group.entries {
        for line in indented(2, entry.placeText, width) { text += Ink.dim.around(line, color) + "\n" }
        let end = entry.originText(language)
        for line in entry.text.excerpt().lines(end: end, width: width.map { max($0 - 4, 16) }, color: color) {
          text += "    " + line + "\n"
        }
      }
      text += "\n"
    }
    return text + indented(0, TerminalText.escaped(note), width).joined(separator: "\n") + "\n"
  }

  public func markdown(_ language: Language) -> String {
    var text = ""
    for group in groups {
      text += "## \(MarkdownTable.escaped(group.title))\n\n"
      for entry in group.entries {
        let excerpt = MarkdownTable.escaped(entry.text.excerpt().bracketed + entry.originText(language))
        text += "- \(MarkdownTable.escaped(entry.placeText))<br>\(excerpt)\n"
      }
      if !group.entries.isEmpty { text += "\n" }
    }
    return text + MarkdownTable.escaped(note) + "\n"
  }

  private func indented(_ count: Int, _ text: String, _ width: Int?) -> [String] {
    let lines = width.map { TerminalText.wrapped(text, to: max($0 - count, 16)) } ?? [text]
    return lines.map { String(repeating: " ", count: count) + $0 }
  }
}

extension SearchPage.Entry {
  fileprivate var placeText: String { place.map(TerminalText.prose).joined(separator: " · ") }

  fileprivate func originText(_ language: Language) -> String {
    origin.isEmpty ? "" : language.inParentheses(origin.map(TerminalText.prose).joined(separator: " "))
  }
}
