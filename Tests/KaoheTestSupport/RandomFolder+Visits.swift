import KaoheScoring

extension RandomFolder {
  /// Visits to a district and its sites, with what was found there.
  ///
  /// - Parameter category: which leaves apply to the district.
  /// - Returns: those that count.
  mutating func makeVisits(
    _ year: Int, _ rules: RuleSet, _ district: District, _ category: String
  ) throws(ObservationProblem) -> [VisitRecord] {
    var counting: [VisitRecord] = []
    var habits = RecordingHabits()
    for subject in subjects(of: district.code).compactMap({ Subject($0) }) {
      for _ in 0..<random.integer(subject.scope == .district ? 1...2 : 0...2) {
        visitCount += 1
        let code = random.code("V", visitCount)
        let status = random.pick(["confirmed", "confirmed", "submitted", "submitted", "draft", "cancelled"])
        let date = random.date(year)
        add(
          "visits.csv",
          [
            "visit": code, "assessment": "\(year)", "group": random.pick(groups), "subject": subject.description,
            "date": date, "methods": random.pick(["", "听汇报;查台账", "看现场；访谈"]), "status": status,
          ])
        var visit = VisitRecord(code: code, date: date, subject: subject, leaves: [])
        let counts = status == "confirmed" || status == "submitted"
        for (position, leaf) in rules.leaves.enumerated()
        where leaf.scope == subject.scope && leaf.applies(to: category) && !random.oneIn(12) {
          let rows = makeRows(of: leaf, visit, district, isComplete: counts, &habits)
          guard counts, !rows.isEmpty else { continue }
          var observations: [Observation] = []
          for row in rows { observations.append(try row.observation(of: leaf)) }
          visit.leaves.append(VisitRecord.LeafRows(leaf: position, rows: observations))
        }
        if counts { counting.append(visit) }
        if random.oneIn(3) { makeFinding(year, code, rules) }
      }
    }
    return counting
  }

  private mutating func makeFinding(_ year: Int, _ visit: String, _ rules: RuleSet) {
    findingCount += 1
    let status = random.pick(["open", "rectified", "verified"])
    add(
      "findings.csv",
      [
        "code": random.code("W", findingCount), "visit": visit,
        "indicator": random.pick(["", random.pick(rules.leaves).code, random.pick(rules.sections).code]),
        "kind": random.pick(["problem", "problem", "highlight", "innovation"]), "text": random.text(),
        "requirement": random.textOrNothing(), "due": random.oneIn(2) ? random.date(year) : "", "status": status,
        "closed": status == "verified" ? random.date(year + 1) : "", "evidence": random.list(evidence, upTo: 2),
        "responsible": random.textOrNothing(),
      ])
  }

  /// The register: documents, photographs, questionnaires.
  mutating func makeEvidence() {
    for number in 1...random.integer(2...8) {
      let code = random.code("Z", number)
      evidence.append(code)
      add(
        "evidence.csv",
        [
          "code": code, "subject": subject(), "title": random.text(),
          "kind": random.pick(["文件", "台账", "照片", "问卷", "系统数据", "作品", "活动"]), "number": random.textOrNothing(),
          "date": random.date(2022),
          "sha256": random.oneIn(3) ? String(repeating: random.pick(["0a", "9F"]), count: 32) : "",
          "source": random.textOrNothing(),
        ])
    }
  }
}
