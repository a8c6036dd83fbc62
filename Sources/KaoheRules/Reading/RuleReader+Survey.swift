import KaoheScoring

extension RuleReader {
  /// - Parameter items: codes of the leaf's items, which stand in the same column as the answers.
  func survey(_ field: Field, items: Set<String>) throws(Reported) -> Survey {
    let fields = try Fields(field, Bilingual("`survey` ", en: "`survey`"), keys: ["weights", "excluded"])
    var listed = ListedCodes()
    let weighted = reading { () throws(Reported) in
      let weights = try fields.required("weights")
      return try all(entries(of: weights)) { entry throws(Reported) in
        let code = reading { () throws(Reported) in try answer(entry.answer, items, &listed) }
        let weight = reading { () throws(Reported) in try entry.value.number(.notNegative) }
        return Survey.Answer(code: try code.get(), weight: try weight.get())
      }
    }
    let excluded = fields.optionalList("excluded") { field throws(Reported) in
      Survey.Answer(code: try answer(field, items, &listed), weight: nil)
    }
    return Survey(answers: try weighted.get() + excluded.get())
  }

  private struct Weight {
    let answer: Field
    let value: Field
  }

  private func entries(of weights: Field) throws(Reported) -> [Weight] {
    switch weights.value.content {
    case .mapping(let entries) where !entries.isEmpty:
      return entries.map { entry in
        let key = YAMLNode(content: .scalar(entry.key, plain: false), place: entry.place)
        return Weight(
          answer: Field(key: weights.key, value: key, log: log),
          value: Field(key: entry.key, value: entry.value, log: log))
      }
    case .refused: throw Reported()
    case .mapping, .scalar, .list:
      throw weights.report(
        .notAMapping, "`weights` 应写成一组“答案: 权重”", en: "`weights` must be written as `answer: weight` pairs",
        hint: Bilingual("例如 {满意: 1, 不满意: 0.55}", en: "for instance {满意: 1, 不满意: 0.55}"))
    }
  }

  private func answer(_ field: Field, _ items: Set<String>, _ listed: inout ListedCodes) throws(Reported) -> String {
    if field.isBlank { throw field.report(.emptyValue, "答案不能是空的", en: "an answer must not be empty") }
    let code = try field.code()
    try listed.enter(code, at: field.place, log: log)
    if items.contains(code) {
      throw field.report(
        .duplicateCode, "答案 \(quoted(code)) 与本指标的细项编码相同，无法区分",
        en: "the answer \(quoted(code)) can't be told from the leaf's item of that code")
    }
    return code
  }

  private func all(
    _ weights: [Weight], _ read: (Weight) throws(Reported) -> Survey.Answer
  ) throws(Reported) -> [Survey.Answer] {
    var answers: [Survey.Answer] = []
    for weight in weights {
      if case .success(let answer) = reading({ () throws(Reported) in try read(weight) }) { answers.append(answer) }
    }
    guard answers.count == weights.count else { throw Reported() }
    return answers
  }
}
