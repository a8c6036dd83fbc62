import KaoheScoring

extension RecordImport {
  /// Figures that are shown beside the scores and do not enter them.
  func importMonitoring() throws {
    try importMetrics()
    try importCoverage()
    try importTasks()
    try importSurveys()
    try importPublicity()
  }

  private func importMetrics() throws {
    try each(.metrics) { record in
      let (metric, value) = (record.required("metric"), record.required("value"))
      let subject = subject(record)
      let year = record.year("year")
      if !value.isEmpty {
        do throws(NumberText.Problem) {
          _ = try NumberText.parse(value)
        } catch {
          record.refuse(
            "wrong-form", "value",
            Bilingual("“\(value.excerpt)”：\(error.text.chinese)", en: "“\(value.excerpt)”: \(error.text.english)"))
        }
      }
      guard record.isValid, let subject else { return }
      try writer.upsert(
        "metric", key: ["subject", "year", "metric"],
        subject: subject,
        [("year", year), ("metric", metric), ("value", value)] + stated(record, [("unit", record.text("unit"))]))
    }
  }

  private func importCoverage() throws {
    let pairs = [
      ("parties", "parties_coordinating"), ("enterprises", "enterprises_participating"),
      ("employees", "employees_benefiting"),
    ]
    try each(.coverage) { record in
      let park = record.required("park")
      if !park.isEmpty, roster.parks[park] == nil { record.refuseUnknown("park", park, .park) }
      var values: [(key: String, value: RecordWriter.Value)] = [("park", park), ("year", record.year("year"))]
      for (all, part) in pairs {
        let (whole, share) = (record.requiredWhole(all), record.requiredWhole(part))
        if record.isValid, share > whole {
          record.refuse(
            "part-above-whole", part,
            Bilingual("\(share) 大于 \(all) 的 \(whole)", en: "\(share) is more than \(all), \(whole)"))
        }
        values += [(all, whole), (part, share)]
      }
      guard record.isValid else { return }
      try writer.upsert("coverage", key: ["park", "year"], values)
    }
  }

  private func importTasks() throws {
    try each(.tasks) { record in
      let (code, assessment) = (record.newCode("code"), record.required("assessment"))
      let (title, department) = (record.required("title"), record.required("department"))
      let status = record.requiredChoice("status", ["planned", "doing", "done", "late"])
      let due = record.date("due")
      if !assessment.isEmpty, roster.assessments[assessment] == nil {
        record.refuseUnknown("assessment", assessment, .assessment)
      }
      if let district = record.text("district"), roster.districts[district] == nil {
        record.refuseUnknown("district", district, .district)
      }
      let progress = progress(record)
      guard record.isValid else { return }
      try writer.upsert(
        "task", key: ["code"],
        [
          ("code", code), ("assessment", assessment), ("title", title), ("department", department),
          ("progress_micro", progress), ("status", status),
        ] + stated(record, [("district", record.text("district")), ("due", due)]))
    }
  }

  /// A share from 0% to 100%, in millionths.
  private func progress(_ record: CSVRecord) -> Int64 {
    let text = record.required("progress")
    if text.isEmpty { return 0 }
    if let share = (try? NumberText.parse(text))?.value, share >= .zero, share <= .one { return share.micro }
    record.refuse(
      "bad-progress", "progress",
      Bilingual("“\(text.excerpt)”应在 0% 到 100% 之间", en: "“\(text.excerpt)”: write 0% to 100%"))
    return 0
  }

  private func importSurveys() throws {
    try each(.surveys) { record in
      let code = record.newCode("code")
      let subject = subject(record)
      let date = record.requiredDate("date")
      let (question, answer) = (record.required("question"), record.required("answer"))
      let count = record.requiredWhole("count")
      guard record.isValid, let subject else { return }
      try writer.upsert(
        "survey_answer", key: ["code", "question", "answer"],
        [("code", code), ("date", date), ("question", question), ("answer", answer), ("count", count)] + subject.columns
      )
    }
  }

  private func importPublicity() throws {
    try each(.publicity) { record in
      let (code, title, form) = (record.newCode("code"), record.required("title"), record.required("form"))
      let subject = subject(record)
      let date = record.requiredDate("date")
      guard record.isValid, let subject else { return }
      try writer.upsert(
        "publicity", key: ["code"],
        [("code", code), ("title", title), ("form", form), ("date", date)] + subject.columns
          + stated(record, [("outlet", record.text("outlet"))]))
      if record.has("reposted_by") {
        try writer.link("publicity_repost", ("publicity", code), "outlet", record.list("reposted_by"))
      }
    }
  }
}
