/// A small reader of RFC 4180, made apart from the product's own.
enum CSVText {
  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var pending: Unicode.Scalar?
    while let scalar = pending ?? scalars.next() {
      pending = nil
      if isQuoted {
        guard scalar == "\"" else {
          cell.unicodeScalars.append(scalar)
          continue
        }
        pending = scalars.next()
        if pending == "\"" {
          cell += "\""
          pending = nil
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case ",":
        record.append(cell)
        cell = ""
      case "\n":
        records.append(record + [cell])
        (record, cell) = ([], "")
      case "\r": break
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !record.isEmpty || !cell.isEmpty { records.append(record + [cell]) }
    return records
  }
}
