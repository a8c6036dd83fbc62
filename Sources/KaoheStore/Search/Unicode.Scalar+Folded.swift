extension Unicode.Scalar {
  /// The character that stands for this one in a search: a letter without its case, and half as wide as it may be
  /// written: `Ａ` and `A` as `a`, `％` as `%`. One for one, so that places in a folded text are those of the text.
  var folded: Unicode.Scalar {
    switch value {
    case 0x41...0x5A: return Unicode.Scalar(value + 0x20) ?? self
    case ..<0x80: return self
    case 0xFF21...0xFF3A: return Unicode.Scalar(value - 0xFEE0 + 0x20) ?? self
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000: return " "
    default:
      if hasNoCase { return self }
      let lower = properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower.first ?? self : self
    }
  }

  /// Whether no other character is folded to this one: true of those that Chinese is written with.
  var hasNoCase: Bool {
    switch value {
    case 0x2000...0x206F, 0x2E80...0x2FFF, 0x3001...0x9FFF, 0xAC00...0xD7A3, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
