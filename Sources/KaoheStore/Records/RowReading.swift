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
  private var known = KnownValues()

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

  /// The live observations of one visit while they are read, and which of them are of one leaf.
  private struct Reading {
    var observations: [Observation] = []
    var leaves: [(position: Int, rows: Range<Int>, flaw: VisitRecord.Flaw?)] = []
  }

  private mutating func read(_ visit: DistrictRows.Visit, of rows: DistrictRows, _ bytes: Bytes) -> VisitRecord {
    var reading = Reading()
    reading.observations.reserveCapacity(visit.rows.count)
    var next = 0
    var start = visit.rows.lowerBound
    while start < visit.rows.upperBound {
      let indicator = rows.rows[start].indicator
      var end = start + 1
      while end < visit.rows.upperBound, bytes.areEqual(rows.rows[end].indicator, indicator) { end += 1 }
      // Leaves and rows are in the same order. An indicator that is no leaf is another program's.
      var order = -1
      while next < leaves.count {
        order = leaves[next].code.withUnsafeBufferPointer { bytes.part(indicator).order(to: $0) }
        if order <= 0 { break }
        next += 1
      }
      if order == 0 { read(start..<end, leaves[next], of: rows, bytes, &reading) }
      start = end
    }
    return VisitRecord(
      code: visit.code, date: visit.date, subject: visit.subject,
      leaves: reading.leaves.map { .init(leaf: $0.position, rows: reading.observations[$0.rows], flaw: $0.flaw) })
  }

  /// Reads the rows of one leaf.
  private mutating func read(
    _ range: Range<Int>, _ leaf: CodedLeaf, of rows: DistrictRows, _ bytes: Bytes, _ reading: inout Reading
  ) {
    let first = reading.observations.count
    var flaw: VisitRecord.Flaw?
    for position in range {
      let row = rows.rows[position]
      // What the visit was not submitted with counts once a person has decided so.
      if row.isLate { flaw = .conflict }
      // Two live observations of one cell are a conflict: the leaf does not count here until it is decided.
      if position > range.lowerBound, bytes.areEqual(rows.rows[position - 1].item, row.item),
        bytes.areEqual(rows.rows[position - 1].scorer, row.scorer)
      {
        flaw = .conflict
      }
      guard let value = value(leaf, bytes.part(row.item), bytes.part(row.value)) else {
        // Only another program can have written this.
        flaw = .unreadable
        continue
      }
      if case .withdrawn = value { continue }
      reading.observations.append(
        Observation(
          value: value, scorer: bytes.text(row.scorer), hasEvidence: row.hasEvidence,
          provenance: rows.provenance.isEmpty ? nil : rows.provenance[position]))
    }
    let own = first..<reading.observations.count
    if flaw == nil {
      if own.isEmpty { return }
      // So are rows that can't stand together, as where one copy says “n/a” and another what it found.
      if own.count > 1, leaf.rules.areConflicting(reading.observations[own]) { flaw = .conflict }
    }
    reading.leaves.append((leaf.position, own, flaw))
  }

  /// nil where the leaf can't read it.
  private mutating func value(_ leaf: CodedLeaf, _ item: Bytes, _ value: Bytes) -> ObservedValue? {
    known.value(leaf.position, item, value) {
      let item = String(decoding: item, as: UTF8.self)
      let value = String(decoding: value, as: UTF8.self)
      return try? leaf.rules.read(item: item, value: value)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range])
  }

  fileprivate func text(_ range: Range<Int>) -> String { String(decoding: part(range), as: UTF8.self) }

  fileprivate func areEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.count == second.count && part(first).order(to: part(second)) == 0
  }

  /// Below, at or above 0, as this text comes before the other, is it or comes after it.
  fileprivate func order(to other: UnsafeBufferPointer<UInt8>) -> Int {
    guard let own = baseAddress, let others = other.baseAddress else { return count - other.count }
    let order = memcmp(own, others, Swift.min(count, other.count))
    return order == 0 ? count - other.count : Int(order)
  }
}
