import GRDB
import KaoheScoring

extension Store {
  /// Records an objection to a score.
  ///
  /// - Returns: its code.
  /// - Throws: `ChangeRefused` with every reason.
  public func open(_ objection: NewObjection, session: Session) throws -> String {
    let (visit, indicator) = (objection.visit.composed, objection.indicator.composed)
    let (raisedBy, text) = (objection.raisedBy.composed, objection.text.composed)
    let evidence = objection.evidence.map(\.composed).eachOnce
    return try write(session) { database in
      let sheet = try ScoringSheetReader(database).read(visit)
      var problems: [StoreError] = []
      if !sheet.head.status.counts { problems.append(Self.countsNowhere(sheet.head)) }
      do {
        _ = try AnswerCheck(database, sheet, session).entry(of: indicator)
      } catch let refused as ChangeRefused {
        problems += refused.reasons
      }
      if raisedBy.isBlank {
        problems.append(StoreError("empty-text", Bilingual("要写明谁申诉（--by）", en: "say who objects (--by)")))
      }
      if text.isBlank {
        problems.append(StoreError("empty-text", Bilingual("要写明申诉内容（--text）", en: "say what is objected (--text)")))
      }
      problems += try database.unknownEvidence(evidence)
      let known = try String.fetchOne(
        database,
        sql: """
          SELECT code FROM objection
          WHERE visit = ? AND indicator = ? AND raised_by = ? AND status = 'open' ORDER BY code
          """, arguments: [visit, indicator, raisedBy])
      if let known {
        problems.append(
          StoreError(
            "known-objection",
            Bilingual(
              "\(raisedBy) 对督查 \(visit) 的 \(indicator) 已有待复核的申诉 \(known)",
              en: "\(raisedBy) has an open objection to \(indicator) of the visit \(visit) already: \(known)"),
            hint: Bilingual("先裁定它", en: "decide that one first")))
      }
      if let refused = ChangeRefused(problems) { throw refused }
      let code = try database.newCode("\(visit)-S", in: "objection")
      try database.execute(
        sql: """
          INSERT INTO objection (code, visit, indicator, raised_by, text, opened_at, opened_by, status)
          VALUES (?, ?, ?, ?, ?, ?, ?, 'open')
          """,
        arguments: [
          code, visit, indicator, raisedBy, text, ObservationClock.text(milliseconds: ObservationClock.now()),
          session.actor,
        ])
      try database.link(evidence, to: code)
      return code
    }
  }

  private static func countsNowhere(_ head: ScoringSheet.Head) -> StoreError {
    StoreError(
      "wrong-status",
      Bilingual(
        "督查 \(head.visit) \(head.status.phrase.chinese)，不计分，没有可申诉的得分",
        en: "the visit \(head.visit) is \(head.status.phrase.english) and counts nowhere; "
          + "there is no score to object to"),
      hint: head.status == .draft
        ? Bilingual(
          "草稿直接改：kaohe score \(head.visit) …", en: "change the draft itself: kaohe score \(head.visit) …") : nil)
  }
}

extension Database {
  func link(_ evidence: [String], to objection: String) throws {
    for code in evidence {
      try execute(
        sql: "INSERT INTO objection_evidence (objection, evidence) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [objection, code])
    }
  }
}
