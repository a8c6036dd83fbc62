/// Text for people, made of parts, that is written for a terminal or as Markdown.
struct Page: Sendable {
  enum Part: Sendable {
    case title(String)
    case heading(String)
    case table([TableColumn], [[String]])
    case outline(Outline)
    /// One paragraph; in colour where it is set off.
    case note(String, Ink?)
  }

  var parts: [Part] = []

  /// For a terminal, with an empty line between parts; notes that follow one another stand together.
  func text(width: Int?, color: Bool) -> String {
    var text = ""
    var previous: Part?
    let outlines = parts.compactMap { if case .outline(let outline) = $0 { outline } else { nil } }
    let edge = Outline.edge(of: outlines, width: width)
    for part in parts {
      if let previous, !previous.isFollowedClosely(by: part) { text += "\n" }
      previous = part
      switch part {
      case .title(let title), .heading(let title):
        text += wrapped(title, width).map { Ink.bold.around($0, color) + "\n" }.joined()
      case .table(let columns, let rows):
        text += TextTable(columns: columns, rows: rows).rendered(width: width, color: color)
      case .outline(let outline): text += outline.text(edge: edge, breaks: width != nil, color: color)
      case .note(let note, let ink):
        text += wrapped(note, width).map { (ink?.around($0, color) ?? $0) + "\n" }.joined()
      }
    }
    return text
  }

  var markdown: String {
    parts.map { part in
      switch part {
      case .title(let title): "# \(MarkdownTable.escaped(title))\n"
      case .heading(let title): "## \(MarkdownTable.escaped(title))\n"
      case .table(let columns, let rows): MarkdownTable(columns: columns, rows: rows).rendered()
      case .outline(let outline): outline.markdown
      case .note(let note, _): "\(MarkdownTable.escaped(note))\n"
      }
    }.joined(separator: "\n")
  }

  private func wrapped(_ text: String, _ width: Int?) -> [String] {
    let text = TerminalText.prose(text)
    return width.map { TerminalText.wrapped(text, to: $0) } ?? [text]
  }
}

extension Page.Part {
  /// A heading belongs to what it stands over; notes stand together.
  fileprivate func isFollowedClosely(by next: Page.Part) -> Bool {
    switch (self, next) {
    case (.heading, _), (.note, .note): true
    default: false
    }
  }
}
