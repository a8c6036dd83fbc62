import GRDB
import KaoheScoring

/// A visit as a recording has it on hand between two answers, so that an answer costs what it writes, however much was
/// recorded before. It holds as long as nobody else writes (`WriteStamp`).
struct VisitOnHand {
  private(set) var sheet: ScoringSheet
  private(set) var sum: ScoringSheet.Sum
  let people: KnownPeople
  var clock: ObservationClock
  /// What each entry adds to the sum.
  private var shares: [ScoringSheet.Sum]
  /// Live rows by leaf, withdrawals too, in the order of the sheet.
  private var live: [String: [SheetRow]]
  /// Positions of the entries by leaf.
  private let positions: [String: Int]

  init(_ visit: String, _ reader: ScoringSheetReader, _ database: Database) throws {
    (sheet, live) = try reader.readWithLiveRows(visit)
    shares = sheet.entries.map { ScoringSheet.sum(of: CollectionOfOne($0)) }
    sum = sheet.sum
    people = KnownPeople(database)
    clock = try ObservationClock(database)
    positions = Dictionary(
      sheet.entries.enumerated().map { ($0.element.leaf.code, $0.offset) }
    ) { first, _ in first }
  }

  /// Identities of the live observations of one cell, withdrawals too.
  func ids(of indicator: String, _ cell: SheetRow.Cell) -> [Int64] {
    (live[indicator] ?? []).filter { $0.cell.isSame(as: cell) }.map(\.id)
  }

  /// Takes in what was written at a draft: one row of a leaf, in place of all that its cell held.
  mutating func take(_ row: SheetRow, at indicator: String) {
    var rows = (live[indicator] ?? []).filter { !$0.cell.isSame(as: row.cell) }
    let place = rows.firstIndex { row.cell.precedes($0.cell) } ?? rows.count
    rows.insert(row, at: place)
    live[indicator] = rows
    guard let position = positions[indicator] else { return }
    sheet.entries[position].rows = ScoringSheetReader.shown(rows)
    let share = ScoringSheet.sum(of: CollectionOfOne(sheet.entries[position]))
    sum = sum - shares[position] + share
    shares[position] = share
  }
}

extension ScoringSheet.Sum {
  fileprivate static func + (sum: Self, part: Self) -> Self {
    Self(
      score: sum.score + part.score, points: sum.points + part.points, recorded: sum.recorded + part.recorded,
      leaves: sum.leaves + part.leaves)
  }

  fileprivate static func - (sum: Self, part: Self) -> Self {
    Self(
      score: sum.score - part.score, points: sum.points - part.points, recorded: sum.recorded - part.recorded,
      leaves: sum.leaves - part.leaves)
  }
}

// SQLite compares texts byte by byte, and only what it takes for one cell is one.
extension SheetRow.Cell {
  fileprivate func isSame(as other: SheetRow.Cell) -> Bool {
    item.utf8.elementsEqual(other.item.utf8) && scorer.utf8.elementsEqual(other.scorer.utf8)
  }

  fileprivate func precedes(_ other: SheetRow.Cell) -> Bool {
    item.utf8.elementsEqual(other.item.utf8)
      ? scorer.utf8.lexicographicallyPrecedes(other.scorer.utf8)
      : item.utf8.lexicographicallyPrecedes(other.item.utf8)
  }
}
