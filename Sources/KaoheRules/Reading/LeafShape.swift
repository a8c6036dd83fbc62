import KaoheScoring

/// How a leaf is observed and combined, for the rules about which keys go together.
///
/// What could not be read is left out, and rules that depend on it say nothing.
struct LeafShape {
  let fields: Fields
  let methods: MethodList?
  let scope: Reading<Scope>
  let aggregate: Reading<Aggregate>
  let `repeat`: Reading<Repeat>
  let evidence: Reading<EvidenceRule>
  let zeroDenominator: Reading<ZeroDenominatorPolicy>

  init(_ fields: Fields, methods: MethodList?) {
    self.fields = fields
    self.methods = methods
    scope = fields.word("scope", default: Scope.district)
    aggregate = fields.word("aggregate", default: Aggregate.mean)
    `repeat` = fields.word("repeat", default: Repeat.mean)
    evidence = fields.word("evidence", default: EvidenceRule.optional)
    zeroDenominator = fields.word("zero_denominator", default: ZeroDenominatorPolicy.error)
  }

  /// Sites are pooled; at scope district there are none.
  var isPooled: Bool { aggregate.known == .pooled && scope.known != nil && scope.known != .district }

  var isTotal: Bool { `repeat`.known == .total }

  /// A district is compared with others.
  var isPeer: Bool { methods?.drafts.contains(where: \.isPeer) ?? false }

  /// Why no single visit of this leaf has a score.
  var reasonWithoutVisitScore: Bilingual? {
    if isPeer { return Bilingual("与其他地区比较的指标", en: "a leaf that compares districts") }
    if isPooled { return Bilingual("合并各点数据（`aggregate: pooled`）的指标", en: "a leaf with `aggregate: pooled`") }
    if isTotal { return Bilingual("全年累计（`repeat: total`）的指标", en: "a leaf with `repeat: total`") }
    return nil
  }

  func check(_ log: ProblemLog) {
    if isPeer { checkPeer(log) }
    checkSummed(log)
    checkEffects(log)
  }

  private func checkPeer(_ log: ProblemLog) {
    if let scope = scope.known, scope != .district, let aggregate = aggregate.known, aggregate != .pooled {
      let place = fields["aggregate"]?.place ?? fields["scope"]?.place
      log.report(
        .peerScope, at: place,
        "与其他地区比较的指标要用 `scope: district` 或 `aggregate: pooled`",
        en: "a leaf that compares districts needs `scope: district` or `aggregate: pooled`")
    }
    if let policy = zeroDenominator.known, policy == .full || policy == .zero {
      log.report(
        .peerZeroDenominator, at: fields["zero_denominator"]?.place,
        "与其他地区比较的指标，`zero_denominator` 只能是 `error` 或 `not_applicable`",
        en: "a leaf that compares districts takes `zero_denominator: error` or `not_applicable` only")
    }
    if let draft = methods?.drafts.first(where: { $0.name.takesItems }) {
      log.report(
        .methodNotAllowed, at: draft.place, "与其他地区比较的指标不能有 `\(draft.name.rawValue)`",
        en: "a leaf that compares districts takes no `\(draft.name.rawValue)`")
    }
  }

  private func checkSummed(_ log: ProblemLog) {
    guard isPooled || isTotal, let methods else { return }
    for draft in methods.drafts {
      let isOut = draft.name == .levels || draft.name == .judged || isPooled && draft.name == .checklist
      guard isOut, !(isPeer && draft.name.takesItems) else { continue }
      let key = isPooled ? "aggregate: pooled" : "repeat: total"
      log.report(
        .methodNotAllowed, at: draft.place, "`\(key)` 的指标不能有 `\(draft.name.rawValue)`",
        en: "a leaf with `\(key)` takes no `\(draft.name.rawValue)`")
    }
  }

  /// Keys that are tied to methods which the leaf does not have, or that its way of combining leaves no room for.
  private func checkEffects(_ log: ProblemLog) {
    if let methods, methods.isComplete {
      if let place = fields.placeOfKey("scorers"), !methods.has(.judged), !methods.has(.levels) {
        log.report(
          .keyWithoutEffect, at: place, "`scorers` 只用于有 `judged` 或 `levels` 的指标",
          en: "`scorers` belongs to leaves with `judged` or `levels` only")
      }
      if let place = fields.placeOfKey("survey"), !methods.drafts.contains(where: { $0.name.takesMeasure }) {
        log.report(
          .keyWithoutEffect, at: place, "`survey` 给出实际值，但本指标没有用实际值计分的方法",
          en: "`survey` makes a measure, and no method of this leaf takes one",
          hint: Bilingual("例如加上 `ratio`", en: "add `ratio`, for instance"))
      }
    }
    guard let reason = reasonWithoutVisitScore else { return }
    if evidence.known == .required {
      log.report(
        .keyNotAllowed, at: fields.placeOfKey("evidence"), "\(reason.chinese)不能要求 `evidence: required`",
        en: "\(reason.english) can't have `evidence: required`")
    }
    if let field = fields["examples"], case .list(let elements) = field.value.content, !elements.isEmpty {
      log.report(
        .keyNotAllowed, at: fields.placeOfKey("examples"), "\(reason.chinese)不能有 `examples`：一次督查不单独计分",
        en: "\(reason.english) can't have `examples`: a single visit has no score there")
    }
  }
}
