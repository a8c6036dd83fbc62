/// dictionary.csv: where the columns of the tables come from, and units that the comments don't give.
///
/// A row without a column holds for the table and, `{column}` being the column's name, for all its columns; a row whose
/// object is `*` gives the unit of all columns of that name, `_rank` of all whose names end so. A view needs no row.
struct DictionarySource {
  private struct Place: Hashable {
    var object: String
    var column: String
  }

  private var units: [Place: String] = [:]
  private var sources: [Place: String] = [:]

  static let embedded = DictionarySource(
    embeddedFiles.first { $0.path == "dictionary.csv" }.map { $0.text } ?? "")

  init(_ text: String) {
    for line in SchemaLine.all(of: text).dropFirst() where !line.bytes.isEmpty {
      let cells = line.cells
      guard cells.count == 4 else { continue }
      let place = Place(object: cells[0], column: cells[1])
      if !cells[2].isEmpty { units[place] = cells[2] }
      if !cells[3].isEmpty { sources[place] = cells[3] }
    }
  }

  /// - Parameter said: what the column's comment gives.
  func unit(of column: String, in object: String, said: String) -> String {
    if let unit = units[Place(object: object, column: column)] { return unit }
    if !said.isEmpty { return said }
    let ending = column.split(separator: "_").last.map { "_\($0)" } ?? ""
    return units[Place(object: "*", column: column)] ?? units[Place(object: "*", column: ending)] ?? ""
  }

  /// Of a table itself: `scores.csv: {column}` → `scores.csv`.
  func source(of object: String) -> String? {
    guard let source = sources[Place(object: object, column: "")] else { return nil }
    guard let place = source.firstRange(of: "{column}") else { return source }
    var head = source[..<place.lowerBound]
    while let last = head.last, " :.[]".contains(last) { head.removeLast() }
    return String(head)
  }

  /// What a row says of this very column.
  func source(of column: String, in object: String) -> String? { sources[Place(object: object, column: column)] }

  /// What holds for a table's column that no row names.
  func formula(of column: String, in table: SchemaText.Relation) -> String {
    if column.hasSuffix("_micro") {
      let stem = column.dropLast("_micro".count)
      let exact = table.columns.first { $0.name == stem + "_exact" } ?? table.columns.first { $0.name == stem }
      if let exact { return "round(1000000 × \(exact.name))" }
    }
    return (sources[Place(object: table.name, column: "")] ?? "").replacing("{column}", with: column)
  }
}
