import KaoheReports
import KaoheScoring
import KaoheStore

/// A restore in words.
struct RestoreText {
  private let plan: RestorePlan

  init(_ plan: RestorePlan) { self.plan = plan }

  /// What the two hold, and which is the older.
  var head: Bilingual {
    let (backup, present) = (holdingsText(plan.backup), presentText)
    return joined([
      Bilingual(
        "备份 \(plan.file)：完好；\(backup.chinese)", en: "the backup \(plan.file) is sound: \(backup.english)"),
      Bilingual("当前库 \(plan.path)：\(present.chinese)", en: "the database \(plan.path): \(present.english)"),
      comparison,
    ])
  }

  private var presentText: Bilingual {
    switch plan.present {
    case .missing: Bilingual("还没有，将新建", en: "there is none, and it would be made")
    case .damaged(let found): Bilingual("已损坏（\(found)），无法逐表比较", en: "damaged (\(found)), so nothing can be compared")
    case .whole(let holdings): holdingsText(holdings)
    }
  }

  private var comparison: Bilingual? {
    guard case .whole = plan.present else { return nil }
    let lost = plan.changes.contains { $0.lost > 0 }
    let returned = plan.changes.contains { $0.returned > 0 }
    return switch (lost, returned, plan.changes.contains { $0.reverted > 0 }) {
    case (true, true, _):
      Bilingual("各有对方没有的记录；恢复后：", en: "each has records that the other lacks; to restore it would change:")
    case (true, false, _): Bilingual("备份较旧；恢复后：", en: "the backup is older; to restore it would change:")
    case (false, true, _): Bilingual("备份较新；恢复后：", en: "the backup is newer; to restore it would change:")
    case (false, false, true):
      Bilingual("记录相同而内容有别；恢复后：", en: "the records are the same, with other contents; to restore it would change:")
    case (false, false, false): Bilingual("两者的记录相同", en: "both hold the same records")
    }
  }

  /// Tables, with what is lost and what comes back.
  func listing(all: Bool, _ language: Language) -> Listing {
    Listing(
      columns: [
        .init("table", Bilingual("表", en: "table"), isKey: true), .init("name", Bilingual("名称", en: "records")),
        .init("present", Bilingual("当前", en: "now"), isNumber: true),
        .init("backup", Bilingual("备份", en: "backup"), isNumber: true),
        .init("lost", Bilingual("失去", en: "lost"), isNumber: true),
        .init("returned", Bilingual("恢复", en: "come back"), isNumber: true),
        .init("reverted", Bilingual("改回", en: "changed back"), isNumber: true),
      ],
      rows: plan.changes.filter { all || $0.isChange }.map { change in
        let word = TableWord.of(change.table)
        return [
          change.table, (language == .chinese ? word?.name.chinese : word?.plural) ?? "", "\(change.present)",
          "\(change.backup)", "\(change.lost)",
          "\(change.returned)", "\(change.reverted)",
        ]
      })
  }

  /// What happens besides, and how to do it.
  var tail: Bilingual {
    let command = "kaohe --db \(plan.path) restore \(plan.file)\(plan.isOtherOffice ? " --force" : "") --yes"
    var kept = Bilingual("（当前库会先备份在旁边）", en: " (the database is backed up beside itself first)")
    if case .missing = plan.present { kept = Bilingual("", en: "") }
    return joined(
      notes + [
        Bilingual(
          "没有改动任何内容。执行：\(command)\(kept.chinese)", en: "nothing was changed. To do it: \(command)\(kept.english)")
      ])
  }

  func done(_ summary: RestoreSummary) -> Bilingual {
    let holds = holdingsText(plan.backup)
    let kept =
      summary.kept.map {
        Bilingual("恢复前的库：\($0)", en: "the database as it was before: \($0)")
      } ?? Bilingual("恢复前没有数据库", en: "there was no database before")
    return joined(
      [
        Bilingual("已恢复 \(plan.path)：\(plan.file)", en: "restored \(plan.path) from \(plan.file)"), holds, kept,
      ] + notes)
  }

  private var notes: [Bilingual?] {
    // Of a group's own copy there is nothing to check out.
    var isUnread = plan.backup.replica == 0
    if case .whole = plan.present { isUnread = false }
    return [
      plan.migration.map {
        Bilingual(
          "备份是第 \(plan.backup.schema) 版结构，恢复时升级到第 \($0) 版",
          en: "the backup has schema \(plan.backup.schema), and is migrated to \($0)")
      },
      plan.keptCopies.isEmpty
        ? nil
        : Bilingual(
          "外勤副本 \(plan.keptCopies.map(String.init).joined(separator: "、")) 仍保留登记，带回后照常合并",
          en: "field cop\(plan.keptCopies.count == 1 ? "y" : "ies") "
            + plan.keptCopies.map(String.init).joined(separator: ", ") + " stay registered, and can be merged as before"
        ),
      isUnread
        ? Bilingual(
          "不一定知道备份之后签出过哪些外勤副本：先合并在外的副本，再签出新的",
          en:
            "which field copies were checked out since the backup may not be known: merge those that are out before you "
            + "check out new ones") : nil,
      plan.change.map {
        Bilingual(
          "备份的结构被别的程序改过：\($0.chinese)；见 `kaohe check`",
          en: "another program changed the structure of the backup: \($0.english); see `kaohe check`")
      },
      plan.dangling.isEmpty
        ? nil
        : Bilingual(
          "备份里有记录引用了不存在的对象；见 `kaohe check`", en: "records of the backup refer to what is not there; see `kaohe check`"),
    ]
  }

  private func joined(_ lines: [Bilingual?]) -> Bilingual {
    let lines = lines.compactMap { $0 }
    return Bilingual(lines.map(\.chinese).joined(separator: "\n"), en: lines.map(\.english).joined(separator: "\n"))
  }
}
