/// The texts of a workbook, to which its cells refer by number.
struct SharedStrings {
  private var strings: [String] = []

  /// Of a workbook that has none.
  init() {}

  init(_ part: PartReader, limits: WorkbookLimits) throws(WorkbookProblem) {
    var item = RichText(limit: limits.textBytes)
    while let event = try part.next() {
      try item.take(event, of: part)
      switch event {
      case .start("si"): item.clear()
      case .end("si"):
        if strings.count == limits.cells { throw .tooManyCells(limits.cells) }
        strings.append(item.text.decodingCharacterEscapes)
      default: break
      }
    }
  }

  /// - Parameter index: 0-based, as text.
  subscript(index: String) -> String? {
    guard let index = Int(index), strings.indices.contains(index) else { return nil }
    return strings[index]
  }
}
