import KaoheScoring

extension DistrictRecords {
  public static func sample(
    _ code: String = "d1", category: String = "区", enterprises: [String] = [], parks: [String] = [],
    visits: [VisitRecord] = [], entries: [AdjustmentEntry] = []
  ) -> DistrictRecords {
    DistrictRecords(
      participant: Participant(code: code, name: code, category: category), enterprises: enterprises, parks: parks,
      visits: visits, entries: entries)
  }
}

extension AdjustmentEntry {
  /// An entry of bonus or penalty.
  public static func entry(
    _ entry: String, _ group: String, _ level: String, event: String? = nil, count: Rational = 1, evidence: Bool = true
  ) -> AdjustmentEntry {
    AdjustmentEntry(entry: entry, code: group, level: level, event: event, count: count, hasEvidence: evidence)
  }

  public static func veto(_ code: String, entry: String = "veto", count: Rational = 1) -> AdjustmentEntry {
    AdjustmentEntry(entry: entry, code: code, level: nil, event: nil, count: count, hasEvidence: true)
  }
}

extension AdjustmentGroup {
  public static func sample(
    _ code: String, cap: Rational? = nil, evidenceRequired: Bool = false, _ levels: KeyValuePairs<String, Rational>
  ) -> AdjustmentGroup {
    AdjustmentGroup(
      code: code, title: code, cap: cap, evidenceRequired: evidenceRequired,
      levels: levels.map { Level(code: $0.key, points: $0.value) })
  }
}

extension Grade {
  public static func sample(
    _ code: String, min: Rational?, quota: Quota? = nil, withBetter: Bool = false, where conditions: [Condition] = []
  ) -> Grade {
    Grade(code: code, min: min, quota: quota, withBetter: withBetter, conditions: conditions)
  }
}
