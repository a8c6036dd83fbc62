import KaoheScoring

extension RuleReader {
  /// `bonus` or `penalty`.
  func adjustmentRules(_ field: Field) throws(Reported) -> AdjustmentRules {
    let fields = try Fields(
      field, Bilingual("`\(field.key)` ", en: "`\(field.key)`"), keys: ["cap", "per_event", "groups"])
    let cap = fields.optionalNumber("cap", .notNegative)
    let perEvent = fields.word("per_event", default: AdjustmentRules.PerEvent.all)
    let groups = fields.list("groups", group)
    return AdjustmentRules(cap: try cap.get(), perEvent: try perEvent.get(), groups: try groups.get())
  }

  private func group(_ field: Field) throws(Reported) -> AdjustmentGroup {
    let fields = try Fields(
      field, Bilingual("加减分组", en: "a group"), keys: ["code", "title", "cap", "evidence", "levels"])
    let code = codes.enter(fields, .group)
    let title = fields.text("title")
    let cap = fields.optionalNumber("cap", .notNegative)
    let evidence = fields.word("evidence", default: EvidenceRule.optional)
    var listed = ListedCodes()
    let levels = fields.list("levels") { field throws(Reported) in
      let fields = try Fields(field, Bilingual("档次", en: "a level"), keys: ["code", "points"])
      let code = fields.listedCode(in: &listed)
      let points = fields.number("points", .notNegative)
      return AdjustmentGroup.Level(code: try code.get(), points: try points.get())
    }
    return AdjustmentGroup(
      code: try code.get(), title: try title.get(), cap: try cap.get(),
      evidenceRequired: try evidence.get() == .required, levels: try levels.get())
  }
}

/// Whether evidence must be named.
enum EvidenceRule: String, CaseIterable {
  case required
  case optional
}

extension Fields {
  /// The code of an element of a list, unique in that list.
  func listedCode(in listed: inout ListedCodes) -> Reading<String> {
    reading { () throws(Reported) in
      let field = try required("code")
      let code = try field.code()
      try listed.enter(code, at: field.place, log: log)
      return code
    }
  }
}
