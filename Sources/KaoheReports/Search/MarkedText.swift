import KaoheScoring

/// A text with the places that were looked for.
public struct MarkedText: Sendable {
  private struct Piece: Sendable {
    var text: String
    var isMarked: Bool
  }

  /// In turn unmarked and marked; each may be empty but the marked ones.
  private var pieces: [Piece] = []

  /// - Parameter marks: ranges of the text's Unicode scalars, in order, none touching another.
  public init(_ text: String, marks: [Range<Int>]) {
    let scalars = Array(text.unicodeScalars)
    var position = 0
    func piece(_ range: Range<Int>, isMarked: Bool) -> Piece {
      Piece(text: String(String.UnicodeScalarView(scalars[range])), isMarked: isMarked)
    }
    for mark in marks where position <= mark.lowerBound && mark.upperBound <= scalars.count {
      pieces.append(piece(position..<mark.lowerBound, isMarked: false))
      pieces.append(piece(mark, isMarked: true))
      position = mark.upperBound
    }
    pieces.append(piece(position..<scalars.count, isMarked: false))
  }

  /// What stands round the marks; `…` for what is left out. A short text stays whole; a long mark does not, nor do a
  /// great many of them.
  ///
  /// - Parameters:
  ///   - room: how many characters a short text has at most.
  ///   - context: how many are left before and after a mark.
  public func excerpt(room: Int = 80, context: Int = 20) -> MarkedText {
    if pieces.reduce(0, { $0 + $1.text.count }) <= room { return self }
    var excerpt = self
    for (position, piece) in pieces.enumerated() {
      if piece.isMarked {
        if piece.text.count > room {
          excerpt.pieces[position].text = piece.text.prefix(context) + "…" + piece.text.suffix(context)
        }
        continue
      }
      // The end of a piece stands before the next mark, its beginning after the last one.
      let after = position == 0 && pieces.count > 1 ? 0 : context
      let before = position == pieces.count - 1 && position > 0 ? 0 : context
      guard piece.text.count > after + before else { continue }
      excerpt.pieces[position].text = piece.text.prefix(after) + "…" + piece.text.suffix(before)
    }
    return excerpt.beginning(of: room * 5)
  }

  /// The first pieces, so that they have about so many characters; `…` for the others.
  private func beginning(of room: Int) -> MarkedText {
    var left = room
    let kept = pieces.prefix { piece in
      defer { left -= piece.text.count }
      return left > 0
    }
    guard kept.count < pieces.count, let last = kept.last else { return self }
    var beginning = self
    beginning.pieces = Array(kept)
    if last.isMarked || last.text.last != "…" { beginning.pieces.append(Piece(text: "…", isMarked: false)) }
    return beginning
  }

  /// With 【】 around the marks.
  public var bracketed: String { joined("【", "】") }

  /// For a terminal: what is unsafe in the text escaped, and so many columns broken into lines.
  ///
  /// - Parameters:
  ///   - end: what stands behind the text.
  ///   - width: nil: one line.
  ///   - color: whether the marks are coloured; else 【】 are around them.
  func lines(end: String, width: Int?, color: Bool) -> [String] {
    // Controls stand for the colours until the lines are broken: those of the text are escaped.
    let text = color ? joined("\u{1}", "\u{2}", TerminalText.escaped) : joined("【", "】", TerminalText.escaped)
    let lines = width.map { TerminalText.wrapped(text + end, to: $0) } ?? [text + end]
    if !color { return lines }
    return lines.map { $0.replacing("\u{1}", with: "\u{1B}[1;31m").replacing("\u{2}", with: "\u{1B}[0m") }
  }

  private func joined(_ open: String, _ close: String, _ escaped: (String) -> String = { $0 }) -> String {
    pieces.map { $0.isMarked ? open + escaped($0.text) + close : escaped($0.text) }.joined()
  }
}
