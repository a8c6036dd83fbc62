import GRDB
import KaoheScoring

/// The steps of visits' lives that a folder brings. They are read with the visits and stored once these have their status.
///
/// A step is known by all that it says. What the last one hands in is what the visit holds after the import: the
/// identities of observations, which the step names where it was taken, belong to that database.
final class VisitStepImport {
  private struct Step {
    var action: VisitAction
    var moment: Moment
    var recordedBy: String
    var reason: String
    var override: String
    var record: CSVRecord
    var id: Int64 = 0
  }

  private unowned let run: RecordImport
  /// Those that are new, by visit, in their order.
  private var added: [String: [Step]] = [:]

  init(_ run: RecordImport) { self.run = run }

  func read() throws {
    let isCopy = run.isCopy
    try run.each(.visitSteps) { record in
      let visit = record.required("visit")
      let action = VisitAction(rawValue: record.requiredChoice("action", VisitAction.allCases.map(\.rawValue)))
      let (moment, recordedBy) = (record.requiredMoment("recorded_at"), record.required("recorded_by"))
      let (reason, override) = (record.text("reason") ?? "", record.text("override") ?? "")
      if !visit.isEmpty, run.roster.visits[visit] == nil { record.refuseUnknown("visit", visit, .visit) }
      guard record.isValid, let action, let moment else { return }
      let step = Step(
        action: action, moment: moment, recordedBy: recordedBy, reason: reason, override: override, record: record)
      if try isKnown(step, of: visit, record) { return }
      if action == .sendBack, reason.isEmpty {
        record.refuse("reason-missing", "reason", Bilingual("退回要写明理由", en: "to return a visit takes a reason"))
      }
      if isCopy, action == .confirm || action == .sendBack {
        let problem = Store.isFieldCopy
        record.refuse(problem.code, "action", problem.problem, hint: problem.hint)
      }
      if record.isValid { added[visit, default: []].append(step) }
    }
    for visit in added.keys.sorted() {
      try identify(visit)
      try checkStatus(of: visit)
      if run.isActorOfRoster { try checkActor(of: visit) }
    }
  }

  /// The last step says what the status is. One that is new here may have come to its status otherwise: another program
  /// set it, or somebody decided between two copies. A known one takes a step of its own where the folder changes it.
  private func checkStatus(of code: String) throws {
    guard let step = added[code]?.last, let visit = run.roster.visits[code], visit.known == visit.wanted,
      step.action.to != visit.wanted, try isNewest(step, of: code)
    else { return }
    let (leads, status) = (step.action.to.phrase, visit.wanted.phrase)
    step.record.refuse(
      "step-against-status", "action",
      Bilingual(
        "\(step.action.rawValue) 之后督查 \(code) 应当\(leads.chinese)，而它\(status.chinese)",
        en: "\(step.action.rawValue) makes the visit \(code) \(leads.english), but it is \(status.english)"),
      hint: .handInBoth(CSVTable.visits, CSVTable.visitSteps))
  }

  /// A folder brings no steps of those that the single commands would refuse to the same person.
  private func checkActor(of code: String) throws {
    // A visit that is refused is reported where it stands.
    guard var head = try? ScoringSheetReader(run.database).head(of: code) else { return }
    for step in added[code] ?? [] {
      head.status = try status(before: step, of: code)
      let check = VisitStepCheck(
        database: run.database, action: step.action, override: step.override, session: run.session)
      for problem in try check.actorProblems(at: head) {
        step.record.refuse(problem.code, "action", problem.problem, hint: problem.hint)
      }
    }
  }

  private func status(before step: Step, of visit: String) throws -> VisitStatus {
    let earlier = (added[visit] ?? []).last { $0.id < step.id }
    let known = try Row.fetchOne(
      run.database, sql: "SELECT id, action FROM visit_step WHERE visit = ? AND id < ? ORDER BY id DESC LIMIT 1",
      arguments: [visit, step.id])
    if let known, known[0] > earlier?.id ?? 0 { return VisitAction(rawValue: known[1])?.to ?? .draft }
    return earlier?.action.to ?? .draft
  }

  private func isKnown(_ step: Step, of visit: String, _ record: CSVRecord) throws -> Bool {
    try Bool.fetchOne(
      run.database.cachedStatement(
        sql: """
          SELECT 1 FROM visit_step
          WHERE visit = ? AND action = ? AND recorded_at = ? AND recorded_by = ? AND reason = coalesce(?, reason)
            AND override = coalesce(?, override)
          """),
      arguments: [
        visit, step.action.rawValue, step.moment.text, step.recordedBy, record.has("reason") ? step.reason : nil,
        record.has("override") ? step.override : nil,
      ]) ?? false
  }

  /// Steps sort by their identities, so each gets one of its own moment.
  private func identify(_ visit: String) throws {
    let steps = (added[visit] ?? []).enumerated().sorted {
      ($0.element.moment.milliseconds, $0.offset) < ($1.element.moment.milliseconds, $1.offset)
    }.map(\.element)
    var identities = try StepIdentities(run.database, "visit_step", "visit", visit)
    added[visit] = steps.map { step in
      var step = step
      step.id = identities.next(at: step.moment)
      return step
    }
  }

  /// Whether the folder brings the last step of a visit, and it leads to this status.
  func lead(_ visit: String, to status: VisitStatus) throws -> Bool {
    guard let step = added[visit]?.last, step.action.to == status else { return false }
    return try isNewest(step, of: visit)
  }

  private func isNewest(_ step: Step, of visit: String) throws -> Bool {
    let newest = try Int64.fetchOne(
      run.database, sql: "SELECT max(id) FROM visit_step WHERE visit = ?", arguments: [visit])
    return step.id > newest ?? 0
  }

  func store() throws {
    for (visit, steps) in added.sorted(by: { $0.key < $1.key }) {
      // What awaits a decision goes on to do so.
      let undecided = try LateObservations(run.database).ids(at: visit)
      for (position, step) in steps.enumerated() {
        let isLast = try position == steps.count - 1 && isNewest(step, of: visit)
        try run.database.cachedStatement(
          sql: """
            INSERT INTO visit_step (visit, id, action, reason, override, covers, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(
          arguments: [
            visit, step.id, step.action.rawValue, step.reason, step.override,
            isLast ? try held(by: step, visit, except: undecided) : "[]",
            step.moment.text, step.recordedBy,
          ])
        run.clock.pass(step.id)
      }
      run.writer.count("visit_step", inserted: steps.count)
    }
  }

  /// What the last step of all hands in or confirms: all that holds at the visit. Earlier ones say nothing any more.
  private func held(by step: Step, _ visit: String, except undecided: Set<Int64>) throws -> String {
    guard step.action == .submit || step.action == .confirm else { return "[]" }
    let ids = try Int64.fetchAll(
      run.database, sql: "SELECT id FROM observation AS o WHERE visit = ? AND \(LiveObservation.condition("o"))",
      arguments: [visit])
    return "[" + ids.filter { !undecided.contains($0) }.map(String.init).joined(separator: ",") + "]"
  }
}

/// Identities for steps that were taken at some moment in the past, at another database.
struct StepIdentities {
  private let replica: Int64
  private var taken: Set<Int64>

  /// - Parameter owner: the code of the visit or finding whose steps they are.
  init(_ database: Database, _ table: String, _ column: String, _ owner: String) throws {
    replica = Int64(try database.replica())
    taken = Set(try Int64.fetchAll(database, sql: "SELECT id FROM \(table) WHERE \(column) = ?", arguments: [owner]))
  }

  mutating func next(at moment: Moment) -> Int64 {
    // Positive also in the first millisecond of 2020.
    var id = max(1, moment.milliseconds) << 22 | replica << 12
    while !taken.insert(id).inserted { id += 1 }
    return id
  }
}
