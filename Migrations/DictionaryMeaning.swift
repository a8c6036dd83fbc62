/// meanings.csv: in Chinese, all that the English comment of a table, a view or a column says beyond a name.
///
/// The comments have the short Chinese name only. A row may name several objects and several columns, a space between:
/// it holds for each such column of each. Without a column it explains the object itself.
struct DictionaryMeaning {
  struct Place: Hashable {
    var object: String
    var column: String
  }

  /// In the order of the file: a place that stands twice is a mistake, which a test finds.
  private(set) var rows: [(place: Place, meaning: String)] = []
  private var meanings: [Place: String] = [:]

  static let embedded = DictionaryMeaning(
    embeddedFiles.first { $0.path == "meanings.csv" }.map { $0.text } ?? "")

  init(_ text: String) {
    for line in SchemaLine.all(of: text).dropFirst() where !line.bytes.isEmpty {
      let cells = line.cells
      guard cells.count == 3 else { continue }
      let columns = cells[1].isEmpty ? [""] : cells[1].split(separator: " ").map { String($0) }
      for object in cells[0].split(separator: " ") {
        for column in columns { rows.append((Place(object: String(object), column: column), cells[2])) }
      }
    }
    meanings = Dictionary(rows.map { ($0.place, $0.meaning) }) { first, _ in first }
  }

  /// Empty where the short name says it all.
  func meaning(of column: String, in object: String) -> String {
    meanings[Place(object: object, column: column)] ?? ""
  }
}
