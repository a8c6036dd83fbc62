import GRDB
import KaoheScoring

extension RecordImport {
  /// Visits are filled first and take their status last: a known one changes its status once all its scores are there.
  func importVisits() throws {
    if source.file(of: .visits) == nil { return }
    try withoutInsertTriggers(of: ["visit"]) {
      try readVisits()
      try writer.flush()
    }
  }

  private func readVisits() throws {
    try each(.visits) { record in
      let (code, assessmentCode) = (record.newCode("visit"), record.required("assessment"))
      let group = record.required("group")
      let subject = subject(record)
      let date = record.requiredDate("date")
      let status = VisitStatus(
        rawValue: record.requiredChoice("status", ["draft", "submitted", "confirmed", "cancelled"]))
      let assessment = roster.assessments[assessmentCode]
      if !assessmentCode.isEmpty, assessment == nil {
        record.refuseUnknown("assessment", assessmentCode, .assessment)
      }
      if !group.isEmpty, !roster.groups.contains(group) { record.refuseUnknown("group", group, .group) }
      if let assessment, !date.isEmpty { checkDate(date, assessment, record) }
      let known = roster.visits[code]
      let visit = Roster.Visit(
        code: code, assessment: assessment, subject: subject ?? Subject(scope: .district, code: ""),
        district: subject.flatMap(roster.district) ?? "", known: known?.known, wanted: status ?? .draft)
      visit.line = record.line
      roster.visits[code] = visit
      if let known { checkStatus(of: visit, from: known, record) }
      guard record.isValid, let subject else { return }
      try store(visit, previous: known, subject, record, group: group, date: date)
      try checkActor(of: visit, record)
    }
  }

  private func store(
    _ visit: Roster.Visit, previous: Roster.Visit?, _ subject: Subject, _ record: CSVRecord, group: String, date: String
  ) throws {
    var values: [(key: String, value: RecordWriter.Value)] = [
      ("code", visit.code), ("assessment", visit.assessment?.code), ("inspection_group", group),
      ("date", date),
    ]
    values += subject.columns
    if record.has("methods") { values.append(("methods", record.text("methods"))) }
    if visit.known == nil { values.append(("status", visit.wanted.rawValue)) }
    let before = touched
    var isChanged = true
    if previous == nil {
      try writer.insert("visit", key: ["code"], values)
    } else {
      isChanged = try writer.upsert("visit", key: ["code"], values)
    }
    if isChanged || visit.known != visit.wanted {
      touched.formUnion([visit.assessment?.code, previous?.assessment?.code].compactMap { $0 })
    }
    if isChanged, let status = visit.closedStatus {
      touched = before
      record.refuse(
        "closed-visit", nil,
        Bilingual(
          "督查 \(visit.code) \(status.label.chinese)，不能修改",
          en: "the visit \(visit.code) is \(status.label.english) and can't be changed"),
        hint: status.wayBack(visit.code))
    }
    // Of a new one there is nothing to check until its scores are read.
    if visit.known != nil, isChanged || visit.wanted.counts && visit.known?.counts != true { queueCheck(visit) }
  }

  /// Notes that a visit's observations have to be checked as a whole.
  func queueCheck(_ visit: Roster.Visit) {
    if visit.isQueued { return }
    visit.isQueued = true
    visitsToCheck.append(visit)
  }

  private func checkDate(_ date: String, _ assessment: Roster.Assessment, _ record: CSVRecord) {
    guard date < assessment.opens ?? date || date > assessment.closes ?? date else { return }
    let period = "\(assessment.opens ?? "…") – \(assessment.closes ?? "…")"
    record.refuse(
      "outside-period", "date",
      Bilingual(
        "\(date) 不在考核 \(assessment.code) 的期间（\(period)）内",
        en: "\(date) is outside the assessment \(assessment.code) (\(period))"))
  }

  private func checkStatus(of visit: Roster.Visit, from known: Roster.Visit, _ record: CSVRecord) {
    guard let status = known.known, status.counts, status != visit.wanted else { return }
    if status == .submitted, visit.wanted == .confirmed { return }
    record.refuse(
      "closed-visit", "status",
      Bilingual(
        "督查 \(visit.code) \(status.label.chinese)，不能由导入改为“\(visit.wanted.label.chinese)”",
        en: "the visit \(visit.code) is \(status.label.english); an import can't make it \(visit.wanted.label.english)"
      ),
      hint: status.wayBack(visit.code))
  }

  /// A folder hands in and confirms no more than `visit submit` and `visit confirm` would for the same person. Of somebody
  /// whom the roster does not know nothing is asked in the office's own database: the office enters what others wrote.
  private func checkActor(of visit: Roster.Visit, _ record: CSVRecord) throws {
    guard record.isValid, visit.wanted.counts, visit.wanted != visit.known else { return }
    guard isCopy || isActorOfRoster else { return }
    try writer.flush()
    let check = VisitStepCheck(
      database: database, action: visit.wanted == .confirmed ? .confirm : .submit, override: "", session: session)
    var problems = try check.actorProblems(at: ScoringSheetReader(database).head(of: visit.code))
    if isCopy, visit.wanted == .confirmed { problems.append(Store.isFieldCopy) }
    for problem in problems { record.refuse(problem.code, "status", problem.problem, hint: problem.hint) }
  }

  /// The last step: visits that were known take the status that the folder gives them.
  func applyStatuses() throws {
    let update = try database.makeStatement(sql: "UPDATE visit SET status = ? WHERE code = ?")
    for visit in roster.visits.values.sorted(by: { $0.code < $1.code }) where visit.line != nil {
      guard let known = visit.known, visit.wanted != known else { continue }
      try update.execute(arguments: [visit.wanted.rawValue, visit.code])
      writer.countUpdate("visit")
      // The folder may say itself how the visit came to its status.
      if try visitSteps.lead(visit.code, to: visit.wanted) { continue }
      let head = try ScoringSheetReader(database).head(of: visit.code)
      try VisitStepWriter(database, session).write(
        visit.wanted.action, [head], reason: visit.wanted == .draft ? "导入 import" : "")
      writer.count("visit_step", inserted: 1)
    }
  }
}

extension VisitStatus {
  /// The step that leads to it.
  fileprivate var action: VisitAction {
    switch self {
    case .draft: .sendBack
    case .submitted: .submit
    case .confirmed: .confirm
    case .cancelled: .cancel
    }
  }
}
