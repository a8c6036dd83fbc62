/// Which observations hold, in SQL: those that no other took the place of.
enum LiveObservation {
  /// - Parameter row: the name that `observation` has in the query.
  static func condition(_ row: String) -> String {
    """
    NOT EXISTS (
      SELECT 1 FROM supersession AS s
      WHERE s.visit = \(row).visit AND s.indicator = \(row).indicator AND s.item = \(row).item
        AND s.scorer = \(row).scorer AND s.superseded = \(row).id)
    """
  }
}
