import GRDB
import KaoheRules
import KaoheScoring

/// Rule sets as they were imported: the engine reads the file that was stored, to the byte.
struct RuleSetReader {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// - Returns: nil where there is none of that code.
  func source(of code: String) throws -> String? {
    try String.fetchOne(database, sql: "SELECT source FROM rule_set WHERE code = ?", arguments: [code])
  }

  func read(_ code: String) throws -> RuleSet {
    guard let source = try source(of: code) else {
      throw StoreError(
        "unknown-rule-set", Bilingual("没有细则 \(code)", en: "there is no rule set \(code)"),
        hint: Bilingual("用 `kaohe rules list` 查看", en: "see `kaohe rules list`"))
    }
    do {
      return try RuleFile.read(bytes: Array(source.utf8), file: code).ruleSet
    } catch {
      throw StoreError(
        "unreadable-rule-set",
        Bilingual("本程序无法识别已存的细则 \(code)", en: "this program can't read the stored rule set \(code)"),
        hint: Bilingual("改用当时导入它的版本或更新的版本", en: "use the version that imported it, or a newer one"))
    }
  }
}
