import KaoheScoring

/// Some rows of a CSV file, their cells' bytes in one buffer.
///
/// One thread fills it, then another may read it: nothing changes any more.
final class CSVBatch: @unchecked Sendable {
  private var bytes: UnsafeMutableRawBufferPointer
  private var count = 0
  /// Where each cell ends; the first 0 is where the first one begins.
  private var ends = [0]
  /// Positions of cells that are no text.
  private var invalid: Set<Int> = []
  private var rows: [(line: Int, end: Int)] = []
  /// Bytes of the file that are read so far.
  var done = 0
  /// What rows of scores.csv say by themselves, where they were looked at before they are handed out (`ScoreLook`).
  var verdicts: [ScoreVerdict] = []
  /// What ended the reading behind these rows.
  var problem: InputProblem?

  init(capacity: Int = 0) { bytes = .allocate(byteCount: capacity, alignment: 1) }

  deinit { bytes.deallocate() }

  var rowCount: Int { rows.count }
  var byteCount: Int { count }

  // MARK: Filling

  func add(cell: some Collection<UInt8>, isValid: Bool = true) {
    if count + cell.count > bytes.count { grow(to: max(2 * bytes.count, count + cell.count)) }
    UnsafeMutableRawBufferPointer(rebasing: bytes[count...]).copyBytes(from: cell)
    count += cell.count
    if !isValid { invalid.insert(ends.count - 1) }
    ends.append(count)
  }

  private func grow(to capacity: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 1)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    bytes.deallocate()
    bytes = larger
  }

  /// - Parameter line: where the row began.
  func endRow(line: Int) { rows.append((line, ends.count - 1)) }

  /// Moves the cells of a row that is not read to its end yet to where the rest of it goes.
  func moveUnfinishedRow(to next: CSVBatch) {
    for cell in (rows.last?.end ?? 0)..<ends.count - 1 {
      next.add(cell: bytes[ends[cell]..<ends[cell + 1]], isValid: !invalid.contains(cell))
    }
    dropRow()
  }

  /// Forgets the cells since the last row.
  func dropRow() {
    ends.removeLast(cellCount)
    count = ends[ends.count - 1]
  }

  /// How many cells were added since the last row.
  var cellCount: Int { ends.count - 1 - (rows.last?.end ?? 0) }

  // MARK: Reading

  subscript(row: Int) -> Row {
    let first = row == 0 ? 0 : rows[row - 1].end
    return Row(batch: self, index: row, line: rows[row].line, cells: first..<rows[row].end)
  }

  /// One row; it keeps its batch.
  struct Row {
    let batch: CSVBatch
    fileprivate let index: Int
    /// Where the row begins.
    let line: Int
    fileprivate let cells: Range<Int>

    var count: Int { cells.count }

    /// Nothing where nobody looked at the rows.
    var verdict: ScoreVerdict { index < batch.verdicts.count ? batch.verdicts[index] : [] }

    /// The bytes of a cell. They hold as long as the row is kept.
    func bytes(_ cell: Int) -> UnsafeBufferPointer<UInt8> {
      let position = cells.lowerBound + cell
      let range = batch.ends[position]..<batch.ends[position + 1]
      return UnsafeRawBufferPointer(rebasing: batch.bytes[range]).assumingMemoryBound(to: UInt8.self)
    }

    func text(_ cell: Int) -> String { String(decoding: bytes(cell), as: UTF8.self) }

    /// Whether all cells are texts.
    var isValid: Bool { batch.invalid.isEmpty || cells.indices.allSatisfy { !batch.invalid.contains($0) } }

    func isValid(_ cell: Int) -> Bool { !batch.invalid.contains(cells.lowerBound + cell) }

    /// Whether a cell can't be read only because of a NUL character. UTF-16 has them, too, mostly beside what is no UTF-8.
    func holdsNUL(_ cell: Int) -> Bool {
      let text = text(cell)
      return !isValid(cell) && text.utf8.contains(0) && !text.unicodeScalars.contains("\u{FFFD}")
    }
  }
}
