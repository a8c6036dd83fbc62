import GRDB
import KaoheScoring

extension FolderImport {
  /// Visits are filled first and take their status last: a known one changes its status once all its scores are there.
  func importVisits() throws {
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
      try store(visit, previous: known, subject, record, ["group": group, "date": date])
    }
  }

  private func store(
    _ visit: Roster.Visit, previous: Roster.Visit?, _ subject: Subject, _ record: CSVRecord, _ texts: [String: String]
  ) throws {
    var values: [(key: String, value: RecordWriter.Value)] = [
      ("code", visit.code), ("assessment", visit.assessment?.code), ("inspection_group", texts["group"]),
      ("date", texts["date"]),
    ]
    values += subject.columns
    if record.has("methods") { values.append(("methods", record.text("methods"))) }
    if visit.known == nil { values.append(("status", visit.wanted.rawValue)) }
    let before = touched
    let isChanged = try writer.upsert("visit", key: ["code"], values)
    if isChanged || visit.known != visit.wanted {
      touched.formUnion([visit.assessment?.code, previous?.assessment?.code].compactMap { $0 })
    }
    if isChanged, !visit.isOpen {
      touched = before
      record.refuse(
        "closed-visit", nil,
        Bilingual(
          "督查 \(visit.code) 已是 \(visit.known?.rawValue ?? "")，不能修改",
          en: "the visit \(visit.code) is \(visit.known?.rawValue ?? "") and can't be changed"))
    }
    if isChanged, visit.known != nil { visit.isTouched = true }
    if visit.isTouched || visit.wanted.counts && visit.known?.counts != true { queueCheck(visit) }
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
        "督查 \(visit.code) 已是 \(status.rawValue)，不能由导入改为 \(visit.wanted.rawValue)",
        en: "the visit \(visit.code) is \(status.rawValue); an import can't make it \(visit.wanted.rawValue)"))
  }

  /// The last step: visits that were known take the status that the folder gives them.
  func applyStatuses() throws {
    let update = try database.makeStatement(sql: "UPDATE visit SET status = ? WHERE code = ?")
    for visit in roster.visits.values.sorted(by: { $0.code < $1.code }) where visit.line != nil {
      guard let known = visit.known, visit.wanted != known else { continue }
      try update.execute(arguments: [visit.wanted.rawValue, visit.code])
      writer.countUpdate("visit")
    }
  }
}
