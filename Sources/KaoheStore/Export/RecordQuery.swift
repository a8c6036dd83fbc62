/// How the rows of one file of docs/records.md are found in the database: the way back of an import.
///
/// The columns are the file's own, so that one that is added there is exported, too.
struct RecordQuery {
  let table: CSVTable
  let sql: String
  /// The table of the database that has the records.
  let origin: String

  /// - Parameters:
  ///   - source: what follows FROM; the records' own table is called `r`.
  ///   - order: what tells the rows apart, so that the same records give the same file.
  ///   - expressions: by column, where the database has the value under another name or in another form.
  init(
    _ table: CSVTable, from source: String, order: String = "r.code",
    _ expressions: [String: String] = [:]
  ) {
    self.table = table
    let words = source.split { $0 == " " || $0 == "\n" }
    let from = source.hasPrefix("(") ? words.firstIndex(of: "FROM").map { $0 + 1 } ?? 0 : 0
    origin = String(words[from])
    let columns = table.columns.map { "\(expressions[$0.name] ?? "r.\($0.name)") AS \"\($0.name)\"" }
    sql = "SELECT \(columns.joined(separator: ",\n  "))\nFROM \(source)\nORDER BY \(order)"
  }
}

extension RecordQuery {
  /// One for each file, in the order of reading.
  static let all: [RecordQuery] = roster + assessments + visits + adjustments + findings + monitoring

  private static let roster = [
    RecordQuery(.districts, from: "district AS r"),
    RecordQuery(.groups, from: "inspection_group AS r", ["leader": leader]),
    RecordQuery(
      .parks, from: "industrial_park AS r", ["station": "(SELECT name FROM guidance_station WHERE park = r.code)"]),
    RecordQuery(.enterprises, from: "pilot_enterprise AS r"),
    RecordQuery(.inspectors, from: "inspector AS r", ["group": "r.inspection_group"]),
  ]

  /// As an import takes a name that only one inspector has.
  private static let leader = """
    iif(r.leader IN (SELECT code FROM inspector), r.leader,
      coalesce((SELECT max(code) FROM inspector WHERE name = r.leader HAVING count(*) = 1), r.leader))
    """

  private static let assessments = [
    RecordQuery(
      .assessments, from: "assessment AS r",
      // Those who take part are listed, also where nobody does.
      ["assessment": "r.code", "pools": "iif(r.pools, 'yes', 'no')", "enrol": "'no'"]),
    RecordQuery(.participants, from: "participant AS r", order: "r.assessment, r.district"),
  ]

  private static let visits = [
    RecordQuery(.visits, from: "visit AS r", ["visit": "r.code", "group": "r.inspection_group"]),
    // Copies that took the same steps over from a folder have each their own.
    RecordQuery(
      .visitSteps, from: "(SELECT *, min(id) AS first FROM visit_step GROUP BY \(steps("visit", "override"))) AS r",
      order: "r.visit, r.recorded_at, r.first"),
    RecordQuery(.evidence, from: "evidence AS r", ["file": "r.file_name", "size": "r.size_bytes"]),
    RecordQuery(.recusals, from: recusals, order: "r.visit, r.indicator, r.item, r.scorer, r.inspector"),
    RecordQuery(
      .scores, from: "observation AS r WHERE \(held("r"))", order: "r.visit, r.indicator, r.item, r.scorer",
      [
        "evidence": list(
          "evidence", in: "observation_evidence",
          of: "(visit, indicator, item, scorer, id) = (r.visit, r.indicator, r.item, r.scorer, r.id)")
      ]),
  ]

  private static let adjustments = [
    RecordQuery(
      .adjustments, from: "adjustment AS r", order: "r.entry",
      ["evidence": list("evidence", in: "adjustment_evidence", of: "entry = r.entry")])
  ]

  private static let findings = [
    RecordQuery(
      .findings, from: "finding AS r", ["evidence": list("evidence", in: "finding_evidence", of: "finding = r.code")]),
    RecordQuery(
      .findingSteps, from: "(SELECT *, min(id) AS first FROM finding_step GROUP BY \(steps("finding", "date"))) AS r",
      order: "r.finding, r.recorded_at, r.first"),
    RecordQuery(
      .objections, from: "objection AS r",
      ["evidence": list("evidence", in: "objection_evidence", of: "objection = r.code")]),
    RecordQuery(
      .corrections,
      from: """
        objection_correction AS r JOIN observation AS o USING (visit, indicator, item, scorer, id) WHERE \(held("o"))
        """,
      order: "r.objection, r.item, r.scorer"),
  ]

  private static let monitoring = [
    RecordQuery(.metrics, from: "metric AS r", order: "r.subject, r.year, r.metric"),
    RecordQuery(.coverage, from: "coverage AS r", order: "r.park, r.year"),
    RecordQuery(.tasks, from: "task AS r", ["progress": progress]),
    RecordQuery(.surveys, from: "survey_answer AS r", order: "r.code, r.question, r.answer"),
    RecordQuery(
      .publicity, from: "publicity AS r",
      ["reposted_by": list("outlet", in: "publicity_repost", of: "publicity = r.code")]),
  ]

  /// Millionths as a percentage, exactly: 333333 is 33.3333%.
  private static let progress = """
    rtrim(rtrim(printf('%d.%04d', r.progress_micro / 10000, r.progress_micro % 10000), '0'), '.') || '%'
    """

  /// The live observation of each key, unless it withdraws the key. Of several at a visit that counts nowhere, where nobody
  /// decides between them, the newest.
  static func held(_ row: String) -> String {
    """
    \(row).value <> '-' AND \(LiveObservation.condition(row)) AND NOT EXISTS (
      SELECT 1 FROM observation AS n
      WHERE n.visit = \(row).visit AND n.indicator = \(row).indicator AND n.item = \(row).item
        AND n.scorer = \(row).scorer AND n.id > \(row).id AND \(LiveObservation.condition("n")))
    """
  }

  /// Why scorers and recorders did not stand aside; also those of whom nobody had to say so, because they came to the
  /// district after they had scored.
  private static let recusals = """
    (SELECT x.visit, x.indicator, x.item, x.scorer, x.inspector, x.reason
    FROM recusal_override AS x JOIN observation AS o USING (visit, indicator, item, scorer, id)
    WHERE \(held("o"))
    UNION ALL
    SELECT o.visit, o.indicator, o.item, o.scorer, i.code, NULL
    FROM observation AS o JOIN inspector AS i ON i.code = o.scorer JOIN visit_district AS d ON d.visit = o.visit
    WHERE i.district = d.district AND \(held("o")) AND NOT EXISTS (
      SELECT 1 FROM recusal_override AS x
      WHERE (x.visit, x.indicator, x.item, x.scorer, x.id, x.inspector)
        = (o.visit, o.indicator, o.item, o.scorer, o.id, i.code))) AS r
    """

  /// What tells steps apart.
  private static func steps(_ owner: String, _ own: String) -> String {
    "\(owner), action, recorded_at, recorded_by, reason, \(own)"
  }

  /// Codes with `;` between, in their order.
  private static func list(_ column: String, in table: String, of condition: String) -> String {
    "(SELECT group_concat(x, ';') FROM (SELECT \(column) AS x FROM \(table) WHERE \(condition) ORDER BY \(column)))"
  }
}
