import KaoheScoring

/// Reads one rule file's tree. What each construct looks like stands in an extension of its own.
final class RuleReader {
  let log: ProblemLog
  var codes = CodeRegistry()
  /// Every leaf that could be read, in the file's order.
  var leaves: [Leaf] = []
  /// The rule set's own policy, for leaves that have none.
  var notApplicable = NotApplicablePolicy.rescaleSection

  init(log: ProblemLog) {
    self.log = log
  }
}

extension RuleReader {
  private static let keys = [
    "rule_set", "title", "year", "points", "rounding", "ranking", "not_applicable", "total_cap", "quota_ties",
    "documents", "phases", "sections", "bonus", "penalty", "vetoes", "grades", "ties",
  ]

  func ruleSet(_ root: Field) throws(Reported) -> RuleSet {
    if root.value.isEmpty { throw log.report(.emptyFile, at: nil, "文件是空的", en: "the file is empty") }
    let fields = try Fields(root, Bilingual("规则文件", en: "a rule file"), keys: Self.keys)
    let code = reading { () throws(Reported) in try fields.required("rule_set").ruleSetCode() }
    let title = fields.text("title")
    let year = fields.whole("year", 1900...2999)
    let points = fields.number("points", .positive)
    let rounding = reading { () throws(Reported) in try self.rounding(fields.required("rounding")) }
    let ranking = fields.word("ranking", default: RankingBasis.published)
    let notApplicable = fields.word("not_applicable", default: NotApplicablePolicy.rescaleSection)
    self.notApplicable = notApplicable.known ?? .rescaleSection
    let totalCap = fields.optionalNumber("total_cap", .positive)
    let quotaTies = fields.word("quota_ties", default: QuotaTies.none)
    let documents = fields.optionalList("documents", document)
    // Codes are entered on the way; whatever refers to one comes after.
    let phases = reading { () throws(Reported) in try self.phases(fields, points: points) }
    let bonus = fields.optional("bonus", adjustmentRules)
    let penalty = fields.optional("penalty", adjustmentRules)
    let grades = reading { () throws(Reported) in try self.grades(fields) }
    let vetoes = fields.optionalList("vetoes") { field throws(Reported) in try self.veto(field, grades: grades) }
    let ties = fields.optionalList("ties", tieBreak)
    return RuleSet(
      code: try code.get(), title: try title.get(), year: try year.get(), points: try points.get(),
      rounding: try rounding.get(), ranking: try ranking.get(), totalCap: try totalCap.get(),
      quotaTies: try quotaTies.get(), documents: try documents.get(), phases: try phases.get(), leaves: leaves,
      bonus: try bonus.get(), penalty: try penalty.get(), vetoes: try vetoes.get(), grades: try grades.get(),
      ties: try ties.get())
  }

  private func rounding(_ field: Field) throws(Reported) -> Rounding {
    let fields = try Fields(
      field, Bilingual("`rounding` ", en: "`rounding`"), keys: ["mode", "total_decimals", "leaf_decimals"])
    let mode: Reading<RoundingMode> = fields.word("mode")
    let totalDecimals = fields.whole("total_decimals", 0...6)
    let leafDecimals = fields.optional("leaf_decimals") { field throws(Reported) -> Int? in
      try field.text() == "none" ? nil : field.whole(0...6)
    }.map { $0 ?? nil }
    return Rounding(
      mode: try mode.get(), totalDecimals: try totalDecimals.get(), leafDecimals: try leafDecimals.get())
  }

  private func document(_ field: Field) throws(Reported) -> Document {
    let fields = try Fields(field, Bilingual("文件依据", en: "a document"), keys: ["title", "number", "issued"])
    let title = fields.text("title")
    let number = fields.optionalText("number")
    let issued = fields.optional("issued") { field throws(Reported) in try field.date() }
    return Document(title: try title.get(), number: try number.get(), issued: try issued.get())
  }
}

extension Field {
  fileprivate func ruleSetCode() throws(Reported) -> String {
    let code = try text()
    let isAllowed = code.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
      default: false
      }
    }
    guard isAllowed else {
      throw report(
        .badCode, "`\(key)` 只能用小写字母、数字和连字符，不能是 \(quoted(code))",
        en: "`\(key)` takes lower-case letters, digits and hyphens only, and is \(quoted(code))")
    }
    return code
  }
}
