import GRDB
import KaoheScoring

/// A rule set in a list.
public struct RuleSetSummary: Sendable {
  public var code: String
  public var title: String
  public var year: Int
  public var leaves: Int
  /// SHA-256 of the file, in hexadecimal.
  public var contentHash: String
  /// Assessments that are scored by it.
  public var assessments: [String]
}

extension Store {
  /// Every rule set that was imported, by code.
  public func ruleSets() throws(StoreError) -> [RuleSetSummary] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT s.code, s.title, s.year, s.content_sha256,
            (SELECT count(*) FROM indicator AS i WHERE i.rule_set = s.code AND i.is_leaf) AS leaves,
            (SELECT group_concat(code, ' ') FROM (SELECT code FROM assessment WHERE rule_set = s.code ORDER BY code))
          FROM rule_set AS s ORDER BY s.code
          """
      ).map { row in
        RuleSetSummary(
          code: row[0], title: row[1], year: row[2], leaves: row[4], contentHash: row[3],
          assessments: (row[5] as String? ?? "").split(separator: " ").map(String.init))
      }
    }
  }

  /// A rule set as it was imported, and the file itself.
  public func ruleSet(_ code: String) throws(StoreError) -> (rules: RuleSet, source: String) {
    try read { database in
      let reader = RuleSetReader(database)
      return (try reader.read(code), try reader.source(of: code) ?? "")
    }
  }
}
