import KaoheScoring

/// Something that does not hold in a database itself, whatever its records say.
public struct DatabaseFault: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The file is damaged: what was written can't be read as it was.
    case damage
    /// Records refer to what is not there.
    case reference
    /// The structure is not the one that the migrations make.
    case structure
    /// Records were changed, or entries of the audit log removed, past the audit log.
    case history
    /// Results are not what the records give.
    case result
    /// Results are older than the records, as the views say.
    case stale
  }

  public var kind: Kind
  /// The assessment that is concerned; empty where it is all of the database.
  public var assessment: String
  /// The record, e.g. `visit V1`; empty where there is none to name.
  public var place: String
  public var why: Bilingual

  init(_ kind: Kind, _ why: Bilingual, assessment: String = "", place: String = "") {
    self.kind = kind
    self.assessment = assessment
    self.place = place
    self.why = why
  }
}

extension DatabaseFault.Kind {
  public var label: Bilingual {
    switch self {
    case .damage: Bilingual("文件损坏", en: "damage")
    case .reference: Bilingual("悬空引用", en: "dangling reference")
    case .structure: Bilingual("结构改动", en: "changed structure")
    case .history: Bilingual("绕过审计", en: "past the audit log")
    case .result: Bilingual("结果不符", en: "wrong result")
    case .stale: Bilingual("结果过时", en: "stale result")
    }
  }

  /// What to do.
  public var remedy: Bilingual {
    switch self {
    case .damage:
      Bilingual(
        "用 `kaohe restore 备份文件` 恢复；没有备份时，`sqlite3 库文件 .recover` 能救出一部分",
        en: "go back to a backup with `kaohe restore`; without one, `sqlite3 FILE .recover` saves what can be read")
    case .reference:
      Bilingual("补录缺少的对象，或更正引用它的记录", en: "enter what is missing again, or correct the records that refer to it")
    case .structure:
      Bilingual(
        "视图、索引、触发器用 `kaohe init` 重建，缺表就恢复备份；找出是谁改的，缺触发器时的改动没有记入审计日志",
        en:
          "`kaohe init` makes views, indexes and triggers again; where a table is missing, go back to a backup; find out who "
          + "changed it: without a trigger, changes were not logged")
    case .history:
      Bilingual(
        "找出是谁绕过触发器改的，与备份对照（`kaohe restore 备份文件` 先只比较）",
        en:
          "find out who wrote past the triggers, and compare with a backup (`kaohe restore FILE` only compares at first)"
      )
    case .result: Bilingual("运行 `kaohe recompute 考核`", en: "run `kaohe recompute ASSESSMENT`")
    case .stale:
      Bilingual("运行 `kaohe rank 考核`，它先重算", en: "run `kaohe rank ASSESSMENT`, which computes them first")
    }
  }
}
