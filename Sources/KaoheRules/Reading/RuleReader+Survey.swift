import KaoheScoring

extension RuleReader {
  /// - Parameter items: codes of the leaf's items, which stand in the same column as the answers.
  func survey(_ field: Field, items: Set<String>) throws(Reported) -> Survey {
    let fields = try Fields(field, Bilingual("`survey` ", en: "`survey`"), keys: ["weights", "excluded"])
    var listed = ListedCodes()
    let weighted = reading { () throws(Reported) in
      let weights = try fields.required("weights")
      return try all(entries(of: weights)) { entry throws(Reported) in
        let code = reading { () throws(Reported) in try answer(entry.key, at: entry.keyPlace, items, &listed) }
        let weight = reading { () throws(Reported) in try entry.value.number(.notNegative) }
        return Survey.Answer(code: try code.get(), weight: try weight.get())
      }
    }
    let excluded = fields.optionalList("excluded") { field throws(Reported) in
      Survey.Answer(code: try answer(field.code(), at: field.place, items, &listed), weight: nil)
    }
    return Survey(answers: try weighted.get() + excluded.get())
  }

  private struct Weight {
    let key: String
    let keyPlace: Place
    let value: Field
  }

  private func entries(of weights: Field) throws(Reported) -> [Weight] {
    switch weights.value.content {
    case .mapping(let entries) where !entries.isEmpty:
      return entries.map {
        Weight(key: $0.key, keyPlace: $0.place, value: Field(key: $0.key, value: $0.value, log: log))
      }
    case .refused: throw Reported()
    case .mapping, .scalar, .list:
      throw weights.report(
        .notAMapping, "`weights` 应写成一组“答案: 权重”", en: "`weights` must be written as `answer: weight` pairs",
        hint: Bilingual("例如 {满意: 1, 不满意: 0.55}", en: "for instance {满意: 1, 不满意: 0.55}"))
    }
  }

  private func answer(
    _ code: String, at place: Place, _ items: Set<String>, _ listed: inout ListedCodes
  ) throws(Reported) -> String {
    try listed.enter(code, at: place, log: log)
    if items.contains(code) {
      throw log.report(
        .duplicateCode, at: place, "答案 \(quoted(code)) 与本指标的细项编码相同，无法区分",
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
