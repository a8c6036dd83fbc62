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
    var rows: Range<Int>
  }

  /// A live observation: where its texts are among the bytes.
  struct Row: Sendable {
    var indicator: Range<Int>
    var item: Range<Int>
    var scorer: Range<Int>
    var value: Range<Int>
    var hasEvidence = false
    /// Whether the visit was handed in without it.
    var isLate = false
  }

  let participant: Participant
  var enterprises: [String] = []
  var parks: [String] = []
  var entries: [AdjustmentEntry] = []
  var visits: [Visit] = []
  /// Of one visit after the other, each in the order of indicator, item, scorer and identity.
  private(set) var rows: [Row] = []
  private(set) var bytes: [UInt8] = []
  /// By row, where the observations are explained.
  var provenance: [Provenance] = []

  /// - Parameter expected: about how many rows there will be.
  init(_ participant: Participant, expected: Int) {
    self.participant = participant
    rows.reserveCapacity(expected)
    bytes.reserveCapacity(expected * 16)
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
    rows.append(
      Row(
        indicator: add(statement.bytes(0)), item: add(statement.bytes(1)), scorer: add(statement.bytes(2)),
        value: add(statement.bytes(3)), hasEvidence: hasEvidence, isLate: isLate))
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return start..<bytes.count
  }
}
