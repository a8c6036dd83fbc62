import GRDB
import KaoheScoring

/// What became of a visit by a step of its life.
public struct VisitStepReceipt: Sendable {
  /// The visit as it is now.
  public var head: ScoringSheet.Head
  /// Leaves that could be scored here and have no row: they are not observed at this visit.
  public var unobserved: [Leaf]
}

extension Store {
  /// Takes a step with several visits at once: with all of them, or with none.
  ///
  /// - Parameters:
  ///   - reason: why; needed to return and to cancel.
  ///   - override: why one who belongs to the district does not stand aside.
  /// - Throws: `ChangeRefused` with every reason against every visit.
  public func take(
    _ action: VisitAction, _ visits: [String], reason: String = "", override: String = "", session: Session
  ) throws -> [VisitStepReceipt] {
    let (reason, override) = (reason.composed, override.isBlank ? "" : override.composed)
    let visits = visits.map(\.composed).eachOnce
    return try write(session) { database in
      var problems: [StoreError] = []
      if action.needsReason, reason.isBlank { problems.append(Self.reasonMissing) }
      let isCopy = try database.replica() != 0
      if isCopy, action == .confirm || action == .sendBack { problems.append(Self.isFieldCopy) }
      var sheets: [ScoringSheet] = []
      let check = VisitStepCheck(database: database, action: action, override: override, session: session)
      let reader = ScoringSheetReader(database)
      for visit in visits {
        do {
          let sheet = try reader.read(visit)
          problems += try check.problems(at: sheet)
          if action == .cancel, sheet.head.status == .submitted, isCopy { problems.append(Self.isFieldCopy) }
          sheets.append(sheet)
        } catch let error as StoreError where error.code == "unknown-visit" {
          problems.append(error)
        }
      }
      if let refused = ChangeRefused(problems.eachOnce) { throw refused }
      for sheet in sheets {
        try database.execute(
          sql: "UPDATE visit SET status = ? WHERE code = ?", arguments: [action.to.rawValue, sheet.head.visit])
      }
      try VisitStepWriter(database, session).write(action, sheets.map(\.head), reason: reason, override: override)
      var summing = SummingCheck(action == .submit ? visits : [])
      try Recomputation.refreshAll(database) { summing.take($0, $1) }
      let unsummable = summing.found.map { VisitStepCheck.unfit($0.problem.code, $0.visit, $0.leaf, $0.problem.text) }
      if let refused = ChangeRefused(unsummable) { throw refused }
      return sheets.map { sheet in
        var head = sheet.head
        head.status = action.to
        return VisitStepReceipt(head: head, unobserved: sheet.entries.filter(\.rows.isEmpty).map(\.leaf))
      }
    }
  }

  static let reasonMissing = StoreError(
    "reason-missing", Bilingual("要写明理由", en: "a reason is needed"),
    hint: Bilingual("用 --reason 写明，相关人员会看到", en: "give it with --reason; those concerned will read it"))

  static let isFieldCopy = StoreError(
    "field-copy",
    Bilingual("这是外勤副本，这一步由办公室在自己的数据库里做", en: "this is a field copy; that is the office's to do, in its own database"),
    hint: Bilingual("先把它合并到办公室数据库（kaohe merge）", en: "merge it into the office's database first (kaohe merge)"))
}

extension Database {
  /// Number of this copy of the database: 0 is the office's own.
  func replica() throws -> Int {
    let text = try String.fetchOne(self, sql: "SELECT value FROM database_identity WHERE key = 'replica'")
    return Int(text ?? "") ?? 0
  }
}

extension String {
  /// Nothing but white space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Array where Element: Hashable {
  /// Without repetitions, in the order of the first of each.
  var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
