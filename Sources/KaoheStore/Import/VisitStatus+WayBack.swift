import KaoheScoring

extension VisitStatus {
  /// How a visit of this status becomes a draft, which may change; nil for one that can't.
  func wayBack(_ visit: String) -> Bilingual? {
    guard counts else { return nil }
    return Bilingual(
      "先由办公室退回：kaohe visit return \(visit) --reason 理由",
      en: "the office returns it first: kaohe visit return \(visit) --reason WHY")
  }
}
