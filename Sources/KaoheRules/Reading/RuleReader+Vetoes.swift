import KaoheScoring

extension RuleReader {
  private enum Effect: String, CaseIterable {
    case fail
    case capGrade = "cap_grade"
    case lowerGrade = "lower_grade"
    case unranked
    case zero
  }

  /// - Parameter grades: the rule set's grades; where they could not be read, a grade's name is not checked.
  func veto(_ field: Field, grades: Reading<[Grade]>) throws(Reported) -> Veto {
    let fields = try Fields(
      field, Bilingual("一票否决项", en: "a veto"), keys: ["code", "title", "effect", "grade", "of"])
    let code = codes.enter(fields, .veto)
    let title = fields.text("title")
    let word: Reading<Effect> = fields.word("effect")
    if let effect = word.known {
      checkKey("grade", of: .capGrade, effect, fields)
      checkKey("of", of: .zero, effect, fields)
    }
    let effect = reading { () throws(Reported) -> Veto.Effect in
      switch try word.get() {
      case .fail: .fail
      case .lowerGrade: .lowerGrade
      case .unranked: .unranked
      case .capGrade: .capGrade(try position(fields.required("grade"), in: grades))
      case .zero: .zero(of: try zeroedCode(fields.required("of")))
      }
    }
    return Veto(code: try code.get(), title: try title.get(), effect: try effect.get())
  }

  private func checkKey(_ key: String, of owner: Effect, _ effect: Effect, _ fields: Fields) {
    guard effect != owner, let place = fields.placeOfKey(key) else { return }
    log.report(
      .keyWithoutEffect, at: place, "`\(key)` 只用于 `effect: \(owner.rawValue)`",
      en: "`\(key)` belongs to `effect: \(owner.rawValue)` only")
  }

  private func position(_ field: Field, in grades: Reading<[Grade]>) throws(Reported) -> Int {
    let code = try field.text()
    let known = try grades.get().map(\.code)
    if let position = known.firstIndex(of: code) { return position }
    if known.isEmpty {
      throw field.report(
        .unknownCode, "没有等次 \(quoted(code))：规则里没有 `grades`",
        en: "there is no grade \(quoted(code)): the rules have no `grades`")
    }
    let expected = known.alternatives
    throw field.report(
      .unknownCode, "没有等次 \(quoted(code))，应为 \(expected.chinese)",
      en: "there is no grade \(quoted(code)); expected \(expected.english)")
  }
}
