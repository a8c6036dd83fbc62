import GRDB
import KaoheScoring

extension RecordImport {
  private struct Step {
    var finding: String
    var moment: Moment
    var action: FindingAction
    var date: String
    var reason: String
    var recordedBy: String
    var record: CSVRecord
  }

  /// The steps of findings' lives. One is known by all that it says.
  func importFindingSteps() throws {
    var steps: [Step] = []
    try each(.findingSteps) { record in
      let finding = record.required("finding")
      let action = FindingAction(rawValue: record.requiredChoice("action", ["rectify", "verify", "reopen"]))
      let (date, moment) = (record.requiredDate("date"), record.requiredMoment("recorded_at"))
      let (recordedBy, reason) = (record.required("recorded_by"), record.text("reason") ?? "")
      let kind = try String.fetchOne(
        database.cachedStatement(sql: "SELECT kind FROM finding WHERE code = ?"), arguments: [finding])
      // One that is refused is reported where it stands.
      if !finding.isEmpty, kind == nil, !findings.contains(finding) {
        record.refuseUnknown("finding", finding, .finding)
      }
      if let kind, kind != "problem" {
        record.refuse(
          "not-a-problem", "finding",
          Bilingual("\(finding) 不是问题，没有整改和销号", en: "\(finding) is a \(kind); only problems are put right"))
      }
      guard record.isValid, kind != nil, let action, let moment else { return }
      let step = Step(
        finding: finding, moment: moment, action: action, date: date, reason: reason, recordedBy: recordedBy,
        record: record)
      if try isKnown(step) { return }
      if action == .reopen, reason.isEmpty {
        record.refuse("reason-missing", "reason", Bilingual("重新打开要写明理由", en: "to reopen a finding takes a reason"))
      }
      if record.isValid { steps.append(step) }
    }
    for (_, own) in Dictionary(grouping: steps, by: \.finding).sorted(by: { $0.key < $1.key }) { try store(own) }
  }

  private func isKnown(_ step: Step) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT 1 FROM finding_step
          WHERE finding = ? AND action = ? AND date = ? AND recorded_at = ? AND recorded_by = ?
            AND reason = coalesce(?, reason)
          """),
      arguments: [
        step.finding, step.action.rawValue, step.date, step.moment.text, step.recordedBy,
        step.record.has("reason") ? step.reason : nil,
      ]) ?? false
  }

  /// Stores the new steps of one finding.
  private func store(_ steps: [Step]) throws {
    let finding = steps[0].finding
    let newest = try Int64.fetchOne(
      database, sql: "SELECT max(id) FROM finding_step WHERE finding = ?", arguments: [finding])
    var identities = try StepIdentities(database, "finding_step", "finding", finding)
    let sorted = steps.sorted {
      ($0.moment.milliseconds, $0.record.line) < ($1.moment.milliseconds, $1.record.line)
    }
    for (position, step) in sorted.enumerated() {
      let id = identities.next(at: step.moment)
      if position == sorted.count - 1, id > newest ?? 0 { try checkStatus(after: step) }
      try database.cachedStatement(
        sql: """
          INSERT INTO finding_step (finding, id, action, date, reason, recorded_by, recorded_at)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(
        arguments: [
          finding, id, step.action.rawValue, step.date, step.reason, step.recordedBy, step.moment.text,
        ])
      clock.pass(id)
    }
    writer.count("finding_step", inserted: steps.count)
  }

  /// The last step says what the status is. Where the folder gives another one itself, an import set it there without a step.
  private func checkStatus(after step: Step) throws {
    let status = try String.fetchOne(
      database, sql: "SELECT status FROM finding WHERE code = ?", arguments: [step.finding])
    guard let status, status != step.action.to.rawValue, !findingsOfNewStatus.contains(step.finding) else { return }
    step.record.refuse(
      "step-against-status", "action",
      Bilingual(
        "\(step.action.rawValue) 之后问题 \(step.finding) 应为 \(step.action.to.rawValue)，而它是 \(status)",
        en: "\(step.action.rawValue) makes the finding \(step.finding) \(step.action.to.rawValue), but it is \(status)"),
      hint: .handInBoth(CSVTable.findings, CSVTable.findingSteps))
  }
}

extension Bilingual {
  /// Steps and the status that they lead to belong together.
  static func handInBoth(_ records: CSVTable, _ steps: CSVTable) -> Bilingual {
    Bilingual(
      "把导出的 \(records.file) 和 \(steps.file) 一起导入",
      en: "hand in \(records.file) and \(steps.file) both as they were exported")
  }
}
