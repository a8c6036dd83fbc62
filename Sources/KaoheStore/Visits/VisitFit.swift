import KaoheScoring

/// Whether something may be recorded at a visit: the checks that imports, single scores and sheets share.
struct VisitFit {
  let visit: String
  let subject: Subject
  /// The district that the visit counts for.
  let district: String
  /// The district's category as enrolled; empty where it is not known.
  let category: String

  /// Why something does not fit the visit it belongs to.
  struct Misfit {
    var code: String
    var text: Bilingual
  }

  /// Why a leaf can't be scored at the visit; nil where it can.
  func misfit(of leaf: Leaf) -> Misfit? {
    if leaf.scope != subject.scope {
      return Misfit(
        code: "wrong-scope",
        text: Bilingual(
          "\(leaf.code) 考核\(Kind.of(leaf.scope).label.chinese)，督查 \(visit) 的对象是 \(subject)",
          en: "\(leaf.code) is observed at \(Kind.of(leaf.scope).label.english)s; the visit \(visit) is to \(subject)"))
    }
    if category.isEmpty || leaf.applies(to: category) { return nil }
    return Misfit(
      code: "does-not-apply",
      text: Bilingual("\(leaf.code) 不适用于\(category)", en: "\(leaf.code) does not apply to \(category)"))
  }

  /// Why an inspector of this district may not score at the visit (回避); nil where there is no reason.
  func recusal(of inspector: String, from home: String?) -> Misfit? {
    guard let home, home == district else { return nil }
    return Misfit(
      code: "recusal",
      text: Bilingual(
        "督查员 \(inspector.excerpt) 属于 \(home)，应回避本地区的评分",
        en: "the inspector \(inspector.excerpt) belongs to \(home) and may not score there"))
  }
}
