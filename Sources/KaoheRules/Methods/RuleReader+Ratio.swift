import KaoheScoring

extension RuleReader {
  private enum Over: String, CaseIterable {
    case capped
    case uncapped
  }

  func ratio(_ fields: Fields, _ leaf: LeafPoints) throws(Reported) -> Method {
    let target = fields.optional("target") { field throws(Reported) in try reference(field, .positive) }
    let over = fields.word("over", default: Over.capped)
    if over.known == .uncapped, leaf.capIsAbovePoints == false {
      log.report(
        .uncappedWithoutCap, at: fields["over"]?.place,
        "`over: uncapped` 需要指标有高于分值的 `cap`", en: "`over: uncapped` needs a `cap` of the leaf above its points")
    }
    return .ratio(Ratio(target: try target.get() ?? .number(.one), uncapped: try over.get() == .uncapped))
  }

  /// A number, or `peer_mean`.
  func reference(_ field: Field, _ bounds: NumberBounds) throws(Reported) -> Reference {
    let text = try field.text()
    if text == "peer_mean" { return .peerMean }
    if let word = Suggestion.nearest(to: text, among: ["peer_mean"]) {
      throw field.report(
        .unknownWord, "`\(field.key)` 不能是 \(quoted(text))，应为一个数或 `peer_mean`",
        en: "`\(field.key)` can't be \(quoted(text)); expected a number or `peer_mean`", hint: Suggestion.hint(word))
    }
    return .number(try field.number(bounds))
  }
}
