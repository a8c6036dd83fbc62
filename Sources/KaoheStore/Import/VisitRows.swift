import KaoheScoring

/// The rows of one visit that stand together in scores.csv.
final class VisitRows {
  let visit: Roster.Visit
  var known: KnownObservations
  /// Whether the rows that were stored can stand together, and nothing had to be said about any. What is found to be
  /// unsound is looked at again where there are words for it (`VisitCheck`).
  var isSound = true
  private let rules: RuleIndex?
  private let fit: VisitFit
  private let code: [UInt8]
  /// The leaf of the row before; its index is nil where it can't be scored at the visit.
  private var leafCode = ""
  private var leafIndex: Int?
  /// The rows of that leaf that were stored.
  private var leafRows: [(value: ObservedValue, scorer: String)] = []
  private var items: [String] = []
  /// Leaves of which rows were stored.
  private var seen: Set<Int> = []

  init(_ visit: Roster.Visit, _ known: KnownObservations, _ roster: Roster) {
    self.visit = visit
    self.known = known
    rules = visit.assessment?.rules
    fit = roster.fit(visit)
    code = Array(visit.code.utf8)
  }

  func areOf(_ visit: ScoreRow.Bytes) -> Bool { visit.elementsEqual(code) }

  /// What a row says by the rules of its leaf; nil where it does not fit leaf or visit.
  func read(_ row: ScoreRow) -> ObservedValue? {
    if row.indicator != leafCode { turn(to: row.indicator) }
    guard let leafIndex, let rules else { return nil }
    return try? rules.rules.leaves[leafIndex].read(item: row.item, value: row.value)
  }

  private func turn(to indicator: String) {
    close()
    leafCode = indicator
    leafIndex = rules?.leafOfCode[indicator]
    if let index = leafIndex, let rules, !visit.subject.code.isEmpty, fit.misfit(of: rules.rules.leaves[index]) != nil {
      leafIndex = nil
    }
  }

  /// Whether a row of the leaf that was read last needs a reason.
  func needsReason(_ value: ObservedValue) -> Bool {
    guard let leafIndex, let rules else { return false }
    return value.reasonMissing(in: rules.rules.leaves[leafIndex]) != nil
  }

  /// Notes that the row that was read last is stored.
  func note(_ row: ScoreRow, _ value: ObservedValue) {
    guard isSound, let leafIndex else { return }
    if leafRows.isEmpty, !seen.insert(leafIndex).inserted { isSound = false }
    for (item, other) in zip(items, leafRows) where item == row.item && other.scorer == row.scorer { isSound = false }
    items.append(row.item)
    leafRows.append((value, row.scorer))
  }

  /// Looks at the rows of a leaf as a whole, once they have been read.
  func close() {
    if let leafIndex, let rules, isSound, !leafRows.isEmpty {
      let leaf = rules.rules.leaves[leafIndex]
      isSound =
        leaf.conflicts(among: leafRows).isEmpty
        && (!visit.wanted.counts || leaf.gaps(in: leafRows.map(\.value)).isEmpty)
    }
    leafRows.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
  }
}
