import GRDB
import KaoheScoring

extension RecordImport {
  func importEvidence() throws {
    if source.file(of: .evidence) == nil { return }
    try withoutInsertTriggers(of: ["evidence"]) {
      try readEvidence()
      try writer.flush()
    }
  }

  private func readEvidence() throws {
    try each(.evidence) { record in
      let (code, title) = (record.newCode("code"), record.required("title"))
      let subject = subject(record)
      let kind = record.requiredChoice("kind", ["文件", "台账", "照片", "问卷", "系统数据", "作品", "活动"])
      let date = record.requiredDate("date")
      let (hash, size) = (hash(record), record.whole("size"))
      let isNew = roster.evidence.insert(code).inserted
      guard record.isValid, let subject else { return }
      let values =
        [("code", code), ("title", title), ("kind", kind), ("date", date)] + subject.columns
        + stated(
          record,
          [
            ("number", record.text("number")), ("sha256", hash), ("source", record.text("source")),
            ("file_name", record.text("file")), ("size_bytes", size),
          ], columnOf: ["file_name": "file", "size_bytes": "size"])
      if isNew {
        try writer.insert("evidence", key: ["code"], values)
      } else {
        try writer.upsert("evidence", key: ["code"], values)
      }
    }
  }

  private func hash(_ record: CSVRecord) -> String? {
    guard let text = record.text("sha256") else { return nil }
    let hash = text.lowercased()
    if hash.utf8.count == 64, hash.allSatisfy({ $0.isASCII && $0.isHexDigit }) { return hash }
    record.refuse("bad-hash", "sha256", Bilingual("应为 64 位十六进制", en: "write 64 hexadecimal digits"))
    return nil
  }

  func importAdjustments() throws {
    try each(.adjustments) { record in
      let (entry, code) = (record.newCode("entry"), record.required("code"))
      let assessmentCode = record.required("assessment")
      let district = district(record)
      let (date, reason) = (record.requiredDate("date"), record.required("reason"))
      let count = record.whole("count")
      let assessment = roster.assessments[assessmentCode]
      if !assessmentCode.isEmpty, assessment == nil {
        record.refuseUnknown("assessment", assessmentCode, .assessment)
      }
      if let rules = assessment?.rules, !code.isEmpty { checkLevel(code, rules, record) }
      let evidence = evidenceCodes(record)
      guard record.isValid else { return }
      let previous = try database.adjustmentAssessment(entry)
      var isChanged = try writer.upsert(
        "adjustment", key: ["entry"],
        [
          ("entry", entry), ("assessment", assessmentCode), ("district", district), ("code", code), ("date", date),
          ("reason", reason),
        ]
          + stated(
            record, [("level", record.text("level")), ("event", record.text("event")), ("count", count ?? 1)]))
      if record.has("evidence") {
        isChanged = try writer.link("adjustment_evidence", ("entry", entry), "evidence", evidence) || isChanged
      }
      if isChanged { touched.formUnion([assessmentCode, previous ?? assessmentCode]) }
    }
  }

  private func checkLevel(_ code: String, _ rules: RuleIndex, _ record: CSVRecord) {
    let level = record.text("level")
    if let levels = rules.levels(of: code) {
      if let level, levels.contains(level) { return }
      let list = levels.joined(separator: "、")
      let englishList = levels.joined(separator: ", ")
      record.refuse(
        level == nil ? "level-missing" : "unknown-level", "level",
        Bilingual(
          level.map { "\(code) 没有档次“\($0.excerpt)”，可填 \(list)" } ?? "\(code) 要写明档次：\(list)",
          en: level.map { "\(code) has no level “\($0.excerpt)”; it has \(englishList)" }
            ?? "\(code) takes a level: \(englishList)"))
    } else if rules.isVeto(code) {
      if level != nil {
        record.refuse("unknown-level", "level", Bilingual("否决项没有档次，应为空", en: "a veto has no level; leave it empty"))
      }
    } else {
      record.refuseUnknown("code", code, .adjustmentRule)
    }
  }

  func importFindings() throws {
    try each(.findings) { record in
      let (code, visit, text) = (record.newCode("code"), record.required("visit"), record.required("text"))
      let kind = record.requiredChoice("kind", ["problem", "highlight", "innovation"])
      let status = record.requiredChoice("status", ["open", "rectified", "verified"])
      let (due, closed) = (record.date("due"), record.date("closed"))
      let evidence = evidenceCodes(record)
      findings.insert(code)
      if !visit.isEmpty {
        if let known = roster.visits[visit] {
          checkIndicator(record, known.assessment?.rules)
        } else {
          record.refuseUnknown("visit", visit, .visit)
        }
      }
      if !kind.isEmpty, kind != "problem" { try refuseSteps(of: code, record) }
      let known = try String.fetchOne(
        database.cachedStatement(sql: "SELECT status FROM finding WHERE code = ?"), arguments: [code])
      if known != status { findingsOfNewStatus.insert(code) }
      guard record.isValid else { return }
      try writer.upsert(
        "finding", key: ["code"],
        [("code", code), ("visit", visit), ("kind", kind), ("text", text), ("status", status)]
          + stated(
            record,
            [
              ("indicator", record.text("indicator")), ("requirement", record.text("requirement")), ("due", due),
              ("closed", closed), ("responsible", record.text("responsible")),
            ]))
      if record.has("evidence") { try writer.link("finding_evidence", ("finding", code), "evidence", evidence) }
    }
  }

  /// Only problems are put right: one that has steps stays one.
  private func refuseSteps(of finding: String, _ record: CSVRecord) throws {
    let hasSteps = try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM finding_step WHERE finding = ?"), arguments: [finding])
    guard hasSteps != nil else { return }
    record.refuse(
      "not-a-problem", "kind",
      Bilingual("\(finding) 已有整改步骤，只能是 problem", en: "\(finding) has steps of being put right, and stays a problem"))
  }

  private func checkIndicator(_ record: CSVRecord, _ rules: RuleIndex?) {
    guard let rules, let indicator = record.text("indicator") else { return }
    if rules.leafOfCode[indicator] == nil, !rules.sections.contains(indicator) {
      record.refuseUnknown("indicator", indicator, .indicator)
    }
  }
}

extension Database {
  /// The assessment that an entry belonged to before; nil for a new one.
  fileprivate func adjustmentAssessment(_ entry: String) throws -> String? {
    try String.fetchOne(
      cachedStatement(sql: "SELECT assessment FROM adjustment WHERE entry = ?"), arguments: [entry])
  }
}
