import KaoheScoring

extension Roster {
  /// What the visit is, for the checks of what may be recorded at it.
  func fit(_ visit: Visit) -> VisitFit {
    VisitFit(
      visit: visit.code, subject: visit.subject, district: visit.district,
      category: visit.assessment?.categories[visit.district] ?? districts[visit.district] ?? "")
  }

  /// Why a leaf can't be scored at a visit; nil where it can.
  func misfit(of leaf: Leaf, at visit: Visit) -> VisitFit.Misfit? {
    // A subject that could not be read is reported where it stands.
    visit.subject.code.isEmpty ? nil : fit(visit).misfit(of: leaf)
  }

  /// Why an inspector may not score at a visit (回避); nil where there is no reason.
  func recusal(of scorer: String, at visit: Visit) -> VisitFit.Misfit? {
    fit(visit).recusal(of: scorer, from: inspectors[scorer]?.district)
  }
}
