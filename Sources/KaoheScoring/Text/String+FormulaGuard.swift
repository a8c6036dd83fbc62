extension String {
  /// The text as a file for spreadsheets has it: what Excel or WPS would take for a formula (`=HYPERLINK(…)`, `+cmd`, `@x`)
  /// has an apostrophe in front. Numbers, and the `-` that withdraws, stay as they are.
  public var guardedFromFormulas: String { looksLikeFormula ? "'" + self : self }

  /// The text without that apostrophe; what was not guarded is left alone.
  public var unguardedFromFormulas: String {
    guard utf8.first == UInt8(ascii: "'") else { return self }
    let rest = String(unicodeScalars.dropFirst())
    return rest.looksLikeFormula ? rest : self
  }

  /// Whether it begins like a formula, behind any apostrophes: what has one of its own gets another, so that taking one
  /// off always gives back the text.
  private var looksLikeFormula: Bool {
    guard let first = utf8.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let text = String(unicodeScalars.drop { $0 == "'" })
      return text != "-" && (try? NumberText.parse(text)) == nil
    default: return false
    }
  }
}
