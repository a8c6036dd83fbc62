import GRDB
import KaoheScoring

extension FolderImport {
  /// The steps of findings' lives. One is known by all that it says.
  func importFindingSteps() throws {
    var steps: [(finding: String, moment: Moment, row: Int, values: [String])] = []
    try each(.findingSteps) { record in
      let finding = record.required("finding")
      let action = record.requiredChoice("action", ["rectify", "verify", "reopen"])
      let (date, moment) = (record.requiredDate("date"), record.requiredMoment("recorded_at"))
      let (recordedBy, reason) = (record.required("recorded_by"), record.text("reason") ?? "")
      let isThere = try Bool.fetchOne(
        database.cachedStatement(sql: "SELECT 1 FROM finding WHERE code = ?"), arguments: [finding])
      // One that is refused is reported where it stands.
      if !finding.isEmpty, isThere == nil, !findings.contains(finding) {
        record.refuseUnknown("finding", finding, .finding)
      }
      guard record.isValid, isThere != nil, let moment else { return }
      let isKnown = try Bool.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT 1 FROM finding_step
            WHERE finding = ? AND action = ? AND date = ? AND recorded_at = ? AND recorded_by = ?
              AND reason = coalesce(?, reason)
            """),
        arguments: [
          finding, action, date, moment.text, recordedBy, record.has("reason") ? reason : nil,
        ])
      if isKnown != nil { return }
      if action == "reopen", reason.isEmpty {
        record.refuse("reason-missing", "reason", Bilingual("重新打开要写明理由", en: "to reopen a finding takes a reason"))
      }
      guard record.isValid else { return }
      steps.append((finding, moment, record.line, [action, date, reason, recordedBy]))
    }
    for (finding, own) in Dictionary(grouping: steps, by: \.finding).sorted(by: { $0.key < $1.key }) {
      var identities = try StepIdentities(database, "finding_step", "finding", finding)
      for step in own.sorted(by: { ($0.moment.milliseconds, $0.row) < ($1.moment.milliseconds, $1.row) }) {
        let id = identities.next(at: step.moment)
        try database.cachedStatement(
          sql: """
            INSERT INTO finding_step (finding, id, action, date, reason, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [finding, id] + StatementArguments(step.values) + [step.moment.text])
        clock.pass(id)
      }
      writer.count("finding_step", inserted: own.count)
    }
  }
}
