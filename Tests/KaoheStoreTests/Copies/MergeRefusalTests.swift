import Foundation
import GRDB
import KaoheSchema
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What is not merged: each with its message in both languages, and nothing stored.
@Suite struct MergeRefusalTests {
  /// Refuses to merge a copy that `change` spoilt.
  private func expectRefusal(
    _ chinese: String, _ english: String, sourceLocation: SourceLocation = #_sourceLocation,
    office: (Store) throws -> Void = { _ in }, _ change: (Store) throws -> Void
  ) throws {
    let store = try Store.withBase().cloned()
    let copy = try store.checkedOut("G1")
    try change(copy)
    try office(store)
    let before = try store.contents()
    let error = #expect(throws: StoreError.self, sourceLocation: sourceLocation) {
      try store.merging(copy, named: "g1.db")
    }
    #expect(error?.text(in: .chinese) == chinese, sourceLocation: sourceLocation)
    #expect(error?.text(in: .english) == english, sourceLocation: sourceLocation)
    expectSame(try store.contents(), before, sourceLocation: sourceLocation)
  }

  @Test func anotherOffice() throws {
    try expectRefusal(
      "g1.db 是另一个单位的数据库；只能合并本单位用 `kaohe field checkout` 签出的副本",
      "g1.db belongs to another office; only copies that this office checked out can be merged"
    ) { try $0.executeAsOther("UPDATE database_identity SET value = 'other' WHERE key = 'office'") }
  }

  @Test func anotherSchema() throws {
    let newest = Migration.newestVersion
    try expectRefusal(
      "g1.db 是第 \(newest - 1) 版结构，本程序用第 \(newest) 版；先运行 `kaohe --db g1.db init` 升级它",
      "g1.db has schema \(newest - 1), not \(newest); run `kaohe --db g1.db init` to migrate it, then merge"
    ) { try $0.executeAsOther("PRAGMA user_version = \(newest - 1)") }
    try expectRefusal(
      "g1.db 是较新的 kaohe 写的，本程序只认识到第 \(newest) 版结构；改用较新的 kaohe",
      "g1.db was written by a newer kaohe; this one knows schema \(newest) at most; use a newer kaohe"
    ) { try $0.executeAsOther("PRAGMA user_version = \(newest + 1)") }
  }

  @Test func aChangedStructure() throws {
    try expectRefusal(
      "g1.db 的结构被别的程序改过：多出 trigger mine；找出是谁改的，去掉改动后再合并",
      "the structure of g1.db was changed by another program: trigger mine was added; find out who changed it, undo that, then merge"
    ) { try $0.executeAsOther("CREATE TRIGGER mine AFTER INSERT ON observation BEGIN SELECT 1; END") }
    try expectRefusal(
      "g1.db 的结构被别的程序改过：缺少 trigger check_observation_insert；找出是谁改的，去掉改动后再合并",
      "the structure of g1.db was changed by another program: trigger check_observation_insert is missing; find out who changed it, undo that, then merge"
    ) { try $0.executeAsOther("DROP TRIGGER check_observation_insert") }
  }

  @Test func anotherContentOfARuleSet() throws {
    try expectRefusal(
      "g1.db 里的细则 small 与本库的代码相同而内容不同；改动后的细则要用新的代码导入",
      "g1.db has other contents for the rule set small; changed rules take a new code"
    ) { copy in
      let trigger = try copy.rows("SELECT sql FROM sqlite_schema WHERE name = 'refuse_rule_set_update'")[0]
      try copy.executeAsOther(
        "DROP TRIGGER refuse_rule_set_update; UPDATE rule_set SET source = source || '# more'; \(trigger)")
    }
  }

  @Test func aFactThatWasChanged() throws {
    let store = try Store.withBase()
    let id = try store.rows("SELECT id FROM observation WHERE visit = 'V4' AND indicator = 'A2'")[0]
    try expectRefusal(
      "g1.db 与本库的同一条记录内容不同：observation V4 / A2 /  /  / \(id)；用别的程序改过，或同一副本复制成两份分别使用了；每组各用 `kaohe field checkout` 签出",
      "g1.db holds other contents of the same record: observation V4 / A2 /  /  / \(id); it was changed with another program, or one copy was copied and used twice; check out one for each group"
    ) { try $0.executeAsOther("UPDATE observation SET value = '-' WHERE visit = 'V4' AND indicator = 'A2'") }
  }

  @Test func observationsThatCantBeRead() throws {
    let insert = "INSERT INTO observation (visit, indicator, item, scorer, id, value, recorded_at, recorded_by) VALUES"
    try expectRefusal(
      "g1.db 有无法识别的记录：V4/A4：“很多”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数；在该副本里更正后再合并",
      "g1.db has observations that can't be read: V4/A4: “很多”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041; correct them in that copy, then merge"
    ) { try $0.executeAsOther("\(insert) ('V4', 'A4', '', '', 77, '很多', '2026-01-01T00:00:00.000Z', '某人')") }
    try expectRefusal(
      "g1.db 有无法识别的记录：V4/A99：细则 small 没有这个考核要点；在该副本里更正后再合并",
      "g1.db has observations that can't be read: V4/A99: the rule set small has no such leaf; correct them in that copy, then merge"
    ) { copy in
      try copy.recording(
        "UPDATE session SET bulk = 1; \(insert) ('V4', 'A99', '', '', 77, '1', '2026-01-01T00:00:00.000Z', '某人')")
    }
    try expectRefusal(
      "g1.db 有无法识别的记录：V4/A4：标识 9223372036854775807 超出范围；在该副本里更正后再合并",
      "g1.db has observations that can't be read: V4/A4: the identity 9223372036854775807 is out of range; correct them in that copy, then merge"
    ) {
      try $0.executeAsOther(
        "\(insert) ('V4', 'A4', '', '', 9223372036854775807, '1/2', '2026-01-01T00:00:00.000Z', '某人')")
    }
  }

  @Test func aReferenceToWhatWasDeleted() throws {
    try expectRefusal(
      "合并 g1.db 后，有记录引用的对象不存在：finding_evidence F9 / EV9 → evidence EV9；一方删除了它或改了它的代码，在那一方补上后再合并",
      "with g1.db merged, what records refer to is missing: finding_evidence F9 / EV9 → evidence EV9; one side deleted it or corrected its code; enter it again there, then merge",
      office: { store in
        try store.recording(
          "INSERT INTO evidence (code, district, title, kind, date) VALUES ('EV9', 'd1', '新', '文件', '2022-05-02')")
        try store.recording("DELETE FROM evidence WHERE code = 'EV9'")
      }
    ) { copy in
      try copy.recording(
        """
        INSERT INTO evidence (code, district, title, kind, date) VALUES ('EV9', 'd1', '新', '文件', '2022-05-02');
        INSERT INTO finding (code, visit, kind, text, status) VALUES ('F9', 'V4', 'problem', '问题', 'open');
        INSERT INTO finding_evidence VALUES ('F9', 'EV9')
        """)
    }
  }

  @Test func filesThatAreNoCopies() throws {
    try withTemporaryFolder { folder in
      let store = try Store.prepare(folder.file("office.db")).store
      try folder.write(Array("what is this?, a file that is no database at all".utf8), to: "text.db")
      try folder.write([], to: "empty.db")
      try FileManager.default.createDirectory(atPath: folder.file("folder.db"), withIntermediateDirectories: false)
      try DatabaseQueue(path: folder.file("other.db")).write { try $0.execute(sql: "CREATE TABLE t (x)") }
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("link.db"), withDestinationPath: folder.file("office.db"))
      func messages(_ name: String) -> [String] {
        let error = #expect(throws: StoreError.self) { try store.merge(folder.file(name), session: Store.tester) }
        return [Language.chinese, .english].map {
          error?.text(in: $0).replacing(folder.path + "/", with: "") ?? ""
        }
      }
      for name in ["text.db", "empty.db", "folder.db", "other.db"] {
        #expect(
          messages(name) == [
            "\(name) 不是 Kaohe 的数据库；写 `kaohe field checkout` 签出的文件",
            "\(name) is no database of Kaohe; name a file that `kaohe field checkout` made",
          ])
      }
      #expect(messages("none.db") == ["没有文件 none.db；检查路径", "there is no file none.db; check the path"])
      for name in ["office.db", "link.db"] {
        #expect(
          messages(name) == [
            "\(name) 就是当前数据库；写要合并的副本，当前数据库用 --db 指明",
            "\(name) is this very database; name the copy to merge; --db names this database",
          ])
      }
    }
  }

  @Test func aDamagedFile() throws {
    try withTemporaryFolder { folder in
      let store = try Store.prepare(folder.file("office.db")).store
      try store.importing(.base)
      _ = try store.checkout("G1", to: folder.file("g1.db"), session: Store.tester)
      var bytes = Array(try Data(contentsOf: URL(filePath: folder.file("g1.db"))))
      // Everything behind the first pages, which hold the structure.
      for position in (bytes.count * 2 / 3)..<(bytes.count * 2 / 3 + 40_000) { bytes[position] = 0x5A }
      try folder.write(bytes, to: "g1.db")
      let error = #expect(throws: StoreError.self) { try store.merge(folder.file("g1.db"), session: Store.tester) }
      #expect(error?.code == "damaged-copy")
      #expect(error?.text(in: .chinese).hasSuffix("重新拷贝一次；仍不行就用该组的备份") == true)
      #expect(error?.text(in: .english).hasSuffix("copy it again; else take the group's backup") == true)
    }
  }
}
