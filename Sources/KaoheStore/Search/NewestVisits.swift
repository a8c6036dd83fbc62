import GRDB

/// Picks the newest visits of many, without sorting all of them.
struct NewestVisits {
  let database: Database
  /// From this many visits on, those of the whole database are walked through, newest first.
  var walkSize = 1000

  /// - Parameters:
  ///   - counts: visits with their hits.
  ///   - limit: how many hits are wanted.
  /// - Returns: the newest visits that have so many hits; more where that is simpler.
  func pick(from counts: [ReasonScan.Count], limit: Int) throws -> [String] {
    if counts.count <= limit { return counts.map(\.visit) }
    return counts.count < walkSize ? try sorted(counts, limit) : try walked(counts, limit)
  }

  private func sorted(_ counts: [ReasonScan.Count], _ limit: Int) throws -> [String] {
    let dates = try database.cachedStatement(sql: "SELECT date FROM visit WHERE code = ?")
    let visits = try counts.map { count in
      (date: try String.fetchOne(dates, arguments: [count.visit]) ?? "", visit: count.visit, hits: count.hits)
    }
    var found = 0
    return visits.sorted { ($1.date, $0.visit) < ($0.date, $1.visit) }
      .prefix { visit in
        defer { found += visit.hits }
        return found < limit
      }
      .map(\.visit)
  }

  /// An index has the visits of an assessment by date; of each, the newest are taken.
  private func walked(_ counts: [ReasonScan.Count], _ limit: Int) throws -> [String] {
    let hits = Dictionary(uniqueKeysWithValues: counts)
    var picked: [String] = []
    for assessment in try AssessmentRecord.codes(database) {
      let visits = try SQLStatement(
        database, "SELECT code FROM visit WHERE assessment = ? ORDER BY date DESC, code")
      visits.bind(1, assessment)
      var found = 0
      while found < limit, try visits.step() {
        let visit = visits.text(0)
        guard let count = hits[visit] else { continue }
        picked.append(visit)
        found += count
      }
    }
    return picked
  }
}
