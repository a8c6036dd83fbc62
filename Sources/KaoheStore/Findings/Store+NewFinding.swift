import GRDB
import KaoheScoring

extension Store {
  /// Records what a visit found. A visit that was handed in takes findings, too: they are no scores.
  ///
  /// - Returns: its code.
  /// - Throws: `ChangeRefused` with every reason.
  public func add(_ finding: NewFinding, session: Session) throws -> String {
    let finding = finding.composed
    return try write(session) { database in
      let sheet = try ScoringSheetReader(database).read(finding.visit)
      let problems = try Self.problems(of: finding, at: sheet, database)
      if let refused = ChangeRefused(problems) { throw refused }
      let code = try finding.code ?? database.newCode("\(finding.visit)-W", in: "finding")
      let isProblem = finding.kind == .problem
      try database.execute(
        sql: """
          INSERT INTO finding (code, visit, indicator, kind, text, requirement, due, status, closed, responsible)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          code, finding.visit, finding.indicator, finding.kind.rawValue, finding.text, finding.requirement,
          finding.due, isProblem ? "open" : "verified", isProblem ? nil : sheet.head.date, finding.responsible,
        ])
      for evidence in finding.evidence {
        try database.execute(
          sql: "INSERT INTO finding_evidence (finding, evidence) VALUES (?, ?)", arguments: [code, evidence])
      }
      return code
    }
  }

  private static func problems(
    of finding: NewFinding, at sheet: ScoringSheet, _ database: Database
  ) throws -> [StoreError] {
    let head = sheet.head
    var problems: [StoreError] = []
    if head.status == .cancelled {
      problems.append(
        StoreError(
          "closed-visit",
          Bilingual("督查 \(head.visit) 已取消，不能再记问题", en: "the visit \(head.visit) is cancelled; nothing is added to it")))
    }
    if finding.text.isBlank {
      problems.append(StoreError("empty-text", Bilingual("要写明发现了什么（--text）", en: "say what was found (--text)")))
    }
    if let indicator = finding.indicator {
      let index = RuleIndex(sheet.rules)
      if index.leafOfCode[indicator] == nil, !index.sections.contains(indicator) {
        problems.append(
          StoreError(
            "unknown-code",
            Bilingual(
              "细则 \(sheet.rules.code) 没有代码为“\(indicator.excerpt)”的指标",
              en: "there is no indicator “\(indicator.excerpt)” in the rule set \(sheet.rules.code)"),
            hint: Bilingual(
              "用 `kaohe rules show \(sheet.rules.code)` 查看", en: "see `kaohe rules show \(sheet.rules.code)`")))
      }
    }
    if finding.kind != .problem, finding.requirement != nil || finding.due != nil || finding.responsible != nil {
      problems.append(
        StoreError(
          "not-a-problem",
          Bilingual(
            "\(finding.kind.label.chinese)不需整改，不写整改要求、期限和责任单位",
            en: "a \(finding.kind.rawValue) has nothing to put right: no requirement, due date or responsible")))
    }
    if let due = finding.due {
      if !CalendarDay.isDay(due) {
        problems.append(.badDate(due))
      } else if due < head.date {
        problems.append(
          StoreError(
            "early-date",
            Bilingual("整改期限 \(due) 早于督查日期 \(head.date)", en: "due on \(due), before the visit on \(head.date)")))
      }
    }
    if let code = finding.code { problems += try database.checked(newCode: code, in: "finding") }
    return problems + (try database.unknownEvidence(finding.evidence))
  }
}

extension StoreError {
  static func badDate(_ text: String) -> StoreError {
    StoreError(
      "bad-date",
      Bilingual("“\(text.excerpt)”不是日期：应为 2022-09-01 的形式", en: "“\(text.excerpt)” is no date: write it as 2022-09-01"))
  }
}

extension Database {
  /// Why codes can't be given as evidence: they are not registered.
  func unknownEvidence(_ codes: [String]) throws -> [StoreError] {
    try codes.filter { code in
      try Bool.fetchOne(cachedStatement(sql: "SELECT 1 FROM evidence WHERE code = ?"), arguments: [code]) == nil
    }.map { code in
      StoreError(
        "unknown-code", Bilingual("没有编号为“\(code.excerpt)”的台账", en: "there is no evidence “\(code.excerpt)”"),
        hint: Bilingual("先登记：kaohe evidence add", en: "register it first: kaohe evidence add"))
    }
  }

  /// The day here and now, YYYY-MM-DD.
  func today() throws -> String { try String.fetchOne(self, sql: "SELECT date('now', 'localtime')") ?? "" }
}
