import ArgumentParser
import KaoheScoring
import KaoheStore

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "新建数据库，或把旧库升级到最新结构 · make an empty database, or migrate an old one",
    discussion: """
      旧库先在旁边备份，再在一个事务里升级。较新的库会被拒绝。缺失或被改过的视图、索引、触发器、数据字典和保存的问题会重建；结果表缺失时重建并重新计算；记录的表缺失时拒绝，要从备份恢复。
      An old database is copied beside itself first, then migrated in one transaction. A newer one is refused. Views, \
      indexes, triggers, data dictionary and saved questions that are missing or were changed are made again; so are tables \
      of results, which are then computed anew. A missing table of records is refused: restore a backup.
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let (store, done) = try Store.prepare(options.path)
      switch done {
      case .created: options.say(Bilingual("已新建数据库 \(store.path)", en: "made the database \(store.path)"))
      case .upToDate:
        options.say(Bilingual("数据库 \(store.path) 已是最新", en: "the database \(store.path) is up to date"))
      case .documented:
        options.say(
          Bilingual(
            "已更新 \(store.path) 的数据字典和保存的问题",
            en: "brought the data dictionary and the saved questions of \(store.path) up to date"))
      case .mended(let parts):
        options.say(
          Bilingual(
            "已重建 \(store.path) 的 \(parts.joined(separator: "、"))",
            en: "made parts of \(store.path) again: \(parts.joined(separator: ", "))"))
      case .migrated(let version, let backup):
        options.say(
          Bilingual(
            "已把 \(store.path) 从第 \(version) 版结构升级；备份在 \(backup)",
            en: "migrated \(store.path) from schema \(version); a backup is in \(backup)"))
      }
    }
  }
}
