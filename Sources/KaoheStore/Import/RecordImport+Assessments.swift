import GRDB
import KaoheScoring

extension RecordImport {
  func importAssessments() throws {
    var enrolAll: [Roster.Assessment] = []
    try each(.assessments) { record in
      let (code, title) = (record.newCode("assessment"), record.required("title"))
      let ruleSet = record.required("rule_set")
      let (opens, closes) = (record.date("opens"), record.date("closes"))
      let pools = record.choice("pools", ["yes", "no", "是", "否"])
      let enrol = record.choice("enrol", ["yes", "no", "是", "否"])
      let known = roster.assessments[code]
      let assessment = known ?? Roster.Assessment(code: code, ruleSet: ruleSet, opens: nil, closes: nil)
      if record.has("opens") { assessment.opens = opens }
      if record.has("closes") { assessment.closes = closes }
      try checkRuleSet(ruleSet, of: assessment, isNew: known == nil, record)
      if let opens = assessment.opens, let closes = assessment.closes, opens > closes {
        record.refuse("bad-period", "closes", Bilingual("截止日期早于开始日期", en: "closes before it opens"))
      }
      assessment.rules = roster.ruleSets[ruleSet] ?? nil
      roster.assessments[code] = assessment
      guard record.isValid else { return }
      let isChanged = try upsert(
        "assessment", key: ["code"], record, ["code": code, "title": title, "rule_set": ruleSet],
        optional: ["opens": opens, "closes": closes, "pools": pools == "yes" || pools == "是"])
      if isChanged { touched.insert(code) }
      if known != nil {
        try checkPeriod(assessment, record)
      } else if enrol != "no", enrol != "否" {
        enrolAll.append(assessment)
      }
    }
    newAssessments = enrolAll
  }

  private func checkRuleSet(_ ruleSet: String, of assessment: Roster.Assessment, isNew: Bool, _ record: CSVRecord)
    throws
  {
    if ruleSet.isEmpty { return }
    if roster.ruleSets[ruleSet] == nil, !hasUnreadableRules { record.refuseUnknown("rule_set", ruleSet, .ruleSet) }
    guard !isNew, ruleSet != assessment.ruleSet else { return }
    let hasRecords = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM visit WHERE assessment = ?1)
          OR EXISTS (SELECT 1 FROM adjustment WHERE assessment = ?1)
        """,
      arguments: [assessment.code])
    if hasRecords == true {
      record.refuse(
        "rule-set-in-use", "rule_set",
        Bilingual(
          "已有督查或加减分按 \(assessment.ruleSet) 记录，不能换成 \(ruleSet)",
          en: "visits or adjustments were recorded by \(assessment.ruleSet); it can't be replaced by \(ruleSet)"))
      return
    }
    assessment.ruleSet = ruleSet
  }

  /// The visits that are known must lie in the period as it is now.
  private func checkPeriod(_ assessment: Roster.Assessment, _ record: CSVRecord) throws {
    let outside = try String.fetchAll(
      database,
      sql: """
        SELECT code FROM visit
        WHERE assessment = ? AND (date < coalesce(?, date) OR date > coalesce(?, date)) ORDER BY code LIMIT 4
        """,
      arguments: [assessment.code, assessment.opens, assessment.closes])
    guard !outside.isEmpty else { return }
    let list = outside.prefix(3).joined(separator: ", ") + (outside.count > 3 ? " …" : "")
    record.refuse(
      "visits-outside", "opens",
      Bilingual("已有督查在此期间之外：\(list)", en: "visits lie outside this period: \(list)"))
  }

  /// Without rows for a new assessment, every district that is known takes part.
  func importParticipants() throws {
    var withRows: Set<String> = []
    try each(.participants) { record in
      let code = record.required("assessment")
      let district = district(record)
      let status = record.choice("status", ["enrolled", "withdrawn"])
      let assessment = roster.assessments[code]
      if !code.isEmpty, assessment == nil { record.refuseUnknown("assessment", code, .assessment) }
      withRows.insert(code)
      let known = assessment?.known[district]
      let category = record.text("category") ?? known?.category ?? roster.districts[district] ?? ""
      let isEnrolled = record.has("status") ? status != "withdrawn" : known?.isEnrolled ?? true
      assessment?.categories[district] = isEnrolled ? category : nil
      // A district without a category was refused.
      guard record.isValid, !category.isEmpty else { return }
      let isChanged = try writer.upsert(
        "participant", key: ["assessment", "district"],
        [
          "assessment": code, "district": district, "category": category,
          "status": isEnrolled ? "enrolled" : "withdrawn",
        ])
      if isChanged { touched.insert(code) }
    }
    for assessment in newAssessments where !withRows.contains(assessment.code) {
      for (district, category) in roster.districts.sorted(by: { $0.key < $1.key }) where !category.isEmpty {
        assessment.categories[district] = category
        try writer.upsert(
          "participant", key: ["assessment", "district"],
          ["assessment": assessment.code, "district": district, "category": category])
      }
    }
  }
}
