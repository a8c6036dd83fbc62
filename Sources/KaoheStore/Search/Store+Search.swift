import GRDB
import KaoheScoring

/// What is searched; nil for all.
public struct SearchFilter: Sendable {
  public var kinds: Set<SearchKind>?
  public var assessment: String?
  /// Code or name.
  public var district: String?
  /// How many hits are listed at most.
  public var limit: Int?

  public init(
    kinds: Set<SearchKind>? = nil, assessment: String? = nil, district: String? = nil, limit: Int? = nil
  ) {
    self.kinds = kinds
    self.assessment = assessment
    self.district = district
    self.limit = limit
  }
}

extension Store {
  /// Texts in which all words occur, by field, then newest first or in the order of the rules.
  ///
  /// Refuses an unknown assessment or district.
  public func search(_ words: SearchWords, _ filter: SearchFilter = SearchFilter()) throws -> SearchResult {
    try search(ReasonScan(store: self, words: words), filter)
  }

  func search(_ scan: ReasonScan, _ filter: SearchFilter) throws -> SearchResult {
    let fields = SearchField.all.filter { filter.kinds?.contains($0.kind) ?? true }
    let second = fields.contains { $0.kind == .reason } ? scan.secondReader() : nil
    return try read { database in
      try database.registerContainsWords(scan.words)
      var search = FieldSearch(database: database, words: scan.words)
      if fields.contains(where: { $0.kind == .reason }) { search.visits = try scan.counts(database, with: second) }
      search.assessment = try filter.assessment.map { try database.checked(assessment: $0) }
      search.district = try filter.district.map { try database.district($0) }
      try search.leaveOutOtherVisits()
      let counts = try fields.map { try search.count($0) }
      let shares = SearchResult.shares(of: counts, limit: filter.limit ?? .max)
      return SearchResult(
        found: try fields.indices.filter { counts[$0] > 0 }.map { position in
          let field = fields[position]
          return SearchResult.Found(
            field: field, count: counts[position],
            hits: shares[position] == 0 ? [] : try search.hits(in: field, limit: shares[position]))
        })
    }
  }
}
