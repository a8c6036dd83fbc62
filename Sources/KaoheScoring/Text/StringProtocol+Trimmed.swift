extension StringProtocol {
  /// Without white space at both ends.
  public var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}

extension String {
  /// Without white space at both ends.
  public var trimmed: String {
    // As a rule there is none.
    unicodeScalars.first?.isPlain == true && unicodeScalars.last?.isPlain == true ? self : self[...].trimmed
  }
}

extension Unicode.Scalar {
  /// Whether it is a sign, letter or digit as in Chinese texts: no white space, and nothing that joins the one before.
  fileprivate var isPlain: Bool {
    switch value {
    case 0x21..<0x7F, 0x2190...0x27BF, 0x3001...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF60: true
    default: false
    }
  }
}
