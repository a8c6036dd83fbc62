import Foundation
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Names that lead elsewhere, or that look like others: only names are compared, and nothing outside the folder is read.
@Suite struct EvidenceNameTests {
  /// What becomes of one registered file of the bytes `abc`, by its name.
  ///
  /// - Parameter fill: puts something into the folder `files` of the one that it gets.
  private func outcome(of name: String, _ fill: (TemporaryFolder) throws -> Void) throws -> String {
    try withTemporaryFolder { folder in
      let store = try Store.withBase()
      try store.executeAsOther(
        """
        UPDATE evidence SET file_name = '\(name.replacing("'", with: "''"))', size_bytes = 3,
          sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' WHERE code = 'EV1'
        """)
      try FileManager.default.createDirectory(atPath: folder.file("files"), withIntermediateDirectories: false)
      try folder.write(Array("abc".utf8), to: "outside.pdf")
      try fill(folder)
      return try store.verifyEvidence(in: folder.file("files")).map { "\($0.outcome) \($0.path ?? "")" }.joined()
    }
  }

  @Test(arguments: [
    "../outside.pdf", "/etc/passwd", "..", ".", " ", "files/../outside.pdf", "~/outside.pdf", "C:\\outside.pdf",
    "..\\outside.pdf",
    "CON", "NUL.txt", "outside.pdf\u{202E}", String(repeating: "长", count: 10_000), "-rf", "$(id)", "a\nb",
  ])
  func namesLeadNowhere(name: String) throws {
    #expect(try outcome(of: name) { _ in } == "missing ")
  }

  @Test func linksAreNotFollowed() throws {
    let found = try outcome(of: "outside.pdf") { folder in
      for (link, target) in [("outside.pdf", "../outside.pdf"), ("all", ".."), ("loop", "loop"), ("zero", "/dev/zero")]
      {
        try FileManager.default.createSymbolicLink(atPath: folder.file("files/" + link), withDestinationPath: target)
      }
      mkfifo(folder.file("files/pipe"), 0o600)
    }
    #expect(found == "missing ")
  }

  /// Other letters are another file, whatever a disk of Windows thinks of it; another form of the same letters is not.
  @Test func lettersCount() throws {
    func found(_ file: String) throws -> String {
      try outcome(of: "Caf\u{E9}.pdf") { try $0.write(Array("abd".utf8), to: "files/" + file) }
    }
    #expect(try found("caf\u{E9}.pdf") == "missing ")
    #expect(try found("Cafe\u{301}.pdf").hasPrefix("changed "))
  }

  /// A name in GBK, as archives from Windows have it: the file is found by what it holds.
  @Test func aNameNeedNotBeUTF8() throws {
    let found = try outcome(of: "纪要.pdf") { folder in
      let name: [CChar] = [-68, -51, -46, -86, 0x2E, 0x70, 0x64, 0x66, 0]
      let path = folder.file("files/").utf8CString.dropLast() + name
      let file = open(Array(path), O_WRONLY | O_CREAT | O_EXCL, 0o600)
      #expect(write(file, "abc", 3) == 3)
      close(file)
    }
    #expect(found == "renamed \u{FFFD}\u{FFFD}Ҫ.pdf")
  }
}
