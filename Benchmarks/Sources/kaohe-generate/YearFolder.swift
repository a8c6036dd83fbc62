import KaoheScoring

/// Writes FOLDER/YEAR, the visits of one year with what was recorded there, and FOLDER/YEAR-corrections, by which visits
/// that were left open are mended and handed in.
///
/// Visits stand in the order of their codes: by district, the district's own first, then its sites'.
final class YearFolder {
  private let year: Int
  private let size: Size
  private let rules: NationRules
  private let visits, scores, evidence, adjustments, correctedVisits, correctedScores: CSVFile
  /// Score rows that may still be written.
  private var room: Int
  private(set) var rowCount = 0
  private(set) var visitCount = 0
  private var entryCount = 0

  init(_ year: Int, _ size: Size, _ rules: NationRules) throws {
    (self.year, self.size, self.rules) = (year, size, rules)
    room = size.rows ?? .max
    let (folder, corrections) = ("\(size.folder)/\(year)", "\(size.folder)/\(year)-corrections")
    try makeFolder(folder)
    try makeFolder(corrections)
    let visitColumns = "visit,assessment,group,subject,date,methods,status"
    let scoreColumns = "visit,indicator,item,value,scorer,reason,evidence"
    visits = try CSVFile(folder + "/visits.csv", header: visitColumns)
    scores = try CSVFile(folder + "/scores.csv", header: scoreColumns)
    evidence = try CSVFile(folder + "/evidence.csv", header: "code,subject,title,kind,date")
    adjustments = try CSVFile(
      folder + "/adjustments.csv", header: "entry,assessment,district,code,level,event,count,date,reason,evidence")
    correctedVisits = try CSVFile(corrections + "/visits.csv", header: visitColumns)
    correctedScores = try CSVFile(corrections + "/scores.csv", header: scoreColumns)
  }

  func write() throws {
    for number in 0..<size.districts where room > 0 {
      let district = District(number, size)
      var draw = Draw(seed: size.seed, year, number)
      let quality = draw.integer(550...950)
      try writeVisits(district, quality, &draw)
      try writeAdjustments(district, &draw)
    }
    for file in [visits, scores, evidence, adjustments, correctedVisits, correctedScores] { try file.flush() }
  }

  private func writeVisits(_ district: District, _ quality: Int, _ draw: inout Draw) throws {
    let subjects =
      [Subject(scope: .district, code: district.code)]
      + district.enterprises.map { Subject(scope: .enterprise, code: $0) }
      + district.parks.map { Subject(scope: .park, code: $0) }
    var number = 0
    for subject in subjects {
      // One site in forty is visited twice.
      let times = subject.scope != .district && draw.oneIn(40) ? 2 : 1
      for _ in 0..<times where room > 0 {
        try writeVisit(number, subject, district, min(1000, max(0, quality + draw.integer(-100...100))), &draw)
        number += 1
      }
    }
  }

  private func writeVisit(
    _ number: Int, _ subject: Subject, _ district: District, _ quality: Int, _ draw: inout Draw
  ) throws {
    let code = "V\(year % 100)-\(district.code)-\(padded(number, 3))"
    let document = "TZ\(year % 100)-\(district.code)-\(padded(number, 3))"
    let date = draw.date(in: year)
    let inspectors = District.inspectors(of: district.group)
    var needsDocument = subject.scope == .district
    var corrected: (leaf: Leaf, form: LeafForm, row: ScoreRow)?
    for (leaf, form) in zip(rules.leaves, rules.forms) where leaf.scope == subject.scope {
      // Not observed there; a district that lacks a leaf of its own is incomplete, which is rarer.
      if draw.oneIn(subject.scope == .district ? 200 : 20) { continue }
      let rows = draw.rows(of: leaf, form, quality: quality, scorers: Array(inspectors.prefix(3)))
      try RowCheck.check(rows, of: leaf)
      for row in rows where room > 0 {
        try add(row, of: leaf, at: code, document, to: scores)
        needsDocument = needsDocument || row.hasEvidence
        room -= 1
        rowCount += 1
      }
      if corrected == nil, rows.count == 1, case .measure = rows[0].value { corrected = (leaf, form, rows[0]) }
    }
    if needsDocument { try evidence.add(document, subject.description, "督查台账", "台账", date) }
    visitCount += 1
    let status = year < Size.lastYear || !draw.oneIn(7) ? "confirmed" : "submitted"
    let isCorrected = corrected != nil && draw.oneIn(50)
    let cells = ["\(year)", district.group, subject.description, date, "查台账;看现场;访谈"]
    try add(visit: code, cells, status: isCorrected || room == 0 ? "draft" : status, to: visits)
    guard isCorrected, room > 0, let (leaf, form, first) = corrected else { return }
    // Found while it was still open: another value supersedes the first.
    var again = first
    while again.value == first.value || again.value == .notApplicable {
      again = draw.rows(of: leaf, form, quality: draw.integer(500...900), scorers: [])[0]
    }
    again.reason = "核对台账后更正"
    try add(again, of: leaf, at: code, document, to: correctedScores)
    try add(visit: code, cells, status: "submitted", to: correctedVisits)
  }

  private func add(visit code: String, _ cells: [String], status: String, to file: CSVFile) throws {
    try file.add(code, cells[0], cells[1], cells[2], cells[3], cells[4], status)
  }

  private func add(_ row: ScoreRow, of leaf: Leaf, at visit: String, _ document: String, to file: CSVFile) throws {
    try file.add(
      visit, leaf.code, row.item(of: leaf), row.text(of: leaf), row.scorer, row.reason, row.hasEvidence ? document : "")
  }

  private func writeAdjustments(_ district: District, _ draw: inout Draw) throws {
    let document = "TZ\(year % 100)-\(district.code)-000"
    for group in ["J1", "J2"] where draw.oneIn(2) {
      try addEntry(district, group, draw.pick(["省级", "市级"]), "经验\(draw.integer(1...3))", document, &draw)
    }
    if draw.oneIn(10) { try addEntry(district, "K2", "每日", "", "", &draw) }
    if draw.oneIn(200) { try addEntry(district, "V1", "", "", "", &draw) }
  }

  private func addEntry(
    _ district: District, _ code: String, _ level: String, _ event: String, _ document: String, _ draw: inout Draw
  ) throws {
    entryCount += 1
    try adjustments.add(
      "T\(year % 100)-\(padded(entryCount, 6))", "\(year)", district.code, code, level, event, "1", draw.date(in: year),
      "\(district.name)上报，已核", document)
  }
}

extension Draw {
  /// A day on which people inspect.
  mutating func date(in year: Int) -> String { "\(year)-\(padded(integer(3...12), 2))-\(padded(integer(1...28), 2))" }
}
