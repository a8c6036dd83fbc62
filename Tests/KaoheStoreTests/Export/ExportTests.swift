import Foundation
import KaoheReports
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// The files and folders of an export.
@Suite struct ExportTests {
  private func export(_ store: Store, to folder: String, _ content: ExportContent = ExportContent()) throws
    -> ExportSummary
  {
    try store.export(to: folder, content, session: Store.tester, line: CSVWriter.line)
  }

  private func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Why an export is refused; nil where it is not.
  private func refusal(_ store: Store, to folder: String) throws -> String? {
    do {
      _ = try export(store, to: folder)
      return nil
    } catch let error as StoreError {
      return error.code
    }
  }

  @Test func texts() throws {
    let files = try Store.lived().exported()
    #expect(files["rules-small.yaml"] == Records.base["rules.yaml"])
    #expect(
      files["assessments.csv"] == """
        assessment,title,rule_set,opens,closes,pools,enrol
        2022,年度考核,small,2022-01-01,2022-12-31,no,no
        2023,下一年,small,,,yes,no

        """)
    #expect(
      files["participants.csv"] == """
        assessment,district,category,status
        2022,d1,重点区,enrolled
        2022,d2,县级市,enrolled
        2022,d3,开发区,withdrawn

        """)
    #expect(files["tasks.csv"].contains(",33.3333%,"))
    #expect(
      files["evidence.csv"].contains(
        "\"纪要, \"\"一\"\".pdf\",3"))
    #expect(files["scores.csv"].contains("V4,A8,,45/60,,\"  空格，全角４５／６０\t\",EV1;台账 1\n"))
    // Of what holds twice where nothing counts, the newest.
    #expect(files["scores.csv"].contains("V5,B3,,6,,,\n"))
    #expect(!files["scores.csv"].contains("V6,A9"))
    #expect(
      files["recusals.csv"] == """
        visit,indicator,item,scorer,inspector,reason
        V1,A6,,S2,S2,
        V6,A4,,,S3,"只有他在
        场"
        V6,A6,,S3,S3,只有他懂

        """)
    #expect(files["corrections.csv"] == "objection,item,scorer\nV1-S1,,\nV1-S2,A3-1,\n")
    #expect(files["visit_steps.csv"].split(separator: "\n").count == 7)
  }

  @Test func filesWithoutRowsAreLeftOut() throws {
    let store = try Store.inMemory()
    try store.importing(.base.only(["districts.csv", "rules.yaml"]))
    #expect(try store.exported().files.keys.sorted() == ["districts.csv", "rules-small.yaml"])
  }

  @Test func nothingToExport() throws {
    try withTemporaryFolder { folder in
      let empty = try Store.inMemory()
      #expect(try refusal(empty, to: folder.file("out")) == "nothing-to-export")
      #expect(names(folder.path) == [])
    }
  }

  @Test func anEmptyFolderIsFilled() throws {
    try withTemporaryFolder { folder in
      let out = folder.file("out")
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: false)
      let summary = try export(Store.withBase(), to: out + "/")
      #expect(names(out) == summary.files.map(\.name).sorted())
      #expect(names(folder.path) == ["out"])
    }
  }

  @Test func whatIsThereStays() throws {
    try withTemporaryFolder { folder in
      let store = try Store.withBase()
      try folder.write([1], to: "file")
      let out = folder.file("out")
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: false)
      #expect(symlink(out, folder.file("link")) == 0)
      try folder.write([1], to: "out/mine.txt")
      for (name, expected) in [
        ("out", "folder-not-empty"), ("file", "not-a-folder"), ("link", "not-a-folder"), ("no/out", "no-folder"),
      ] {
        #expect(try refusal(store, to: folder.file(name)) == expected)
      }
      #expect(names(folder.path) == ["file", "link", "out"])
      #expect(names(out) == ["mine.txt"])
    }
  }

  @Test func anInterruptedExportIsTakenOver() throws {
    try withTemporaryFolder { folder in
      let store = try Store.withBase()
      let part = folder.file("out.part")
      try FileManager.default.createDirectory(atPath: part + "/results", withIntermediateDirectories: true)
      try folder.write([1], to: "out.part/scores.csv")
      // Without the mark of an export it is somebody's own.
      #expect(try refusal(store, to: folder.file("out")) == "file-exists")
      #expect(names(part) == ["results", "scores.csv"])
      try folder.write([], to: "out.part/.kaohe-export")
      _ = try export(store, to: folder.file("out"))
      #expect(names(folder.path) == ["out"])
      #expect(!names(folder.file("out")).contains("results"))
      #expect(!names(folder.file("out")).contains(".kaohe-export"))
    }
  }

  @Test func twoAtOnce() throws {
    try withTemporaryFolder { folder in
      let first = try PartFolder(of: folder.file("out"))
      let reason = try refusal(Store.withBase(), to: folder.file("out"))
      #expect(reason == "being-made")
      try first.keep()
      #expect(names(folder.path) == ["out"])
    }
  }

  @Test func aFailureLeavesNothing() throws {
    struct Failure: Error {}
    try withTemporaryFolder { folder in
      let store = try Store.withBase()
      var lines = 0
      #expect(throws: (any Error).self) {
        try store.export(to: folder.file("out"), session: Store.tester) { cells in
          lines += 1
          // As where the disk is full in the middle of it.
          if lines == 20 { try? FileManager.default.removeItem(atPath: folder.file("out.part")) }
          return CSVWriter.line(cells)
        }
      }
      #expect(names(folder.path) == [])
    }
  }

  // MARK: The folder

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test(arguments: [0o700, 0o2770])
  func anEmptyFolderKeepsItsPermissions(expected: Int) throws {
    try withTemporaryFolder { folder in
      let out = folder.file("out")
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: false)
      #expect(chmod(out, mode_t(expected)) == 0)
      _ = try export(Store.withBase(), to: out)
      #expect(try mode(out) == expected)
    }
  }

  /// A part that is somebody's file, or leads elsewhere, is left alone.
  @Test func theNameOfThePartIsTaken() throws {
    try withTemporaryFolder { folder in
      let store = try Store.withBase()
      try FileManager.default.createDirectory(atPath: folder.file("elsewhere"), withIntermediateDirectories: false)
      #expect(symlink(folder.file("elsewhere"), folder.file("out.part")) == 0)
      #expect(symlink(folder.file("nowhere"), folder.file("second.part")) == 0)
      try folder.write([1], to: "third.part")
      for name in ["out", "second", "third"] {
        #expect(try refusal(store, to: folder.file(name)) == "file-exists")
      }
      #expect(names(folder.path) == ["elsewhere", "out.part", "second.part", "third.part"])
      #expect(names(folder.file("elsewhere")) == [])
    }
  }

  /// Such as a memory stick, or a folder that was given to one who may not change the one around it.
  @Test func aFolderThatStaysWhereItIs() throws {
    let error = PartFolder.cannotReplace("/mnt/stick", EBUSY)
    #expect(error.code == "cannot-replace")
    #expect(
      error.text(in: .english)
        == "the empty folder /mnt/stick can't be replaced as a whole: Device or resource busy; "
        + "name a new folder inside it: /mnt/stick/kaohe-export")
    #expect(error.text(in: .chinese).hasSuffix("写到它里面的新文件夹：/mnt/stick/kaohe-export"))
    #expect(PartFolder.cannotReplace("/mnt/stick", ENOSPC).code == "disk-full")
  }

  // MARK: What can't be handed on

  private func reasons(_ store: Store) throws -> [String] {
    try withTemporaryFolder { folder in
      do {
        _ = try export(store, to: folder.file("out"))
        return []
      } catch let refused as ChangeRefused {
        #expect(names(folder.path) == [])
        return refused.reasons.flatMap { [$0.code, $0.text(in: .chinese), $0.text(in: .english)] }
      }
    }
  }

  @Test func openConflicts() throws {
    let store = try Store.withBase()
    try store.executeAsOther(ChangeRefusal.row("V4", "A4", "3/4") + ChangeRefusal.row("V6", "A4", "1/2", id: 8))
    #expect(
      try reasons(store) == [
        "open-conflict", "冲突 V4/A4 待裁定，不能导出；kaohe conflict list 查看，kaohe conflict resolve 裁定",
        "the conflict V4/A4 is open and can't be exported; see kaohe conflict list, decide with kaohe conflict resolve",
      ])
  }

  @Test func codesThatFitNoList() throws {
    let store = try Store.withBase()
    try store.executeAsOther(
      """
      UPDATE evidence SET code = '台账；一'; UPDATE publicity_repost SET outlet = '省报;市报' WHERE outlet = '省报';
      UPDATE district SET code = ' d1' WHERE code = 'd1'
      """)
    let found = try reasons(store)
    #expect(found.filter { $0 == "bad-code" }.count == 5)
    #expect(found.contains { $0.hasPrefix("district.code 的“ d1”写不进文件") })
    #expect(found.contains { $0.hasPrefix("“省报;市报” in publicity_repost.outlet fits no file") })
  }
}
