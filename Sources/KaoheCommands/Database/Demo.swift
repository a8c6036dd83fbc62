import ArgumentParser
import Foundation
import KaoheFixtures
import KaoheScoring
import KaoheStore

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "用内置示例建一个数据库并打印排名 · make a database from the bundled fixture, and print its ranking",
    discussion: """
      写在文件夹里，不动已有的文件和数据库。规则是示意的，企业是虚构的，分数是合成的。
      Everything goes into the folder; files and databases that are there are left alone. The rules are illustrative, the enterprises invented, the scores synthetic.
      """)

  @Argument(help: "放数据库和示例文件的文件夹 · where the database and the fixture's files go")
  var folder = "kaohe-demo"

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let records = folder + "/records"
      let path = options.database ?? folder + "/demo.db"
      guard !FileManager.default.fileExists(atPath: path), !FileManager.default.fileExists(atPath: records) else {
        throw StoreError(
          "demo-exists",
          Bilingual(
            "\(folder) 里已有数据库或 records 文件夹，不覆盖",
            en: "\(folder) has a database or a folder `records` already; they are not overwritten"),
          hint: Bilingual("换一个文件夹：kaohe demo 文件夹", en: "name another: kaohe demo FOLDER"))
      }
      try makeFolder(records)
      for file in DemoFixture.files {
        guard FileManager.default.createFile(atPath: records + "/" + file.name, contents: Data(file.text.utf8)) else {
          throw cannotWrite(records)
        }
      }
      let session = options.session("demo")
      let store = try Store.prepare(path).store
      _ = try store.importFolder(records, session: session)
      let report = try store.ranking(of: "2022", session: session)
      try write(
        report.rendered(as: .table, language: options.language, width: Terminal.width, color: Terminal.isColored))
      options.say(next(path))
    }
  }

  private func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw cannotWrite(path)
    }
  }

  private func cannotWrite(_ path: String) -> StoreError {
    StoreError(
      "cannot-write", Bilingual("写不进文件夹 \(path)", en: "can't write to the folder \(path)"),
      hint: Bilingual("换一个文件夹：kaohe demo 文件夹", en: "name another: kaohe demo FOLDER"))
  }

  private func next(_ path: String) -> Bilingual {
    // As it was called, so that the lines can be copied.
    let kaohe = CommandLine.arguments.first ?? "kaohe"
    return Bilingual(
      """

      数据库：\(path)；示例文件：\(folder)/records。接下来可以试：
      为什么失分，逐条说明：
        \(kaohe) --db \(path) explain 2022 宜兴市 --losses
      各部分得分：
        \(kaohe) --db \(path) rank 2022 --sections
      细则：
        \(kaohe) --db \(path) rules show wuxi-2022-demo
      直接查询，现成的问题，各表各列的含义：
        sqlite3 \(path) "SELECT * FROM district_ranking"
        \(kaohe) --db \(path) query --saved points-lost
        \(kaohe) --db \(path) schema
      """,
      en: """

        The database: \(path); the fixture's files: \(folder)/records. What to try next:
        Why points were lost, line by line:
          \(kaohe) --db \(path) explain 2022 宜兴市 --losses
        The score of each section:
          \(kaohe) --db \(path) rank 2022 --sections
        The rules:
          \(kaohe) --db \(path) rules show wuxi-2022-demo
        Plain SQL, saved questions, and what every table and column means:
          sqlite3 \(path) "SELECT * FROM district_ranking"
          \(kaohe) --db \(path) query --saved points-lost
          \(kaohe) --db \(path) schema
        """)
  }
}
