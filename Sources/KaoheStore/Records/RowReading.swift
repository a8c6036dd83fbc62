import Foundation
import KaoheScoring

/// Reads the rows of districts by the rules of their leaves, so that the engine can score them.
struct RowReading {
  /// An object, since its rules are lent by reference: in an array, each reading would copy them.
  private final class CodedLeaf: Sendable {
    let code: [UInt8]
    let position: Int
    let rules: Leaf

    init(_ rules: Leaf, position: Int) {
      code = Array(rules.code.utf8)
      self.position = position
      self.rules = rules
    }
  }

  /// By the bytes of their codes, which is the order of their rows.
  private let leaves: [CodedLeaf]
  private var known = KnownRows()
  private var values = KnownValues()

  init(_ rules: RuleSet) {
    leaves = rules.leaves.enumerated().map { CodedLeaf($1, position: $0) }
      .sorted { $0.code.lexicographicallyPrecedes($1.code) }
  }

  mutating func records(of rows: DistrictRows) -> DistrictRecords {
    var visits: [VisitRecord] = []
    visits.reserveCapacity(rows.visits.count)
    rows.bytes.withUnsafeBufferPointer { bytes in
      for visit in rows.visits { visits.append(read(visit, of: rows, bytes)) }
    }
    return DistrictRecords(
      participant: rows.participant, enterprises: rows.enterprises, parks: rows.parks, visits: visits,
      entries: rows.entries)
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private mutating func read(_ visit: DistrictRows.Visit, of rows: DistrictRows, _ bytes: Bytes) -> VisitRecord {
    var recorded: [VisitRecord.LeafRows] = []
    recorded.reserveCapacity(leaves.count)
    var next = 0
    var start = visit.bytes.lowerBound
    var row = visit.firstRow
    while start < visit.bytes.upperBound {
      let first = RowBytes(bytes, at: start)
      var (end, count) = (first.end, 1)
      while end < visit.bytes.upperBound {
        let other = RowBytes(bytes, at: end)
        if !other.indicator.isEqual(to: first.indicator) { break }
        (end, count) = (other.end, count + 1)
      }
      // Leaves and rows are in the same order. An indicator that is no leaf is another program's.
      var order = -1
      while next < leaves.count {
        order = leaves[next].code.withUnsafeBufferPointer { first.indicator.order(to: $0) }
        if order <= 0 { break }
        next += 1
      }
      if order == 0 {
        let leaf = leaves[next]
        let part = bytes.part(start..<end)
        let own =
          rows.provenance.isEmpty
          ? known.rows(part, of: leaf.position) { Self.read(part, leaf, &values) }
          : Self.read(part, leaf, &values, provenance: rows.provenance[row..<row + count])
        if let own { recorded.append(own) }
      }
      (start, row) = (end, row + count)
    }
    return VisitRecord(code: visit.code, date: visit.date, subject: visit.subject, leaves: recorded)
  }

  /// Reads the rows of one leaf at one visit.
  ///
  /// - Parameter provenance: of these rows, where they are explained.
  /// - Returns: nil where none of them counts.
  private static func read(
    _ bytes: Bytes, _ leaf: CodedLeaf, _ values: inout KnownValues, provenance: ArraySlice<Provenance> = []
  ) -> VisitRecord.LeafRows? {
    var rows: [Observation] = []
    var flaw: VisitRecord.Flaw?
    var before: RowBytes?
    var provenance = provenance
    var start = 0
    while start < bytes.count {
      let row = RowBytes(bytes, at: start)
      let note = provenance.popFirst()
      defer { (before, start) = (row, row.end) }
      // What the visit was not submitted with counts once a person has decided so.
      if row.isLate { flaw = .conflict }
      // Two live observations of one cell are a conflict: the leaf does not count here until it is decided.
      if let before, before.item.isEqual(to: row.item), before.scorer.isEqual(to: row.scorer) { flaw = .conflict }
      guard let value = value(leaf, row, &values) else {
        // Only another program can have written this.
        flaw = .unreadable
        continue
      }
      if case .withdrawn = value { continue }
      rows.append(
        Observation(
          value: value, scorer: String(decoding: row.scorer, as: UTF8.self), hasEvidence: row.hasEvidence,
          provenance: note))
    }
    if flaw == nil {
      if rows.isEmpty { return nil }
      // So are rows that can't stand together, as where one copy says “n/a” and another what it found.
      if rows.count > 1, leaf.rules.areConflicting(rows[...]) { flaw = .conflict }
    }
    return VisitRecord.LeafRows(
      leaf: leaf.position, rows: rows[...], flaw: flaw, finding: flaw == nil ? Finding(rows[...], of: leaf.rules) : nil)
  }

  /// nil where the leaf can't read it.
  private static func value(_ leaf: CodedLeaf, _ row: RowBytes, _ values: inout KnownValues) -> ObservedValue? {
    values.value(leaf.position, row.item, row.value) {
      let item = String(decoding: row.item, as: UTF8.self)
      let value = String(decoding: row.value, as: UTF8.self)
      return try? leaf.rules.read(item: item, value: value)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range])
  }

  func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool { count == other.count && order(to: other) == 0 }

  /// Below, at or above 0, as this text comes before the other, is it or comes after it.
  fileprivate func order(to other: UnsafeBufferPointer<UInt8>) -> Int {
    guard let own = baseAddress, let others = other.baseAddress else { return count - other.count }
    let order = memcmp(own, others, Swift.min(count, other.count))
    return order == 0 ? count - other.count : Int(order)
  }
}
