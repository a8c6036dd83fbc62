import Foundation
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What a group's copy holds, and when none is made.
@Suite struct CheckoutTests {
  private func withOffice(_ body: (Store, TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let office = try Store.prepare(folder.file("office.db")).store
      try office.importing(
        .base.with(.add("groups.csv", "G2,第二组,"), .replace("visits.csv", "V4,2022,G1", "V4,2022,G2")))
      try body(office, folder)
    }
  }

  private func refusal(_ folder: TemporaryFolder, _ body: () throws -> some Any) -> [String] {
    let error = #expect(throws: StoreError.self) { try body() }
    return [Language.chinese, .english].map { error?.text(in: $0).replacing(folder.path + "/", with: "") ?? "" }
  }

  @Test func itHoldsTheGroupsVisits() throws {
    try withOffice { office, folder in
      let file = folder.file("g2.db")
      let summary = try office.checkout("G2", to: file, session: Store.tester)
      #expect(summary.replica == 1 && summary.visits == 1)
      let copy = try Store.open(file)
      #expect(try copy.rows("SELECT code FROM visit") == ["V4"])
      #expect(try copy.rows("SELECT DISTINCT visit FROM observation") == ["V4"])
      #expect(try copy.rows("SELECT count(*) FROM pilot_enterprise") == ["2"])
      #expect(try copy.rows("SELECT * FROM finding") == [])
      #expect(try copy.rows("PRAGMA foreign_key_check") == [])
      #expect(try copy.identity().office == office.identity().office)
      #expect(try copy.identity().replica == 1)
      // One file is all there is to carry.
      #expect(try copy.rows("PRAGMA journal_mode") == ["delete"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("g2") } == ["g2.db"])
      #expect(try office.merge(file, session: Store.tester).changes.isEmpty)
      let listed = try #require(try office.fieldCopies().first)
      #expect(listed.group == "G2" && listed.file == "g2.db" && listed.lastMerged == nil)
      // What the copy computes is what the office would of the same records.
      #expect(try copy.ranking(of: "2022", session: Store.tester).rows.count == 2)
    }
  }

  @Test func eachHasANumberOfItsOwn() throws {
    try withOffice { office, folder in
      for number in 1...3 {
        #expect(try office.checkout("G1", to: folder.file("\(number).db"), session: Store.tester).replica == number)
      }
      try office.executeAsOther("UPDATE field_copy SET replica = 1023 WHERE replica = 3")
      #expect(
        refusal(folder) { try office.checkout("G1", to: folder.file("more.db"), session: Store.tester) } == [
          "已签出 1023 份副本，没有编号可用了；让各组继续使用已有的副本",
          "1023 copies were checked out; no number is left; let the groups go on with the copies they have",
        ])
      #expect(!FileManager.default.fileExists(atPath: folder.file("more.db")))
      #expect(!FileManager.default.fileExists(atPath: folder.file("more.db.part")))
    }
  }

  @Test func whatIsRefused() throws {
    try withOffice { office, folder in
      let file = folder.file("g1.db")
      #expect(
        refusal(folder) { try office.checkout("G9", to: file, session: Store.tester) } == [
          "没有督查观摩组 G9；有：G1、G2", "there is no inspection group G9; there are: G1, G2",
        ])
      #expect(!FileManager.default.fileExists(atPath: file))
      _ = try office.checkout("G1", to: file, session: Store.tester)
      #expect(
        refusal(folder) { try office.checkout("G1", to: file, session: Store.tester) } == [
          "g1.db 已经存在；换一个文件名，副本不会被覆盖", "g1.db is there already; name another file: a copy is never overwritten",
        ])
      #expect(
        refusal(folder) { try Store.open(file).checkout("G1", to: folder.file("x.db"), session: Store.tester) } == [
          "g1.db 是第 1 号副本，不能再签出；在办公室数据库上签出",
          "g1.db is copy 1; copies can't be checked out of it; check out of the office's own database",
        ])
      #expect(
        refusal(folder) { try office.checkout("G1", to: folder.file("no/x.db"), session: Store.tester) } == [
          "写不了 no/x.db：No such file or directory；检查路径和权限",
          "can't write no/x.db: No such file or directory; check the path and its permissions",
        ])
      let part = try PartFile(of: folder.file("y.db"))
      #expect(
        refusal(folder) { try office.checkout("G1", to: folder.file("y.db"), session: Store.tester) } == [
          "另一个 kaohe 正在写 y.db；等它结束，或换一个名字",
          "another kaohe is making y.db; wait until it has finished, or choose another name",
        ])
      part.discard()
      #expect(try office.fieldCopies().count == 1)
    }
  }
}
