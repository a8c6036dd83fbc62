import GRDB
import KaoheScoring

/// Records answers at one visit, each in a transaction of its own: once `record` returns, the answer is on the disk.
///
/// Several processes may record at one visit at once: each answer is checked against what is there when it is written.
public final class VisitRecording {
  private let store: Store
  private let visit: String
  private let session: Session
  /// Rules never change, so they are read once.
  public let rules: RuleSet
  private var kept: Kept?

  /// What is kept between two answers.
  private struct Kept {
    let statements: PreparedStatements
    let reader: ScoringSheetReader
    let triggers: FactTriggers
    /// The visit, and the state of the database that it was read in; nil where it has to be read.
    var visit: (onHand: VisitOnHand, stamp: WriteStamp)?
  }

  /// Refuses an unknown visit.
  public init(_ store: Store, visit: String, session: Session) throws {
    self.store = store
    self.visit = visit
    self.session = session
    rules = try store.sheet(of: visit).rules
  }

  /// The acting person's code as a scorer; empty for one who is no inspector.
  public func actingScorer() throws -> String {
    try store.read { try $0.actingInspector(session.actor)?.code ?? "" }
  }

  /// Refuses a visit that may not change.
  public func checkOpen() throws {
    let sheet = try sheet()
    if let problem = try store.read({ AnswerCheck($0, sheet, session).closedProblem }) { throw ChangeRefused(problem) }
  }

  public func sheet() throws -> ScoringSheet {
    try store.read { try ScoringSheetReader($0, rules: rules).read(visit) }
  }

  /// Stores an answer, superseding what its cell held. Rows of the leaf that can't stand beside it (`none`, `n/a`) are
  /// withdrawn.
  ///
  /// - Throws: `ChangeRefused` with every reason; `StoreError`.
  public func record(_ answer: Answer) throws -> Receipt {
    try store.translatingAny {
      try store.queue.writeWithoutTransaction { database in
        let statements = try keptStatements(database)
        try statements("BEGIN IMMEDIATE").run()
        do {
          let receipt = try recordAtOnce(answer, database)
          try statements("COMMIT").run()
          kept?.visit?.stamp.passOwnChanges(database)
          return receipt
        } catch {
          if !(error is ChangeRefused) { kept?.visit = nil }
          if database.isInsideTransaction { try statements("ROLLBACK").run() }
          throw error
        }
      }
    }
  }

  private func keptStatements(_ database: Database) throws -> PreparedStatements {
    if let kept { return kept.statements }
    let statements = PreparedStatements(database)
    kept = Kept(
      statements: statements, reader: ScoringSheetReader(database, rules: rules, statements),
      triggers: FactTriggers(database, statements))
    return statements
  }

  /// Inside a transaction: what is on hand is checked against what others wrote, and nothing is written that is refused or
  /// known.
  private func recordAtOnce(_ answer: Answer, _ database: Database) throws -> Receipt {
    guard let (statements, reader, triggers) = kept.map({ ($0.statements, $0.reader, $0.triggers) }) else {
      throw DatabaseError(resultCode: .SQLITE_INTERNAL)
    }
    let stamp = try WriteStamp(database, statements)
    let isAlone = kept?.visit?.stamp == stamp
    if !isAlone {
      reader.forgetRecords()
      kept?.visit = (try VisitOnHand(visit, reader, database), stamp)
    }
    // Taken out, so that it is changed in place; what fails leaves nothing on hand.
    guard var onHand = kept?.visit?.onHand else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
    let counts = onHand.sheet.head.status.counts
    kept?.visit = nil
    defer { if !counts { kept?.visit = (onHand, stamp) } }
    let answer = answer.composed
    let (entry, observed) = try AnswerCheck(database, onHand.sheet, session, onHand.people).check(answer)
    let isBare = try !counts && answer.hasNoNotes && triggers.areOwn()
    database.runTriggers(!isBare)
    return try self.receipt(
      answer, observed, entry, &onHand, database, statements, reserving: isAlone ? Self.reserved : 0
    ) { write in
      if !isBare { try session.begin(statements) }
      try write()
      if !isBare { try statements("DELETE FROM session").run() }
    }
  }

  /// How far ahead identities are reserved where answer follows answer, and nobody else writes between (milliseconds).
  private static let reserved: Int64 = 1000

  /// The same as a part of a transaction.
  func record(_ answer: Answer, _ database: Database) throws -> Receipt {
    let statements = PreparedStatements(database)
    let answer = answer.composed
    var onHand = try VisitOnHand(visit, ScoringSheetReader(database, rules: rules, statements), database)
    let (entry, observed) = try AnswerCheck(database, onHand.sheet, session, onHand.people).check(answer)
    return try receipt(answer, observed, entry, &onHand, database, statements) { try $0() }
  }

  /// - Parameters:
  ///   - reserving: for so many milliseconds from now identities are given without a word to the database.
  ///   - writing: calls what writes, where there is anything to write.
  private func receipt(
    _ answer: Answer, _ observed: ObservedValue, _ entry: SheetEntry, _ onHand: inout VisitOnHand,
    _ database: Database, _ statements: PreparedStatements, reserving: Int64 = 0,
    writing: (() throws -> Void) throws -> Void
  ) throws -> Receipt {
    let recused = try AnswerCheck(database, onHand.sheet, session, onHand.people)
      .recused(answer, isWithdrawal: observed == .withdrawn)
    var changes: [Receipt.Change] = []
    if isNews(answer, entry, onHand, recused) {
      let counts = onHand.sheet.head.status.counts
      try writing {
        changes = try write(answer, observed, entry, recused, &onHand, database, statements, reserving)
        if counts { try refresh(database) }
      }
      // What a correction takes the place of, and what came in late, follows from more than the row.
      if counts { onHand = try VisitOnHand(visit, ScoringSheetReader(database, rules: rules, statements), database) }
    }
    guard let entry = onHand.sheet.entry(of: answer.indicator) else {
      throw DatabaseError(resultCode: .SQLITE_INTERNAL)
    }
    return Receipt(entry: entry, sheet: onHand.sheet, sum: onHand.sum, changes: changes)
  }

  private func refresh(_ database: Database) throws {
    var summing = SummingCheck([visit])
    try Recomputation.refreshAll(database) { summing.take($0, $1) }
    if let refused = ChangeRefused(summing.problems) { throw refused }
  }

  /// Why an observation that an undo made supersedes.
  static let undoing = "撤销 undo"

  /// Makes what a receipt says undone: each cell gets back what it held, by an observation that supersedes.
  ///
  /// - Throws: `ChangeRefused` where a cell was changed since.
  public func undo(_ receipt: Receipt) throws -> Receipt {
    try store.write(session) { database in
      let reader = ScoringSheetReader(database, rules: rules)
      let sheet = try reader.read(visit)
      let indicator = receipt.entry.leaf.code
      try AnswerCheck(database, sheet, session).checkOpen(objection: nil, indicator)
      var writer = try ObservationWriter(database, visit: visit, actor: session.actor)
      var changes: [Receipt.Change] = []
      for change in receipt.changes {
        let live = try database.liveObservations(visit, indicator, change.cell)
        guard live == [change.id] else { throw ChangeRefused(Self.changedSince(indicator, change.cell)) }
        let previous = sheet.entry(of: indicator)?.rows.first { $0.id == change.id }
        let id = try writer.write(
          indicator, change.cell, value: change.previous?.value ?? "-", reason: change.previous?.reason ?? "",
          evidence: [], superseding: live, because: Self.undoing)
        if let restored = change.previous { try writer.copyNotes(indicator, change.cell, from: restored.id, to: id) }
        changes.append(Receipt.Change(cell: change.cell, id: id, previous: previous))
      }
      try writer.finish()
      return try self.receipt(changes, indicator, reader)
    }
  }

  private func receipt(_ changes: [Receipt.Change], _ indicator: String, _ reader: ScoringSheetReader) throws -> Receipt
  {
    let sheet = try reader.read(visit)
    guard let entry = sheet.entry(of: indicator) else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
    return Receipt(entry: entry, sheet: sheet, sum: sheet.sum, changes: changes)
  }

  /// Whether an answer says anything that is not known. A reason not to stand aside has to be kept also where nothing else
  /// is new.
  private func isNews(_ answer: Answer, _ entry: SheetEntry, _ onHand: VisitOnHand, _ recused: [String]) -> Bool {
    let cell = SheetRow.Cell(item: answer.item, scorer: answer.scorer)
    let previous = entry.rows.filter { $0.cell == cell }
    let isKnown =
      previous.count == 1 && onHand.ids(of: answer.indicator, cell).count == 1 && previous[0].says(answer)
      && (recused.isEmpty || answer.override.isBlank)
    return !isKnown
  }

  private func write(
    _ answer: Answer, _ observed: ObservedValue, _ entry: SheetEntry, _ recused: [String],
    _ onHand: inout VisitOnHand, _ database: Database, _ statements: PreparedStatements, _ reserved: Int64
  ) throws -> [Receipt.Change] {
    let cell = SheetRow.Cell(item: answer.item, scorer: answer.scorer)
    var writer = try ObservationWriter(
      database, visit: visit, actor: session.actor, clock: onHand.clock, statements)
    let because = answer.objection.map { "申诉 \($0) objection" } ?? ""
    func write(
      _ cell: SheetRow.Cell, _ value: String, _ observed: ObservedValue, reason: String, evidence: [String]
    ) throws -> Int64 {
      let id = try writer.write(
        answer.indicator, cell, value: value, reason: reason, evidence: evidence,
        superseding: onHand.ids(of: answer.indicator, cell), because: because)
      let row = SheetRow(
        id: id, item: cell.item, scorer: cell.scorer, value: value, reason: reason,
        evidence: evidence.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, recordedBy: session.actor,
        recordedAt: ObservationClock.text(milliseconds: writer.now), observed: observed)
      onHand.take(row, at: answer.indicator)
      return id
    }
    let id = try write(cell, answer.value, observed, reason: answer.reason, evidence: answer.evidence)
    if let objection = answer.objection {
      try writer.note("objection_correction", "objection", objection, at: cell, of: answer.indicator, id)
    }
    for inspector in recused where !answer.override.isBlank {
      try writer.note(
        "recusal_override", "inspector", inspector, reason: answer.override, at: cell, of: answer.indicator, id)
    }
    var changes = [Receipt.Change(cell: cell, id: id, previous: entry.rows.first { $0.cell == cell })]
    for row in entry.rows where row.cell != cell && entry.leaf.displaces(observed, answer.scorer, row) {
      let id = try write(row.cell, "-", .withdrawn, reason: "", evidence: [])
      changes.append(Receipt.Change(cell: row.cell, id: id, previous: row))
    }
    try writer.finish(reserving: reserved)
    onHand.clock = writer.clock
    return changes
  }

  private static func changedSince(_ indicator: String, _ cell: SheetRow.Cell) -> StoreError {
    let name = cell.item.isEmpty ? indicator : cell.item
    return StoreError(
      "changed-since", Bilingual("\(name) 后来又改过，不能撤销", en: "\(name) was changed since; it can't be undone"),
      hint: Bilingual("直接重新填写", en: "record it anew"))
  }
}

extension SheetRow {
  /// Whether an answer says what the row says already; one that gives no reason or evidence leaves those that are there.
  fileprivate func says(_ answer: Answer) -> Bool {
    value == answer.value && answer.objection == nil && (answer.reason.isEmpty || reason == answer.reason)
      && (answer.evidence.isEmpty || Set(evidence) == Set(answer.evidence))
  }
}

extension Answer {
  /// Whether its observation is all that there is to say: notes on one are logged.
  fileprivate var hasNoNotes: Bool { override.isBlank && objection == nil }
}

extension Leaf {
  /// Whether an answer takes the place of a row of another cell, since the two can't stand together: `none` and `n/a` on
  /// one side, what was found on the other.
  fileprivate func displaces(_ observed: ObservedValue, _ scorer: String, _ row: SheetRow) -> Bool {
    guard observed != .withdrawn, let other = row.observed, other != .withdrawn else { return false }
    return [.none, .notApplicable].contains(observed) || [.none, .notApplicable].contains(other)
  }
}

extension Database {
  /// Identities of the live observations of one cell, withdrawals too.
  func liveObservations(_ visit: String, _ indicator: String, _ cell: SheetRow.Cell) throws -> [Int64] {
    try Int64.fetchAll(
      cachedStatement(
        sql: """
          SELECT id FROM observation AS o
          WHERE visit = ?1 AND indicator = ?2 AND item = ?3 AND scorer = ?4 AND \(LiveObservation.condition("o"))
          """), arguments: [visit, indicator, cell.item, cell.scorer])
  }
}
