import Foundation
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// The register of evidence, and the files that it stands for.
@Suite struct EvidenceTests {
  private static let session = Session(actor: "S1", command: "evidence add")

  private func add(_ store: Store, _ file: String, _ title: String = "材料", subject: String = "district:d1") throws
    -> String
  {
    try store.add(
      NewEvidence(subject: subject, title: title, file: file, date: "2022-06-01"), session: Self.session)
  }

  @Test func whatIsStoredOfAFile() throws {
    try withTemporaryFolder { folder in
      let store = try Store.withBase()
      try folder.write(Array("abc".utf8), to: "会议 照片.JPG")
      #expect(try add(store, folder.file("会议 照片.JPG")) == "d1-TZ1")
      #expect(
        try store.rows("SELECT kind, sha256, size_bytes, file_name, date FROM evidence WHERE code = 'd1-TZ1'") == [
          "照片 | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad | 3 | 会议 照片.JPG | 2022-06-01"
        ])
      #expect(try store.rows("SELECT actor, record FROM audit_log WHERE table_name = 'evidence'").last == "S1 | d1-TZ1")
    }
  }

  @Test func aLongFileIsReadInPieces() throws {
    try withTemporaryFolder { folder in
      // A million times the letter a, as FIPS 180 has it.
      try folder.write([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000), to: "a.bin")
      let file = try EvidenceFile(folder.file("a.bin"))
      #expect(file.sha256 == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
      #expect(file.size == 1_000_000)
    }
  }

  @Test(arguments: [("a.png", "照片"), ("a.XLSX", "台账"), ("a.csv", "台账"), ("a.pdf", "文件"), ("a", "文件"), ("", "文件")])
  func kinds(name: String, kind: String) {
    #expect(EvidenceFile.kind(of: name) == kind)
  }

  @Test func theSameFileTwice() throws {
    try withTemporaryFolder { folder in
      let store = try Store.withBase()
      for name in ["a.pdf", "b.pdf"] { try folder.write(Array("abc".utf8), to: name) }
      _ = try add(store, folder.file("a.pdf"), "纪要")
      let refused = #expect(throws: ChangeRefused.self) { try add(store, folder.file("b.pdf"), "别的") }
      #expect(refused?.text(in: .chinese) == "b.pdf 已为 district:d1 登记：d1-TZ1《纪要》；直接引用这个编号")
      #expect(
        refused?.text(in: .english) == "b.pdf is registered for district:d1 already: d1-TZ1 “纪要”; use that code")
      #expect(try add(store, folder.file("b.pdf"), subject: "enterprise:E1") == "E1-TZ1")
    }
  }

  @Test func withoutAFile() throws {
    let store = try Store.withBase()
    let code = try store.add(
      NewEvidence(subject: "park:P1", title: "站牌", kind: "照片", number: "园〔2022〕1号", source: "园区办"),
      session: Self.session)
    #expect(code == "P1-TZ1")
    #expect(
      try store.rows("SELECT subject, kind, number, source, sha256, date = date('now', 'localtime') FROM evidence")
        .last == "park:P1 | 照片 | 园〔2022〕1号 | 园区办 |  | 1")
    #expect(try store.evidence(in: "示例甲区").map(\.code) == ["EV1", "P1-TZ1"])
    #expect(try store.evidence(of: "park:P1").map(\.subjectName) == ["示例园"])
  }

  @Test func verification() throws {
    try withTemporaryFolder { folder in
      let store = try Store.withBase()
      let (files, outside) = (folder.file("files"), folder.file("outside"))
      for path in [files + "/2022/深", outside] {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      for name in ["fine", "changed", "missing", "renamed", "linked", "trick"] {
        try folder.write(Array(name.utf8), to: "files/\(name).pdf")
        _ = try add(store, folder.file("files/\(name).pdf"), name)
      }
      func move(_ old: String, _ new: String) throws {
        try FileManager.default.moveItem(atPath: folder.file(old), toPath: folder.file(new))
      }
      try move("files/fine.pdf", "files/2022/深/fine.pdf")
      // Another file of the same name is no change of this one.
      try folder.write(Array("another".utf8), to: "files/fine.pdf")
      try folder.write(Array("other!!".utf8), to: "files/changed.pdf")
      try FileManager.default.removeItem(atPath: files + "/missing.pdf")
      try move("files/renamed.pdf", "files/2022/新名.pdf")
      // A link out of the folder, to a file and to a folder.
      try move("files/linked.pdf", "outside/linked.pdf")
      try FileManager.default.createSymbolicLink(
        atPath: files + "/linked.pdf", withDestinationPath: outside + "/linked.pdf")
      try FileManager.default.createSymbolicLink(atPath: files + "/链接", withDestinationPath: outside)
      try move("files/trick.pdf", "outside/trick.pdf")
      try store.executeAsOther(
        "UPDATE evidence SET file_name = '../outside/trick.pdf' WHERE title = 'trick'")
      let found = try store.verifyEvidence(in: files).map { "\($0.evidence.title) \($0.outcome) \($0.path ?? "")" }
      #expect(
        found.sorted() == [
          "changed changed changed.pdf", "fine ok 2022/深/fine.pdf", "linked missing ", "missing missing ",
          "renamed renamed 2022/新名.pdf", "trick missing ",
        ])
    }
  }
}
