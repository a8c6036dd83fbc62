import GRDB
import KaoheRules
import KaoheScoring

/// Takes over rule sets. What shows a rule set in tables is made anew from its source, so it is what the source says.
struct RuleSetMerge {
  private let database: Database
  private let schema: String

  init(_ database: Database, from schema: String) {
    self.database = database
    self.schema = schema
  }

  /// Codes of rule sets that both sides have with other contents.
  func contradictions() throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT code FROM \(schema).rule_set JOIN main.rule_set AS m USING (code)
        WHERE m.source <> \(schema).rule_set.source ORDER BY code
        """)
  }

  /// - Parameter file: how errors name the other side.
  /// - Returns: how many were taken.
  func run(file: String) throws -> Int {
    let missing = try Row.fetchAll(
      database,
      sql: """
        SELECT code, source, imported_at, imported_by FROM \(schema).rule_set
        WHERE code NOT IN (SELECT code FROM main.rule_set) ORDER BY code
        """)
    for row in missing {
      let (code, source) = (row[0] as String, row[1] as String)
      guard let rules = try? RuleFile.read(bytes: Array(source.utf8), file: code), rules.ruleSet.code == code else {
        throw StoreError(
          "unreadable-rule-set",
          Bilingual("本程序无法识别 \(file) 里的细则 \(code)", en: "this program can't read the rule set \(code) in \(file)"),
          hint: Bilingual("改用当时导入它的版本或更新的版本", en: "use the version that imported it, or a newer one"))
      }
      try RuleSetWriter(database, rules).write(importedAt: row[2], importedBy: row[3])
    }
    return missing.count
  }
}
