import Foundation
import GRDB
import KaoheScoring

/// The search of one field after the other, within one transaction that knows `contains_words`.
struct FieldSearch {
  let database: Database
  let words: SearchWords
  var assessment: String?
  var district: String?
  /// Visits whose observations have the words in their reasons.
  var visits: [ReasonScan.Count] = []

  /// Keeps the visits that the search is narrowed to: faster than to join a million observations with their visits.
  mutating func leaveOutOtherVisits() throws {
    if assessment == nil, district == nil { return }
    // To tell the district, enterprises and parks have to be looked up.
    let wanted = try SQLStatement(
      database,
      district == nil
        ? "SELECT code FROM visit WHERE assessment = ?1"
        : "SELECT visit FROM visit_district WHERE (?1 IS NULL OR assessment = ?1) AND district = ?2")
    wanted.bind(1, assessment)
    if let district { wanted.bind(2, district) }
    var codes: Set<String> = []
    while try wanted.step() { codes.insert(wanted.text(0)) }
    visits.removeAll { !codes.contains($0.visit) }
  }

  /// How many hits a field has.
  func count(_ field: SearchField) throws -> Int {
    if field.isOfObservations { return visits.reduce(0) { $0 + $1.hits } }
    return try Int.fetchOne(database, sql: field.rows.count(field.column), arguments: arguments) ?? 0
  }

  /// The first hits of a field.
  func hits(in field: SearchField, limit: Int) throws -> [SearchHit] {
    var arguments = arguments + ["limit": limit]
    if field.isOfObservations {
      let newest = try NewestVisits(database: database).pick(from: visits, limit: limit)
      arguments += ["visits": String(decoding: try JSONEncoder().encode(newest), as: UTF8.self)]
    }
    return try Row.fetchAll(
      database, sql: field.rows.select(field.column, ofVisits: field.isOfObservations), arguments: arguments
    ).map { SearchHit(field, $0, words) }
  }

  private var arguments: StatementArguments { ["assessment": assessment, "district": district] }
}

extension SearchField {
  /// Whether its texts are those that `ReasonScan` reads.
  fileprivate var isOfObservations: Bool { table == SearchField.observationReason.table }
}
