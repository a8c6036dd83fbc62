import KaoheScoring

/// One row of a file, read column by column; what is wrong with a cell is reported where it is read.
final class CSVRecord {
  let row: CSVBatch.Row
  let layout: CSVTable.Layout
  /// Whether nothing was wrong so far.
  private(set) var isValid = true

  init(_ row: CSVBatch.Row, _ layout: CSVTable.Layout) {
    self.row = row
    self.layout = layout
  }

  var table: CSVTable { layout.table }
  var line: Int { row.line }
  private var problems: ProblemCollector { layout.problems }

  /// Whether the file has the column at all.
  func has(_ column: String) -> Bool { layout.position(of: column) != nil }

  /// nil where the cell is empty or the column is absent.
  func text(_ column: String) -> String? {
    guard let position = layout.position(of: column) else { return nil }
    let bytes = row.bytes(position)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a cell that must not be empty; reports it where it is. Empty then, so that checking can go on.
  func required(_ column: String) -> String {
    if let text = text(column) { return text }
    refuse("empty-cell", column, Bilingual("不能为空", en: "must not be empty"))
    return ""
  }

  /// A code that this row defines. It is named in lists and shown in terminals, so it holds no space at its ends, no
  /// `;` and nothing invisible.
  func newCode(_ column: String) -> String {
    let code = required(column)
    if !code.isEmpty, !code.isCode {
      refuse(
        "bad-code", column,
        Bilingual("代码首尾不能有空格，不能含分号或不可见字符", en: "a code has no space at its ends, no `;` and nothing invisible"))
    }
    return code
  }

  func refuse(_ code: String, _ column: String?, _ problem: Bilingual, hint: Bilingual? = nil) {
    isValid = false
    problems.add(layout.place.at(row.line).problem(code, column, problem, hint: hint))
  }

  func choice(_ column: String, _ choices: [String]) -> String? {
    guard let text = text(column) else { return nil }
    if choices.contains(text) { return text }
    refuse(
      "unknown-word", column,
      Bilingual(
        "“\(text.excerpt)”不在可填的词中：\(choices.joined(separator: "、"))",
        en: "“\(text.excerpt)” is not one of \(choices.joined(separator: ", "))"))
    return nil
  }

  func requiredChoice(_ column: String, _ choices: [String]) -> String {
    if text(column) == nil { return required(column) }
    return choice(column, choices) ?? ""
  }

  /// A day, YYYY-MM-DD, that the calendar has.
  func date(_ column: String) -> String? {
    guard let text = text(column) else { return nil }
    if CalendarDay.isDay(text) { return text }
    refuse(
      "bad-date", column,
      Bilingual("“\(text.excerpt)”不是日期：应为 2022-09-01 的形式", en: "“\(text.excerpt)” is no date: write it as 2022-09-01"))
    return nil
  }

  func requiredDate(_ column: String) -> String {
    if text(column) == nil { return required(column) }
    return date(column) ?? ""
  }

  /// A whole number that is not negative.
  func whole(_ column: String) -> Int64? {
    guard let text = text(column) else { return nil }
    if case .number(let value)? = try? NumberText.parse(text), let whole = value.int64, whole >= 0, !text.hasSuffix("%")
    {
      return whole
    }
    refuse(
      "not-whole", column,
      Bilingual("“\(text.excerpt)”应为不小于0的整数", en: "“\(text.excerpt)”: write a whole number, 0 or more"))
    return nil
  }

  func requiredWhole(_ column: String) -> Int64 {
    if text(column) == nil {
      _ = required(column)
      return 0
    }
    return whole(column) ?? 0
  }

  func year(_ column: String) -> Int64 {
    let year = requiredWhole(column)
    if text(column) != nil, isValid, !(1900...2999).contains(year) {
      refuse("bad-year", column, Bilingual("“\(year)”不是年份", en: "“\(year)” is no year"))
    }
    return year
  }

  /// Not reported where the file that defines such codes could not be read: the code may well stand there.
  ///
  /// - Parameter rules: the rule set that should have the code.
  func refuseUnknown(_ column: String, _ code: String, _ kind: Kind, within rules: String? = nil) {
    if let file = kind.file, problems.unreadableFiles.contains(file) {
      isValid = false
      return
    }
    let place = rules.map { Bilingual("细则 \($0) ", en: " in the rule set \($0)") } ?? Bilingual("", en: "")
    refuse(
      "unknown-code", column,
      Bilingual(
        "\(place.chinese)没有\(kind.codeLabel)为“\(code.excerpt)”的\(kind.label.chinese)",
        en: "there is no \(kind.label.english) “\(code.excerpt)”\(place.english)"))
  }

  /// Codes between `;` (also `；`).
  func list(_ column: String) -> [String] { (text(column) ?? "").codeList }
}

extension String {
  /// Codes between `;` (also `；`), each once.
  var codeList: [String] {
    // Mostly there is one, and to look at characters takes long.
    if utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") }) { return isEmpty ? [] : [self] }
    return split { $0 == ";" || $0 == "；" }.map { $0.trimmed }.filter { !$0.isEmpty }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// Days as YYYY-MM-DD.
enum CalendarDay {
  static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return false }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return false }
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }
}
