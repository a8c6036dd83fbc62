import KaoheScoring

extension RandomFolder {
  /// An assessment with who takes part in it, its visits, and its entries of bonus, penalty and veto.
  mutating func makeAssessment(_ year: Int, _ rules: RuleSet) throws(ObservationProblem) {
    let pools = random.pick(["", "yes", "no", "是", "否"])
    add(
      "assessments.csv",
      [
        "assessment": "\(year)", "title": "\(year) 年 \(random.text())", "rule_set": rules.code,
        "opens": random.oneIn(2) ? "\(year)-01-01" : "", "closes": random.oneIn(2) ? "\(year)-12-31" : "",
        "pools": pools,
      ])
    var assessment = Assessment(
      code: "\(year)", rules: rules, pools: ["yes", "是"].contains(pools), records: [])
    let isListed = random.oneIn(2)
    for district in districts {
      let participant = isListed ? enrol(district, in: assessment.code) : (district.category, true)
      // Those who are not enrolled, or withdrew, may have been visited all the same.
      let category = participant?.category ?? district.category
      let visits = try makeVisits(year, rules, district, category)
      let entries = makeEntries(year, rules, district)
      guard participant?.isEnrolled == true else { continue }
      assessment.records.append(
        DistrictRecords(
          participant: Participant(code: district.code, name: district.name, category: category),
          enterprises: enterprises.filter { $0.district == district.code }.map(\.code),
          parks: parks.filter { $0.district == district.code }.map(\.code), visits: visits, entries: entries))
    }
    assessments.append(assessment)
  }

  /// - Returns: nil where the district does not take part.
  private mutating func enrol(
    _ district: District, in assessment: String
  ) -> (category: String, isEnrolled: Bool)? {
    if district.code != districts[0].code, random.oneIn(6) { return nil }
    let status = district.code == districts[0].code ? "" : random.pick(["", "enrolled", "enrolled", "withdrawn"])
    let category = random.oneIn(4) ? random.pick(["区", "县级市", "开发区"]) : ""
    add(
      "participants.csv",
      ["assessment": assessment, "district": district.code, "category": category, "status": status])
    // Of one who withdrew, what counts is the category that the district has now.
    let isEnrolled = status != "withdrawn"
    return (category.isEmpty || !isEnrolled ? district.category : category, isEnrolled)
  }

  private mutating func makeEntries(_ year: Int, _ rules: RuleSet, _ district: District) -> [AdjustmentEntry] {
    var entries: [AdjustmentEntry] = []
    for group in (rules.bonus?.groups ?? []) + (rules.penalty?.groups ?? []) {
      for _ in 0..<random.integer(0...2) {
        let level = random.pick(group.levels).code
        entries.append(makeEntry(year, district, group.code, level, event: random.pick([nil, nil, "现场会", "x, y"])))
      }
    }
    for veto in rules.vetoes where random.oneIn(8) {
      entries.append(makeEntry(year, district, veto.code, nil, event: random.oneIn(3) ? "事故" : nil))
    }
    return entries.sorted { $0.entry.utf8.lexicographicallyPrecedes($1.entry.utf8) }
  }

  private mutating func makeEntry(
    _ year: Int, _ district: District, _ code: String, _ level: String?, event: String?
  ) -> AdjustmentEntry {
    entryCount += 1
    let entry = random.code("T", entryCount)
    let count = random.pick(["", "1", "1", "2", "0"])
    let evidence = random.list(self.evidence, upTo: 2)
    add(
      "adjustments.csv",
      [
        "entry": entry, "assessment": "\(year)", "district": district.code, "code": code, "level": level ?? "",
        "event": event ?? "", "count": count, "date": random.date(year), "reason": random.text(), "evidence": evidence,
      ])
    return AdjustmentEntry(
      entry: entry, code: code, level: level, event: event, count: Rational(Int(count) ?? 1),
      hasEvidence: !evidence.isEmpty)
  }
}
