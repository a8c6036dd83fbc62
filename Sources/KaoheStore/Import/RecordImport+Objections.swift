import GRDB
import KaoheScoring

extension RecordImport {
  func importObjections() throws {
    try each(.objections) { record in
      let (code, visit, indicator) = (record.newCode("code"), record.required("visit"), record.required("indicator"))
      let (raisedBy, text) = (record.required("raised_by"), record.required("text"))
      let (openedAt, openedBy) = (record.requiredMoment("opened_at"), record.required("opened_by"))
      let status = ObjectionStatus(
        rawValue: record.requiredChoice("status", ObjectionStatus.allCases.map(\.rawValue)))
      let decision = decision(record, status, openedAt: openedAt)
      let evidence = evidenceCodes(record)
      objections.insert(code)
      checkLeaf(indicator, of: visit, record)
      guard record.isValid, let status else { return }
      let known = try String.fetchOne(
        database.cachedStatement(sql: "SELECT status FROM objection WHERE code = ?"), arguments: [code])
      var isChanged = try writer.upsert(
        "objection", key: ["code"],
        [
          ("code", code), ("visit", visit), ("indicator", indicator), ("raised_by", raisedBy), ("text", text),
          ("opened_at", openedAt?.text), ("opened_by", openedBy), ("status", status.rawValue),
        ] + decision)
      if record.has("evidence") {
        isChanged = try writer.link("objection_evidence", ("objection", code), "evidence", evidence) || isChanged
      }
      if isChanged, known == "upheld" || known == "rejected" { refuseDecided(code, record) }
      if status != .open, known != status.rawValue, isCopy || isActorOfRoster { try checkDecider(visit, record) }
    }
  }

  /// The columns of a decision: all of them, or none while the objection is open.
  private func decision(
    _ record: CSVRecord, _ status: ObjectionStatus?, openedAt: Moment?
  ) -> [(key: String, value: RecordWriter.Value)] {
    guard let status else { return [] }
    if status == .open {
      for column in ["decision", "decided_at", "decided_by"] where record.text(column) != nil {
        record.refuse(
          "decision-of-open", column,
          Bilingual("待复核的申诉还没有复核意见，应为空", en: "an open objection is not decided yet; leave it empty"))
      }
      return ["decision", "decided_at", "decided_by"].map { ($0, nil) }
    }
    let decidedAt = record.requiredMoment("decided_at")
    if let openedAt, let decidedAt, decidedAt.text < openedAt.text {
      record.refuse(
        "decided-before-opened", "decided_at",
        Bilingual(
          "复核时刻 \(decidedAt.text) 早于受理时刻 \(openedAt.text)",
          en: "it was decided at \(decidedAt.text), before it was opened at \(openedAt.text)"))
    }
    return [
      ("decision", record.required("decision")), ("decided_at", decidedAt?.text),
      ("decided_by", record.required("decided_by")),
    ]
  }

  private func refuseDecided(_ code: String, _ record: CSVRecord) {
    record.refuse(
      "decided-already", "code",
      Bilingual("申诉 \(code) 已复核，不能再改", en: "the objection \(code) is decided and can't be changed"))
  }

  /// As with the status of visits: nobody decides with a folder what `objection uphold` would refuse.
  private func checkDecider(_ visit: String, _ record: CSVRecord) throws {
    let head = try ScoringSheetReader(database).head(of: visit)
    for problem in try ObjectionDecider(database, session).problems(at: head) {
      record.refuse(problem.code, "status", problem.problem, hint: problem.hint)
    }
  }

  /// Which scores an upheld objection corrected.
  func importCorrections() throws {
    let isSound = problems.count == 0
    try each(.corrections) { record in
      let code = record.required("objection")
      if code.isEmpty { return }
      let found = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT visit, indicator, status FROM objection WHERE code = ?"),
        arguments: [code])
      guard let found else {
        // One that is refused is reported where it stands.
        if !objections.contains(code) { record.refuseUnknown("objection", code, .objection) }
        return
      }
      if found[2] != "upheld" {
        record.refuse(
          "not-upheld", "objection",
          Bilingual("申诉 \(code) 没有成立，不更正得分", en: "the objection \(code) is not upheld and corrects no score"))
      }
      let cell = ScoreCell(
        visit: found[0], indicator: found[1], item: record.text("item") ?? "", scorer: record.text("scorer") ?? "")
      let live = try database.heldObservations(cell)
      if live.isEmpty, isSound { record.refuseMissingScore(cell) }
      guard record.isValid, let id = live.last else { return }
      try database.cachedStatement(
        sql: """
          INSERT INTO objection_correction (visit, indicator, item, scorer, id, objection)
          VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """
      ).execute(arguments: [cell.visit, cell.indicator, cell.item, cell.scorer, id, code])
      writer.count("objection_correction", inserted: database.changesCount)
    }
  }
}
