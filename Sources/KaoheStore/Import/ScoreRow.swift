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
  let indicator: String
  let item: String
  let itemBytes: Bytes
  let value: Bytes
  let scorer: String
  let reason: Bytes
  let evidence: Bytes

  /// - Parameter record: has to be kept as long as the row is used.
  init(_ record: CSVRecord, _ columns: Columns) {
    self.columns = columns
    visit = record.bytes(columns.visit)
    indicator = String(decoding: record.bytes(columns.indicator), as: UTF8.self)
    itemBytes = record.bytes(columns.item)
    item = String(decoding: itemBytes, as: UTF8.self)
    value = record.bytes(columns.value)
    scorer = String(decoding: record.bytes(columns.scorer), as: UTF8.self)
    reason = record.bytes(columns.reason)
    evidence = record.bytes(columns.evidence)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are just the bytes of a text.
  func areBytes(of text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.count == count && $0.elementsEqual(self) }
  }
}
