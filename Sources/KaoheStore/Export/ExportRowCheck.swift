import GRDB
import KaoheScoring

/// What no import takes of the rows that an export writes: values that another program wrote, past every check. The rows
/// are looked at on their way into the files, so that a million of them are read once.
final class ExportRowCheck {
  private let database: Database
  private lazy var scores = ExportScoreCheck(database)
  private(set) var problems: [StoreError] = []
  private var query: RecordQuery?
  /// How many were found in this file.
  private var count = 0
  /// Positions of the columns that hold moments.
  private var moments: [Int] = []

  /// How many are listed of each file.
  private static let limit = 100

  init(_ database: Database) { self.database = database }

  /// Rows of this file follow.
  func begin(_ query: RecordQuery) {
    end()
    self.query = query
    moments = query.table.columns.indices.filter {
      ["recorded_at", "opened_at", "decided_at"].contains(query.table.columns[$0].name)
    }
  }

  /// All files were written.
  func end() {
    if count > Self.limit, let query { problems.append(.more(count - Self.limit, in: query.origin)) }
    count = 0
  }

  /// - Parameter isExact: whether the text of a cell is what the database has, to the byte.
  func take(_ cells: [String?], isExact: (Int) -> Bool) {
    guard let query else { return }
    for column in cells.indices {
      guard let text = cells[column] else { continue }
      if let problem = Self.unwritable(text, isExact: isExact(column)) { add(column, cells, problem) }
    }
    for column in moments {
      guard let text = cells[column] else { continue }
      if Moment(text).map(\.isInFuture) ?? true {
        add(column, cells, Bilingual("“\(text.excerpt)”不是过去的时刻", en: "“\(text.excerpt)” is no moment in the past"))
      }
    }
    switch query.table.file {
    case CSVTable.scores.file: scores.problems(cells).forEach { add($0.column, cells, $0.problem) }
    case CSVTable.metrics.file: checkNumber(3, cells)
    case CSVTable.objections.file: checkOrder(5, 9, cells)
    default: break
    }
  }

  /// Why a text comes back from no file; nil where it does.
  private static func unwritable(_ text: String, isExact: Bool) -> Bilingual? {
    if !isExact { return Bilingual("不是 UTF-8 文字", en: "is not UTF-8") }
    var text = text
    return text.withUTF8 { bytes in
      if bytes.contains(0) { return Bilingual("含有 NUL 字符（U+0000）", en: "holds a NUL character (U+0000)") }
      if bytes.count >= CSVReader.cellLimit { return Bilingual("超过 1 MB", en: "is over 1 MB") }
      return nil
    }
  }

  private func checkNumber(_ column: Int, _ cells: [String?]) {
    do throws(NumberText.Problem) {
      _ = try NumberText.parse(cells[column] ?? "")
    } catch {
      let text = (cells[column] ?? "").excerpt
      add(
        column, cells,
        Bilingual("“\(text)”：\(error.text.chinese)", en: "“\(text)”: \(error.text.english)"))
    }
  }

  private func checkOrder(_ first: Int, _ second: Int, _ cells: [String?]) {
    guard let opened = cells[first], let decided = cells[second], decided < opened else { return }
    add(second, cells, Bilingual("“\(decided)”早于“\(opened)”", en: "“\(decided)” is before “\(opened)”"))
  }

  private func add(_ column: Int, _ cells: [String?], _ problem: Bilingual) {
    guard let query else { return }
    count += 1
    if count > Self.limit { return }
    let key = query.table.key.compactMap { cells[$0]?.excerpt }.joined(separator: " / ")
    let place = "\(query.origin) \(key) \(query.table.columns[column].name)"
    problems.append(
      StoreError(
        "unreadable-value", Bilingual("\(place)：\(problem.chinese)", en: "\(place): \(problem.english)"),
        hint: Bilingual("import 不接受它，先改正", en: "import would not take it; correct it first")))
  }
}
