/// Which of a workbook's cell styles show a number as a date or a time.
///
/// A date is stored as a number of days; only its style tells. Built-in formats are known by number (ECMA-376 part 1,
/// 18.8.30, with those of Chinese and other East Asian programs); others are written out in the file.
struct DateStyles {
  private var isDate: [Bool] = []

  /// Of a workbook without styles.
  init() {}

  init(_ part: PartReader, limits: WorkbookLimits) throws(WorkbookProblem) {
    var custom: [Int: Bool] = [:]
    var isInside = false
    while let event = try part.next() {
      if isDate.count > limits.listed || custom.count > limits.listed {
        throw .tooManyListed(part.part, limits.listed)
      }
      switch event {
      case .start("numFmt"):
        guard let id = part.attribute("numFmtId").flatMap({ Int($0) }),
          let code = part.attribute("formatCode")
        else {
          continue
        }
        custom[id] = DateStyles.isDate(code)
      // Formats of cells, not the named ones that they derive from (cellStyleXfs).
      case .start("cellXfs"): isInside = true
      case .end("cellXfs"): isInside = false
      case .start("xf") where isInside:
        let id = part.attribute("numFmtId").flatMap { Int($0) } ?? 0
        isDate.append(custom[id] ?? DateStyles.isBuiltIn(id))
      default: break
      }
    }
  }

  /// - Parameter style: the cell's attribute `s`.
  func contains(_ style: String?) -> Bool {
    guard let index = Int(style ?? "0"), isDate.indices.contains(index) else { return false }
    return isDate[index]
  }

  static func isBuiltIn(_ id: Int) -> Bool {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// Whether a format has a letter of dates or times that is not merely shown: `yyyy"年"m"月"`, `[h]:mm`; not `0"s"`.
  static func isDate(_ code: String) -> Bool {
    var rest = code.lowercased()[...]
    while let character = rest.popFirst() {
      switch character {
      case "y", "m", "d", "h", "s": return true
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      // The next character is shown, left out as wide as it is, or repeated.
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        // Hours beyond a day. Others are colours, conditions, languages.
        if !inside.isEmpty, inside.allSatisfy("hms".contains) { return true }
        rest = rest.dropFirst(inside.count + 1)
      default: break
      }
    }
    return false
  }
}
