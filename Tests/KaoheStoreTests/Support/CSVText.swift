import KaoheTestSupport

/// The cells of a CSV file: enough of RFC 4180 to shuffle the test folders.
struct CSVText {
  var rows: [[String]]

  init(_ text: String) {
    rows = [[]]
    var cell = ""
    var isQuoted = false
    var characters = Array(text.unicodeScalars)[...]
    func isNext(_ scalar: Unicode.Scalar) -> Bool { characters.first == scalar }
    while let scalar = characters.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if isNext("\"") {
          cell.unicodeScalars.append(characters.removeFirst())
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case "\r": break
      case ",", "\n":
        rows[rows.count - 1].append(cell)
        cell = ""
        if scalar == "\n" { rows.append([]) }
      default: cell.unicodeScalars.append(scalar)
      }
    }
    rows.removeLast()
  }

  var text: String {
    rows.map { row in
      row.map {
        $0.unicodeScalars.contains { "\",\r\n\t ".unicodeScalars.contains($0) }
          ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0
      }
      .joined(separator: ",") + "\n"
    }
    .joined()
  }

  /// The same with rows and columns in another order.
  func shuffled(using generator: inout SeededGenerator) -> CSVText {
    let columns = rows[0].indices.shuffled(using: &generator)
    var shuffled = self
    shuffled.rows = ([rows[0]] + rows.dropFirst().shuffled(using: &generator)).map { row in columns.map { row[$0] } }
    return shuffled
  }
}

extension Records {
  /// The same with the rows and columns of every file in another order.
  func shuffled(seed: UInt64) -> Records {
    var generator = SeededGenerator(seed: seed)
    var records = self
    for name in files.keys.sorted() where name.hasSuffix(".csv") {
      records[name] = CSVText(self[name]).shuffled(using: &generator).text
    }
    return records
  }
}
