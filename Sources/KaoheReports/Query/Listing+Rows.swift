import KaoheScoring

extension Listing {
  /// The rows of a query for people: under the columns' own names, with those of numbers aligned at the right.
  public init(columns names: [String], cells: [[Cell]]) {
    let columns = names.enumerated().map { position, name in
      let kinds = cells.map { $0[position] }
      let isNumber = kinds.allSatisfy { $0.isNumber ?? true } && kinds.contains { $0.isNumber == true }
      return Column(
        name, Bilingual(name, en: name), isNumber: isNumber, wraps: !isNumber, isKey: position == 0 && names.count > 1)
    }
    self.init(columns: columns, rows: cells.map { $0.map(\.shortText) })
  }
}

extension Cell {
  /// nil for NULL.
  fileprivate var isNumber: Bool? {
    switch self {
    case .null: nil
    case .number: true
    case .text: false
    }
  }
}
