import KaoheScoring

/// What the file holds about one district in one assessment, as SQLite gives it: texts are bytes that nobody has read yet.
///
/// Taking them is all that has to be done where the database is; `RowReading` reads them, on any thread.
struct DistrictRows: Sendable {
  /// A visit that counts, and its rows.
  struct Visit: Sendable {
    var code: String
    var date: String
    var subject: Subject
    /// Where its rows are among the bytes.
    var bytes: Range<Int>
    /// The number of its first row.
    var firstRow: Int
  }

  let participant: Participant
  var enterprises: [String] = []
  var parks: [String] = []
  var entries: [AdjustmentEntry] = []
  var visits: [Visit] = []
  /// Live observations of one visit after the other, each in the order of indicator, item, scorer and identity.
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  /// By row, where the observations are explained.
  var provenance: [Provenance] = []

  /// - Parameter expected: about how many bytes there will be.
  init(_ participant: Participant, expected: Int) {
    self.participant = participant
    bytes.reserveCapacity(expected)
  }

  mutating func add(site code: String, _ scope: Scope) {
    switch scope {
    case .district: break
    // A site stands once for each of its visits.
    case .enterprise: if enterprises.last != code { enterprises.append(code) }
    case .park: if parks.last != code { parks.append(code) }
    }
  }

  /// - Parameter statement: stands at a row whose first columns are indicator, item, scorer and value.
  mutating func addRow(_ statement: SQLStatement, hasEvidence: Bool, isLate: Bool) {
    let texts = (statement.bytes(0), statement.bytes(1), statement.bytes(2), statement.bytes(3))
    // SQLite's texts have less than 2³¹ bytes.
    let head = RowBytes.Head(
      indicator: UInt32(texts.0.count), item: UInt32(texts.1.count), scorer: UInt32(texts.2.count),
      value: UInt32(texts.3.count), hasEvidence: hasEvidence ? 1 : 0, isLate: isLate ? 1 : 0)
    withUnsafeBytes(of: head) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: texts.0)
    if texts.1.count > 0 { bytes.append(contentsOf: texts.1) }
    if texts.2.count > 0 { bytes.append(contentsOf: texts.2) }
    bytes.append(contentsOf: texts.3)
    count += 1
  }
}

/// A live observation as `DistrictRows` holds it. Rows are the same where their bytes are.
struct RowBytes {
  /// Lengths of the texts, which follow, and marks.
  struct Head {
    var indicator: UInt32
    var item: UInt32
    var scorer: UInt32
    var value: UInt32
    var hasEvidence: UInt16
    /// Whether the visit was handed in without it.
    var isLate: UInt16
  }

  let indicator: UnsafeBufferPointer<UInt8>
  let item: UnsafeBufferPointer<UInt8>
  let scorer: UnsafeBufferPointer<UInt8>
  let value: UnsafeBufferPointer<UInt8>
  let hasEvidence: Bool
  let isLate: Bool
  /// Where it ends.
  let end: Int

  /// - Parameter start: where it stands among the bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    let head = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: Head.self)
    var end = start + MemoryLayout<Head>.size
    func text(_ length: UInt32) -> UnsafeBufferPointer<UInt8> {
      defer { end += Int(length) }
      return UnsafeBufferPointer(rebasing: bytes[end..<end + Int(length)])
    }
    indicator = text(head.indicator)
    item = text(head.item)
    scorer = text(head.scorer)
    value = text(head.value)
    hasEvidence = head.hasEvidence != 0
    isLate = head.isLate != 0
    self.end = end
  }
}
