import Foundation
import KaoheScoring

/// A folder of CSV files and rule files (docs/records.md).
struct FolderSource: RecordSource {
  let folder: String
  var portions = CSVReader.Portions()

  static func isRuleFile(_ name: String) -> Bool { name.hasPrefix("rules") && name.hasSuffix(".yaml") }

  private func path(of file: String) -> String { folder.hasSuffix("/") ? folder + file : folder + "/" + file }

  func check(_ problems: ProblemCollector) throws {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw StoreError(
        "no-folder", Bilingual("打不开文件夹 \(folder)", en: "can't open the folder \(folder)"),
        hint: Bilingual("import 需要一个放着 CSV 和细则文件的文件夹", en: "import takes a folder with CSV and rule files"))
    }
    let known = CSVTable.all.map(\.file)
    let list = (known + ["rules*.yaml"]).joined(separator: ", ")
    var isAnyKnown = false
    for name in names {
      if known.contains(name) || FolderSource.isRuleFile(name) {
        isAnyKnown = true
      } else if [".csv", ".yaml", ".yml", ".xlsx", ".xls"].contains(where: { name.lowercased().hasSuffix($0) }) {
        let meant = (known + ["rules.yaml"]).first { $0 == name.lowercased().replacing(".yml", with: ".yaml") }
        problems.add(
          InputProblem(
            "unknown-file", file: name,
            Bilingual("不认识的文件名，可用：\(list)", en: "unknown file name; expected one of \(list)"),
            hint: meant.map { Bilingual("是不是 \($0)？", en: "did you mean \($0)?") }))
      }
    }
    guard isAnyKnown || problems.count > 0 else {
      throw StoreError(
        "empty-folder",
        Bilingual("文件夹 \(folder) 里没有可导入的文件", en: "there is nothing to import in the folder \(folder)"),
        hint: Bilingual("应有 \(list)", en: "expected \(list)"))
    }
  }

  func ruleFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter(FolderSource.isRuleFile).sorted()
  }

  func contents(of ruleFile: String) -> [UInt8]? {
    RuleFileBytes.read(path(of: ruleFile))
  }

  func file(of table: CSVTable) -> (name: String, size: Int)? {
    let path = path(of: table.file)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return (table.file, (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0)
  }

  func read(
    _ table: CSVTable, _ problems: ProblemCollector, ahead: ScoreLook?, onProgress: (Int) -> Void,
    _ body: (CSVRecord) throws -> Void
  ) throws {
    var look: (@Sendable (CSVBatch) -> Void)?
    if let ahead { look = { ahead.look(at: $0) } }
    try table.read(path(of: table.file), problems, portions, ahead: look, onProgress: onProgress, body)
  }

  func place(_ table: CSVTable, line: Int?) -> RecordPlace { RecordPlace(file: table.file, line: line) }
}
