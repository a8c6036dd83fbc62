import KaoheScoring

extension Roster {
  /// Why something does not fit the visit it belongs to.
  struct Misfit {
    var code: String
    var text: Bilingual
  }

  /// Why a leaf can't be scored at a visit; nil where it can.
  func misfit(of leaf: Leaf, at visit: Visit) -> Misfit? {
    // A subject that could not be read is reported where it stands.
    if visit.subject.code.isEmpty { return nil }
    if leaf.scope != visit.subject.scope {
      return Misfit(
        code: "wrong-scope",
        text: Bilingual(
          "\(leaf.code) 考核\(Kind.of(leaf.scope).label.chinese)，督查 \(visit.code) 的对象是 \(visit.subject)",
          en:
            "\(leaf.code) is observed at \(Kind.of(leaf.scope).label.english)s; the visit \(visit.code) is to \(visit.subject)"
        ))
    }
    let category = visit.assessment?.categories[visit.district] ?? districts[visit.district] ?? ""
    if category.isEmpty || leaf.applies(to: category) { return nil }
    return Misfit(
      code: "does-not-apply",
      text: Bilingual("\(leaf.code) 不适用于\(category)", en: "\(leaf.code) does not apply to \(category)"))
  }

  /// Why an inspector may not score at a visit (回避); nil where there is no reason.
  func recusal(of scorer: String, at visit: Visit) -> Misfit? {
    guard let district = inspectors[scorer]?.district, district == visit.district else { return nil }
    return Misfit(
      code: "recusal",
      text: Bilingual(
        "督查员 \(scorer) 属于 \(district)，应回避本地区的评分",
        en: "the inspector \(scorer) belongs to \(district) and may not score there"))
  }
}
