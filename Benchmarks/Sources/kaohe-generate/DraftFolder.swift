import KaoheScoring

/// Writes FOLDER/drafts, visits to enterprises that are still open, and FOLDER/answers, what is to be recorded there: a
/// file of `kaohe record` for each, one observation a line.
struct DraftFolder {
  let size: Size
  let rules: NationRules

  func write() throws {
    let year = Size.lastYear
    try makeFolder(size.folder + "/drafts")
    try makeFolder(size.folder + "/answers")
    let visits = try CSVFile(
      size.folder + "/drafts/visits.csv", header: "visit,assessment,group,subject,date,methods,status")
    for number in 0..<size.drafts {
      let district = District(number % size.districts, size)
      let round = number / size.districts
      let code = "V\(year % 100)-\(district.code)-D\(padded(round + 1, 2))"
      var draw = Draw(seed: size.seed, -1, number)
      try visits.add(
        code, "\(year)", district.group, "enterprise:\(district.enterprises[round % district.enterprises.count])",
        draw.date(in: year), "查台账;看现场", "draft")
      try TextFile("\(size.folder)/answers/\(code).txt").write(Array(answers(district, &draw).utf8))
    }
    try visits.flush()
  }

  private func answers(_ district: District, _ draw: inout Draw) throws -> String {
    var text = ""
    let scorers = Array(District.inspectors(of: district.group).prefix(3))
    for (leaf, form) in zip(rules.leaves, rules.forms) where leaf.scope == .enterprise {
      let rows = draw.rows(of: leaf, form, quality: draw.integer(500...1000), scorers: scorers)
      try RowCheck.check(rows, of: leaf)
      for row in rows {
        let key = row.item(of: leaf) + row.scorer
        text += ":\(leaf.code) " + (key.isEmpty ? "" : "\(key)=") + row.text(of: leaf)
        text += row.reason.isEmpty ? "\n" : "；\(row.reason)\n"
      }
    }
    return text
  }
}
