import KaoheScoring

/// The rows of one visit that stand together in scores.csv, as they are looked at before they are stored.
final class VisitRows {
  let visit: Roster.Visit
  /// Whether the rows of a new visit can stand together, and nothing has to be said about any. What is found to be
  /// unsound is looked at again where there are words for it (`VisitCheck`).
  var isSound = true
  private let rules: RuleIndex?
  private let fit: VisitFit
  private let code: [UInt8]
  /// The leaf of the row before; nil where it can't be scored at the visit.
  private var leafCode: [UInt8] = []
  private var leaf: SharedLeaf?
  /// The rows of that leaf that will be stored.
  private var leafRows: [(value: ObservedValue, scorer: String)] = []
  private var items: [String] = []
  /// Leaves of which rows will be stored.
  private var seen: Set<Int> = []

  init(_ visit: Roster.Visit, _ roster: Roster) {
    self.visit = visit
    rules = visit.assessment?.rules
    fit = roster.fit(visit)
    code = Array(visit.code.utf8)
  }

  func areOf(_ visit: ScoreRow.Bytes) -> Bool { visit.elementsEqual(code) }

  /// What a row says by the rules of its leaf; nil where it does not fit leaf or visit.
  func read(_ row: ScoreRow) -> ObservedValue? {
    if !row.indicatorBytes.elementsEqual(leafCode) { turn(to: row) }
    guard let leaf, let rules else { return nil }
    return rules.values.value(leaf.position, row.itemBytes, row.value) {
      try? leaf.leaf.read(item: row.item, value: String(decoding: row.value, as: UTF8.self))
    }
  }

  private func turn(to row: ScoreRow) {
    close()
    leafCode = Array(row.indicatorBytes)
    leaf = rules.flatMap { rules in rules.leafOfCode[row.indicator].map { rules.leaves[$0] } }
    if let found = leaf, !visit.subject.code.isEmpty, fit.misfit(of: found.leaf) != nil { leaf = nil }
  }

  /// Whether a row of the leaf that was read last needs a reason.
  func needsReason(_ value: ObservedValue) -> Bool {
    leaf.map { value.reasonMissing(in: $0.leaf) != nil } ?? false
  }

  /// Notes that the row that was read last will be stored. Those of a visit that is known are looked at with what is
  /// known of it.
  func note(_ row: ScoreRow, _ value: ObservedValue) {
    guard isSound, visit.known == nil, let leaf else { return }
    if leafRows.isEmpty, !seen.insert(leaf.position).inserted { isSound = false }
    let (item, scorer) = (row.item, row.scorer)
    for (other, row) in zip(items, leafRows) where other == item && row.scorer == scorer { isSound = false }
    items.append(item)
    leafRows.append((value, scorer))
  }

  /// Looks at the rows of a leaf as a whole, once they have been read.
  func close() {
    if let leaf, isSound, !leafRows.isEmpty {
      isSound =
        leaf.leaf.conflicts(among: leafRows).isEmpty
        && (!visit.wanted.counts || leaf.leaf.gaps(in: leafRows.map(\.value)).isEmpty)
    }
    leafRows.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
  }
}
