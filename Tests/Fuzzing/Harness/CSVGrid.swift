import KaoheTestSupport

/// A CSV file as rows of cells, to be changed cell by cell so that most of it stays what an import takes.
struct CSVGrid {
  private var rows: [[[UInt8]]] = [[]]
  private let hasMark: Bool

  init(_ bytes: [UInt8]) {
    hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in bytes.dropFirst(hasMark ? 3 : 0) {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = []
      case UInt8(ascii: "\n") where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = []
        rows.append([])
      case UInt8(ascii: "\r") where !isQuoted: break
      default: cell.append(byte)
      }
    }
    if rows.last == [] { rows.removeLast() }
  }

  mutating func change(with other: CSVGrid, _ random: inout SeededGenerator) {
    guard rows.count > 1 else { return rows = other.rows }
    let row = random.oneIn(15) ? 0 : random.integer(1...rows.count - 1)
    guard !rows[row].isEmpty else { return }
    let column = random.integer(0...rows[row].count - 1)
    switch random.integer(0...15) {
    case 0: rows.remove(at: row)
    case 1: rows.append(rows[row])
    case 2: rows.swapAt(row, random.integer(1...rows.count - 1))
    case 3: rows[row].remove(at: column)
    case 4: rows[row].append(Array(random.pick(Mutation.words).utf8))
    case 5: for line in rows.indices where column < rows[line].count { rows[line].remove(at: column) }
    case 6: rows[row][column] = Mutation.bytes(rows[row][column], with: [], &random)
    case 7: rows[row][column] = other.anyCell(&random)
    case 8...10:
      let donor = random.pick(rows.dropFirst())
      if column < donor.count { rows[row][column] = donor[column] }
    case 11 where random.oneIn(5):
      // One character of very many marks, or a long word.
      rows[row][column] += Array(String(repeating: random.pick(["\u{301}", "字", "9"]), count: 30_000).utf8)
    default: rows[row][column] = Array(random.pick(Mutation.words).utf8)
    }
  }

  private func anyCell(_ random: inout SeededGenerator) -> [UInt8] {
    let row = random.pick(rows)
    return row.isEmpty ? [] : random.pick(row)
  }

  /// The file, with quotes where a cell needs them, and once in a while where they do harm.
  func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    let end: [UInt8] = random.oneIn(6) ? [13, 10] : [10]
    let isCareless = random.oneIn(20)
    var bytes: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    for row in rows {
      for (position, cell) in row.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += isCareless ? cell : Self.quoted(cell)
      }
      bytes += end
    }
    return bytes
  }

  private static func quoted(_ cell: [UInt8]) -> [UInt8] {
    guard cell.contains(where: { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }) else { return cell }
    return [0x22] + cell.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }
}
