/// One row of scores.csv, its cells by column; empty where a column is absent.
struct ScoreRow {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Where the columns stand in the rows of a file.
  struct Columns {
    let visit, indicator, item, value, scorer, reason, evidence: Int?

    init(_ layout: CSVTable.Layout) {
      (visit, indicator) = (layout.position(of: "visit"), layout.position(of: "indicator"))
      (item, value) = (layout.position(of: "item"), layout.position(of: "value"))
      (scorer, reason) = (layout.position(of: "scorer"), layout.position(of: "reason"))
      evidence = layout.position(of: "evidence")
    }
  }

  let columns: Columns
  let visit: Bytes
  let indicatorBytes: Bytes
  let itemBytes: Bytes
  let value: Bytes
  let scorerBytes: Bytes
  let reason: Bytes
  let evidence: Bytes

  var indicator: String { String(decoding: indicatorBytes, as: UTF8.self) }
  var item: String { String(decoding: itemBytes, as: UTF8.self) }
  var scorer: String { String(decoding: scorerBytes, as: UTF8.self) }

  /// - Parameter row: has to be kept as long as this one is used.
  init(_ row: CSVBatch.Row, _ columns: Columns) {
    func bytes(_ position: Int?) -> Bytes { position.map(row.bytes) ?? Bytes(start: nil, count: 0) }
    self.columns = columns
    visit = bytes(columns.visit)
    indicatorBytes = bytes(columns.indicator)
    itemBytes = bytes(columns.item)
    value = bytes(columns.value)
    scorerBytes = bytes(columns.scorer)
    reason = bytes(columns.reason)
    evidence = bytes(columns.evidence)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are just the bytes of a text.
  func areBytes(of text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.count == count && $0.elementsEqual(self) }
  }
}
