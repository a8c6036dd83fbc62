import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Files of several batches, read in one thread and in two.
@Suite struct CSVReaderTests {
  private struct Row: Equatable {
    var line: Int
    var cells: [String]
  }

  private static let texts = [
    "", "A1.1", "V0001", "0.85", "a,b", "says “no”", "\"quoted\"", "two\nlines", "three\r\nlines\r", "台账缺少花名册",
    "e\u{301}", String(repeating: "长", count: 3000), String(repeating: "x", count: 9000),
  ]

  /// Some rows with the file that holds them, empty lines among them.
  private static func random(_ seed: UInt64) -> (rows: [Row], file: String, nextLine: Int) {
    var random = SeededGenerator(seed: seed)
    var rows: [Row] = []
    var file = ""
    var line = 1
    while file.utf8.count < 1 << 20 {
      let end = Bool.random(using: &random) ? "\n" : "\r\n"
      if Int.random(in: 0..<10, using: &random) > 0 {
        let cells = (0..<Int.random(in: 2...5, using: &random)).map { _ in texts.randomElement(using: &random) ?? "" }
        rows.append(Row(line: line, cells: cells.map(\.composed)))
        file += cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        line += cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
      }
      file += end
      line += 1
    }
    return (rows, file, line)
  }

  private static func read(_ folder: TemporaryFolder, aheadFrom size: Int, upTo limit: Int = .max) throws -> (
    rows: [Row], problem: InputProblem?
  ) {
    var rows: [Row] = []
    let reader = CSVReader(path: folder.file("t.csv"), name: "t.csv", portions: CSVReader.Portions(aheadFrom: size))
    let problem = try reader.read { row in
      rows.append(Row(line: row.line, cells: (0..<row.count).map { row.text($0) }))
      return rows.count < limit
    }
    return (rows, problem)
  }

  @Test(arguments: Seeds.chosen(else: 1...3), [0, Int.max])
  func rowsAndLines(seed: UInt64, size: Int) throws {
    try withTemporaryFolder { folder in
      let (rows, file, _) = Self.random(seed)
      try folder.write(Array(file.utf8), to: "t.csv")
      let found = try Self.read(folder, aheadFrom: size)
      #expect(found.problem == nil)
      #expect(found.rows == rows)
      #expect(try Self.read(folder, aheadFrom: size, upTo: 3).rows == Array(rows.prefix(3)))
    }
  }

  @Test(arguments: [0, Int.max])
  func rowsBeforeAProblem(size: Int) throws {
    try withTemporaryFolder { folder in
      let (rows, file, nextLine) = Self.random(9)
      try folder.write(Array((file + "a,b\"\n" + file).utf8), to: "t.csv")
      let found = try Self.read(folder, aheadFrom: size)
      #expect(found.rows == rows)
      #expect(found.problem?.code == "bad-quotes")
      #expect(found.problem?.line == nextLine)
    }
  }

  @Test(arguments: [0, Int.max])
  func errorOfTheTaker(size: Int) throws {
    try withTemporaryFolder { folder in
      try folder.write(Array(Self.random(9).file.utf8), to: "t.csv")
      var count = 0
      #expect(throws: StoreError.self) {
        try CSVReader(path: folder.file("t.csv"), name: "t.csv", portions: CSVReader.Portions(aheadFrom: size)).read {
          _ in
          count += 1
          if count == 5 { throw StoreError("stopped", Bilingual("停", en: "stopped")) }
          return true
        }
      }
      #expect(count == 5)
    }
  }
}
