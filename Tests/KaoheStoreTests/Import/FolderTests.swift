import Foundation
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Folders that can't be read at all, and files that no folder of text can show.
@Suite struct FolderTests {
  /// The codes that are raised here rather than by a `Refusal`.
  static let codes: Set<String> = ["no-folder", "empty-folder", "unreadable-file", "empty-value"]

  @Test func noFolder() throws {
    let error = #expect(throws: StoreError.self) {
      try Store.inMemory().importFolder("/nowhere/records", session: Store.tester)
    }
    #expect(
      error?.text(in: .chinese) == "打不开文件夹 /nowhere/records；import 需要一个放着 CSV 和细则文件的文件夹")
    #expect(
      error?.text(in: .english)
        == "can't open the folder /nowhere/records; import takes a folder with CSV and rule files")
  }

  @Test func emptyFolder() throws {
    try withTemporaryFolder { folder in
      try folder.write(Array("# Notes\n".utf8), to: "README.md")
      let error = #expect(throws: StoreError.self) {
        try Store.inMemory().importFolder(folder.path, session: Store.tester)
      }
      #expect(error?.code == "empty-folder")
      let text = error?.text(in: .english) ?? ""
      #expect(
        text.hasPrefix(
          "there is nothing to import in the folder \(folder.path); expected districts.csv, groups.csv, "))
      #expect(
        error?.text(in: .chinese).hasPrefix("文件夹 \(folder.path) 里没有可导入的文件；应有 districts.csv, groups.csv, ") == true)
    }
  }

  @Test func ruleFileThatIsAFolder() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(atPath: folder.file("rules.yaml"), withIntermediateDirectories: false)
      let error = #expect(throws: ImportError.self) {
        try Store.inMemory().importFolder(folder.path, session: Store.tester)
      }
      #expect(error?.problems.map { $0.text(in: .chinese) } == ["rules.yaml: 打不开"])
      #expect(error?.problems.map { $0.text(in: .english) } == ["rules.yaml: can't be opened"])
      #expect(error?.problems.map(\.code) == ["unreadable-file"])
    }
  }

  @Test func tableThatIsAFolder() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(atPath: folder.file("scores.csv"), withIntermediateDirectories: false)
      let error = #expect(throws: ImportError.self) {
        try Store.inMemory().importFolder(folder.path, session: Store.tester)
      }
      #expect(error?.problems.map { $0.text(in: .english) } == ["scores.csv: can't be read: Is a directory"])
    }
  }

  @Test func tableThatIsGone() throws {
    let problem = try CSVReader(path: "/nowhere/scores.csv", name: "scores.csv").read { _ in true }
    #expect(problem?.code == "unreadable-file")
    #expect(problem?.text(in: .english) == "scores.csv: can't be read: No such file or directory")
  }

  @Test func valueThatIsEmpty() {
    let problem = #expect(throws: ObservationProblem.self) { try Leaf.given(points: 5).read(item: "", value: "") }
    #expect(problem?.code == "empty-value")
    #expect(problem?.text.english == "there is no value: write points from 0 to 5")
  }

  @Test func folderWithASlashAtItsEnd() throws {
    try Records.base.inFolder { folder in
      let summary = try Store.inMemory().importFolder(folder + "/", session: Store.tester)
      #expect(summary.files.count == 18)
    }
  }

  @Test func otherFilesAreLeftAlone() throws {
    let records = Records.base.with(.file("README.md", "# 说明\n"), .file("照片.jpg", "JFIF"), .file(".DS_Store", ""))
    let summary = try Store.inMemory().importing(records)
    #expect(summary.files.count == 18)
  }

  /// To read it would wait for ever.
  @Test func aPipeIsNoFile() throws {
    try withTemporaryFolder { folder in
      try #require(mkfifo(folder.file("scores.csv"), 0o600) == 0)
      let error = #expect(throws: ImportError.self) {
        try Store.inMemory().importFolder(folder.path, session: Store.tester)
      }
      #expect(error?.messages == ["scores.csv: 不是普通文件", "scores.csv: is no ordinary file"])
    }
  }
}
