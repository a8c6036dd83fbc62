import GRDB
import KaoheScoring

/// A table or a view of a database, with what its data dictionary says; empty texts where it says nothing.
public struct SchemaObject: Sendable {
  /// What it is there for, in the order in which analysts read.
  public enum Group: Int, Sendable, CaseIterable, Comparable {
    /// Views: plain decimals, codes and names.
    case view
    /// What people recorded.
    case fact
    /// What the rule sets say.
    case rule
    /// What the engine computed.
    case result
    /// What the program itself has a use for.
    case housekeeping
    /// What somebody added.
    case other

    public static func < (one: Group, other: Group) -> Bool { one.rawValue < other.rawValue }
  }

  public struct Column: Sendable {
    public var name: String
    /// As declared; empty where a view computes it.
    public var type: String
    public var meaning: Bilingual
    public var unit: String
    public var source: String
  }

  public var name: String
  public var isView: Bool
  public var group: Group
  public var meaning: Bilingual
  public var source: String
  public var columns: [Column]

  /// - Parameters:
  ///   - row: name and type from the schema.
  ///   - meanings: rows of the dictionary by column.
  init(_ row: Row, _ meanings: [String: Row], _ database: Database) throws {
    name = row["name"]
    isView = row["type"] == "view"
    meaning = Self.meaning(meanings[""])
    source = meanings[""]?["source"] ?? ""
    group = Self.group(name, isView: isView, source: source)
    columns = try Row.fetchAll(database, sql: "SELECT name, type FROM pragma_table_xinfo(?)", arguments: [name])
      .map { column in
        let known = meanings[column["name"]]
        return Column(
          name: column["name"], type: column["type"], meaning: Self.meaning(known), unit: known?["unit"] ?? "",
          source: known?["source"] ?? "")
      }
  }

  private static func meaning(_ row: Row?) -> Bilingual {
    Bilingual(row?["meaning_zh"] ?? "", en: row?["meaning_en"] ?? "")
  }

  private static let facts = Set(CopiedTable.all.map(\.name))

  /// Views that triggers and the program read.
  private static let inner: Set = ["writer", "visit_district", "record_head", "identity_now", "item_observation"]

  private static func group(_ name: String, isView: Bool, source: String) -> Group {
    if inner.contains(name) { return .housekeeping }
    if source.isEmpty { return .other }
    if isView { return .view }
    if facts.contains(name) { return .fact }
    if source.hasPrefix("rules*.yaml") { return .rule }
    return source.hasPrefix("rules.md") ? .result : .housekeeping
  }
}

extension SchemaObject.Group {
  public var label: Bilingual {
    switch self {
    case .view: Bilingual("视图", en: "view")
    case .fact: Bilingual("记录", en: "fact")
    case .rule: Bilingual("细则", en: "rule")
    case .result: Bilingual("结果", en: "result")
    case .housekeeping: Bilingual("内部", en: "housekeeping")
    case .other: Bilingual("其他", en: "other")
    }
  }
}
