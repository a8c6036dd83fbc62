import KaoheScoring

/// Live observations of one leaf at one visit that can't all hold.
struct ObservationConflict {
  /// One live observation.
  struct Live: Hashable {
    var cell: ScoreCell
    var id: Int64
    var value: String
    var reason: String
    var recordedAt: String
    var recordedBy: String

    /// That a cell holds nothing, as one of the things to choose from.
    static func nothing(in cell: ScoreCell) -> Live {
      Live(cell: cell, id: 0, value: "-", reason: "", recordedAt: "", recordedBy: "")
    }
  }

  let visit: String
  let indicator: String
  /// nil where the rules have no such leaf.
  let leaf: Leaf?
  /// All live rows of the leaf at this visit.
  let rows: [Live]
  /// Those that a decision chooses from, oldest first: the rows of one cell, or of the leaf.
  let candidates: [Live]
  /// Whether it is rows of different cells that can't stand together.
  let isLeafWide: Bool

  /// Finds the conflicts among the live rows of one leaf at one visit.
  ///
  /// Rows of one cell are a conflict of that cell; where rows of different cells can't stand together, the whole leaf is.
  /// A row that came in after its visit was handed in is one with what the cell held then.
  ///
  /// - Parameters:
  ///   - late: identities of such rows.
  ///   - covered: what the visit was handed in with.
  static func find(among rows: [Live], of leaf: Leaf?, late: Set<Int64>, covered: [Live]) -> [ObservationConflict] {
    guard let first = rows.first else { return [] }
    func conflict(_ candidates: [Live], isLeafWide: Bool) -> ObservationConflict {
      ObservationConflict(
        visit: first.cell.visit, indicator: first.cell.indicator, leaf: leaf, rows: rows,
        candidates: candidates.sorted { $0.id < $1.id }, isLeafWide: isLeafWide)
    }
    let cells = Dictionary(grouping: rows, by: \.cell)
    if let leaf, leaf.canClash(cells.values.compactMap { $0.min { $0.id < $1.id } }) {
      return [conflict(rows.filter { $0.value != "-" || cells[$0.cell]?.count != 1 }, isLeafWide: true)]
    }
    return cells.values.compactMap { rows in
      guard rows.contains(where: { late.contains($0.id) }) else {
        return rows.count > 1 ? conflict(rows, isLeafWide: false) : nil
      }
      let held = covered.filter { $0.cell == rows[0].cell }
      let gone = held.filter { held in !rows.contains { $0.id == held.id } }
      return conflict((held.isEmpty ? [.nothing(in: rows[0].cell)] : gone) + rows, isLeafWide: false)
    }.sorted { $0.name < $1.name }
  }

  var name: String {
    guard !isLeafWide, let cell = candidates.first?.cell else { return "\(visit)/\(indicator)" }
    var parts = [visit, indicator, cell.item, cell.scorer]
    while parts.last == "" { parts.removeLast() }
    return parts.joined(separator: "/")
  }

  /// Whether two rows of different cells can't stand beside one another.
  func clash(_ one: Live, _ other: Live) -> Bool { leaf?.canClash([one, other]) ?? false }
}

extension Leaf {
  /// Whether rows, each of another cell, can't stand together. What can't be read is another matter.
  fileprivate func canClash(_ rows: [ObservationConflict.Live]) -> Bool {
    let read = rows.compactMap { row in
      (try? self.read(item: row.cell.item, value: row.value)).map { (value: $0, scorer: row.cell.scorer) }
    }
    return !conflicts(among: read.filter { $0.value != .withdrawn }).isEmpty
  }
}
