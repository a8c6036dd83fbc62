/// A cell as the file has it, while it is being parsed.
struct SavedCell {
  let column: Int
  /// `n`, `s`, `inlineStr`, `str`, `b`, `e` or `d`.
  let type: String
  let style: String?
  /// What `<is>` holds.
  var inline: RichText
  let limit: Int

  private var value = ""
  private var hasFormula = false
  private var isInValue = false
  private var isInline = false

  init(column: Int, type: String, style: String?, inline: RichText, limit: Int) {
    self.column = column
    self.type = type
    self.style = style
    self.inline = inline
    self.limit = limit
  }

  mutating func take(_ event: PartReader.Event, of part: PartReader) throws(WorkbookProblem) {
    switch event {
    case .start("v"): isInValue = true
    case .end("v"): isInValue = false
    case .start("f"): hasFormula = true
    case .start("is"): isInline = true
    case .end("is"): isInline = false
    case .text where isInValue:
      value += part.text
      if value.utf8.count > limit { throw .cellTooLarge }
    default: if isInline { try inline.take(event, of: part) }
    }
  }

  func cell(_ strings: SharedStrings, _ styles: DateStyles) throws(WorkbookProblem) -> WorkbookCell {
    switch type {
    case "inlineStr": return cell(inline.text.decodingCharacterEscapes, .text)
    case "str": return cell(value.decodingCharacterEscapes, .text)
    case "n", "s", "b", "e", "d": break
    default: throw .unknownCellType(type.excerpt)
    }
    let value = value.trimmingXMLSpace
    if value.isEmpty { return cell("", .empty) }
    switch type {
    case "s":
      guard let text = strings[value] else { throw .unknownSharedString(value.excerpt) }
      return cell(text, .text)
    case "b": return cell(value == "1" || value.lowercased() == "true" ? "TRUE" : "FALSE", .boolean)
    case "e": return cell(value, .error)
    case "d": return cell(value, .date)
    default:
      guard let number = StoredNumber(value) else { throw .badNumber(value.excerpt) }
      return cell(number.text, styles.contains(style) ? .date : .number)
    }
  }

  private func cell(_ text: String, _ content: WorkbookCell.Content) -> WorkbookCell {
    WorkbookCell(column: column, text: text, content: content, hasFormula: hasFormula)
  }
}

extension String {
  fileprivate var trimmingXMLSpace: String {
    let isSpace = { (character: Character) in
      character == " " || character.isNewline || character == "\t"
    }
    guard first.map(isSpace) == true || last.map(isSpace) == true else { return self }
    var rest = drop(while: isSpace)
    while rest.last.map(isSpace) == true { rest.removeLast() }
    return String(rest)
  }
}
