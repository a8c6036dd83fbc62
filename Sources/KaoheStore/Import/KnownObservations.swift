import GRDB

/// The live observations of a visit as they were before an import.
struct KnownObservations {
  struct Row {
    var indicator: String
    var item: String
    var scorer: String
    var id: Int64
    var value: String
    var reason: String
    var evidence: Set<String> = []
  }

  /// In the order of their keys.
  private(set) var rows: [Row] = []
  /// Behind the row that was found last: files that were exported have the same order.
  private var next = 0

  /// Those of one cell, which stand together.
  mutating func rows(of cell: ScoreCell) -> ArraySlice<Row> { rows(cell.indicator, cell.item, cell.scorer) }

  mutating func rows(_ indicator: String, _ item: String, _ scorer: String) -> ArraySlice<Row> {
    func isOfCell(_ position: Int) -> Bool {
      rows[position].item == item && rows[position].scorer == scorer && rows[position].indicator == indicator
    }
    let tried = next < rows.count && isOfCell(next) ? next : nil
    guard let first = tried ?? rows.indices.first(where: isOfCell) else { return [] }
    next = first
    while next < rows.count, isOfCell(next) { next += 1 }
    return rows[first..<next]
  }

  /// Reads them visit by visit.
  final class Reader {
    private let live: SQLStatement
    private let evidence: SQLStatement
    private let firstID: Int64
    /// Whether there is any evidence of observations at all.
    private let readsEvidence: Bool

    /// - Parameter firstID: identities from here on are given by the import.
    init(_ database: Database, before firstID: Int64) throws {
      self.firstID = firstID
      live = try SQLStatement(
        database,
        """
        SELECT indicator, item, scorer, id, value, reason FROM observation AS o
        WHERE visit = ?1 AND id < ?2 AND NOT EXISTS (
          SELECT 1 FROM supersession AS s
          WHERE s.visit = ?1 AND s.indicator = o.indicator AND s.item = o.item AND s.scorer = o.scorer
            AND s.superseded = o.id AND s.by < ?2)
        ORDER BY indicator, item, scorer, id
        """)
      evidence = try SQLStatement(database, "SELECT id, evidence FROM observation_evidence WHERE visit = ?")
      readsEvidence =
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM observation_evidence)") ?? false
    }

    func read(_ visit: Roster.Visit) throws -> KnownObservations {
      var known = KnownObservations()
      if visit.known == nil { return known }
      let codes = try evidence(of: visit)
      live.bind(1, visit.code)
      live.bind(2, firstID)
      defer { live.reset() }
      while try live.step() {
        let id = live.integer(3)
        known.rows.append(
          Row(
            indicator: live.text(0), item: live.text(1), scorer: live.text(2), id: id, value: live.text(4),
            reason: live.text(5), evidence: codes[id] ?? []))
      }
      return known
    }

    private func evidence(of visit: Roster.Visit) throws -> [Int64: Set<String>] {
      var codes: [Int64: Set<String>] = [:]
      if !readsEvidence { return codes }
      evidence.bind(1, visit.code)
      defer { evidence.reset() }
      while try evidence.step() { codes[evidence.integer(0), default: []].insert(evidence.text(1)) }
      return codes
    }
  }
}

/// A set of positions, small as a rule.
struct PositionSet {
  private var low: UInt64 = 0
  private var high: Set<Int> = []

  func contains(_ position: Int) -> Bool {
    position < 64 ? low & 1 << position != 0 : high.contains(position)
  }

  mutating func insert(_ position: Int) {
    if position < 64 { low |= 1 << position } else { high.insert(position) }
  }
}
