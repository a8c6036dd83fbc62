import GRDB
import KaoheScoring

extension Store {
  /// Takes a step with several problems at once: with all of them, or with none.
  ///
  /// - Throws: `ChangeRefused` with every reason against every one.
  public func take(_ step: FindingStep, _ findings: [String], session: Session) throws {
    let (note, evidence) = (step.note.composed, step.evidence.map(\.composed).eachOnce)
    let codes = findings.map(\.composed).eachOnce
    try write(session) { database in
      let date = try step.date ?? database.today()
      var problems: [StoreError] = []
      if !CalendarDay.isDay(date) { problems.append(.badDate(date)) }
      if step.action == .reopen, note.isBlank { problems.append(Self.reasonMissing) }
      if step.action == .rectify, evidence.isEmpty {
        problems.append(
          StoreError(
            "evidence-missing", Bilingual("整改要有台账", en: "to close a problem takes evidence that it was put right"),
            hint: Bilingual(
              "先登记（kaohe evidence add），再用 --evidence 写明",
              en: "register it (kaohe evidence add), then name it with --evidence")))
      }
      problems += try database.unknownEvidence(evidence)
      for code in codes { problems += try Self.problems(code, step.action, on: date, database) }
      if let refused = ChangeRefused(problems) { throw refused }
      for code in codes {
        // 办结日期 is the day of the last step of all.
        try database.execute(
          sql: "UPDATE finding SET status = ?, closed = ? WHERE code = ?",
          arguments: [step.action.to.rawValue, step.action == .verify ? date : nil, code])
        for evidence in evidence {
          try database.execute(
            sql: "INSERT INTO finding_evidence (finding, evidence) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [code, evidence])
        }
      }
      let now = ObservationClock.now()
      var clock = try ObservationClock(database)
      for code in codes {
        try database.execute(
          sql: """
            INSERT INTO finding_step (finding, id, action, date, reason, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            code, clock.next(at: now), step.action.rawValue, date, note, ObservationClock.text(milliseconds: now),
            session.actor,
          ])
      }
      try clock.save(database)
    }
  }

  private static func problems(
    _ code: String, _ action: FindingAction, on date: String, _ database: Database
  ) throws -> [StoreError] {
    guard
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT f.kind, f.status, v.date, coalesce((
            SELECT s.date FROM finding_step AS s WHERE s.finding = f.code ORDER BY s.id DESC LIMIT 1), v.date)
          FROM finding AS f JOIN visit AS v ON v.code = f.visit WHERE f.code = ?
          """, arguments: [code]),
      let kind = FindingKind(rawValue: row[0]), let status = FindingStatus(rawValue: row[1])
    else {
      return [
        StoreError(
          "unknown-finding", Bilingual("没有问题 \(code)", en: "there is no finding \(code)"),
          hint: Bilingual("用 `kaohe finding list` 查看", en: "see `kaohe finding list`"))
      ]
    }
    if kind != .problem {
      return [
        StoreError(
          "not-a-problem",
          Bilingual(
            "\(code) 是\(kind.label.chinese)，没有整改和销号", en: "\(code) is a \(kind.rawValue); only problems are put right"))
      ]
    }
    guard action.from.contains(status) else { return [wrongStatus(code, status, action)] }
    let last: String = row[3]
    guard CalendarDay.isDay(date), date < last else { return [] }
    return [
      StoreError(
        "early-date",
        Bilingual(
          "\(code)：日期 \(date) 早于" + (last == row[2] ? "督查日期" : "上一步的日期") + " \(last)",
          en: "\(code): \(date) is before " + (last == row[2] ? "the visit" : "the last step") + " on \(last)"))
    ]
  }

  private static func wrongStatus(_ code: String, _ status: FindingStatus, _ action: FindingAction) -> StoreError {
    let from = action.from
    let next: Bilingual? =
      switch (action, status) {
      case (.verify, .open):
        Bilingual(
          "先整改：kaohe finding close \(code) --evidence 台账编号",
          en: "close it first: kaohe finding close \(code) --evidence EVIDENCE")
      case (.rectify, _):
        Bilingual(
          "没有改好的用 kaohe finding reopen \(code) --reason 理由 重新打开",
          en: "where it is not put right: kaohe finding reopen \(code) --reason WHY")
      default: nil
      }
    return StoreError(
      "wrong-status",
      Bilingual(
        "问题 \(code) \(status.label.chinese)，只有" + from.map(\.label.chinese).joined(separator: "、")
          + "的问题才能\(action.label.chinese)",
        en: "the problem \(code) is \(status.rawValue) and can't be \(action.label.english): only one that is "
          + from.map(\.rawValue).joined(separator: " or ") + " can"),
      hint: next)
  }
}
