/// Meaning and unit, taken apart: of a comment behind a column, or of the prose above a table.
struct MeaningText {
  var english: String
  var chinese = ""
  var unit = ""

  /// `points lost (points, exact); NULL where taken out`: a unit stands in parentheses at the end, or before a semicolon.
  init(_ comment: String) {
    english = comment
    if comment.hasPrefix("1: ") || comment.hasPrefix("0: ") { unit = "0/1" }
    let bytes = Array(comment.utf8)
    guard
      let close = bytes.indices.last(where: {
        bytes[$0] == UInt8(ascii: ")") && ($0 + 1 == bytes.count || bytes[$0 + 1] == UInt8(ascii: ";"))
      }), let open = bytes[..<close].lastIndex(of: UInt8(ascii: "("))
    else { return }
    let said = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
    if said.hasPrefix("1: ") || said.hasPrefix("0: ") {
      unit = "0/1"
    } else if MeaningText.isUnit(said) {
      unit = said
      let rest = bytes[..<open].prefix(open - 1) + bytes[(close + 1)...]
      english = String(decoding: rest, as: UTF8.self)
    }
  }

  /// `Visits, each of one subject · 督查. A draft is still being filled.`: the Chinese ends with its sentence.
  init(prose: String) {
    let (before, after) = SchemaLine(Array(prose.utf8)[...]).halves(at: " · ")
    let (chinese, more) = SchemaLine(Array(after.utf8)[...]).halves(at: ". ")
    self.chinese = chinese.hasSuffix(".") ? String(chinese.dropLast()) : chinese
    english = more.isEmpty ? before : "\(before). \(more)"
    if english.hasSuffix(".") { english.removeLast() }
  }

  /// Short, no Chinese, and not a remark: `points, exact` but not `see above` or `整改`.
  private static func isUnit(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = words.first, words.count <= 5, text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    let isNumber = first.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    // `in `unit``: the unit stands in that column.
    if first == "in", words.count == 2, words[1].hasPrefix("`") { return true }
    return !isNumber && !remarks.contains(String(first)) && !words.contains("see")
  }

  private static let remarks: Set = [
    "as", "at", "by", "e.g.", "for", "from", "i.e.", "if", "in", "not", "of", "or", "see",
  ]
}
