import Glibc
import KaoheTestSupport
import Testing

@testable import KaoheWorkbooks

/// Files that are no workbook, or one that could do harm.
@Suite struct FileRefusalTests {
  static let saveAgain = (
    zh: "在 Excel 或 WPS 里打开，另存为 .xlsx 后再试",
    en: "open it in Excel or WPS, save it as .xlsx, and try that file"
  )

  static let notAWorkbook = Refusal(
    "not-a-workbook", "不是 .xlsx 工作簿；在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”",
    "this is no .xlsx workbook; open it in Excel or WPS and save it as “Excel Workbook (.xlsx)”")

  static let macros = Refusal(
    "workbook-with-macros", "工作簿含有宏，不予读取；另存为不含宏的 .xlsx",
    "the workbook contains macros and is not read; save it as .xlsx, which has no macros")

  @Test func missingFile() throws {
    try withTemporaryFolder { folder in
      Refusal("no-such-file", "没有这个文件", "there is no such file")
        .expect { _ = try WorkbookReader(path: folder.file("absent.xlsx")) }
    }
  }

  @Test func foldersAndPipesAreNoFiles() throws {
    try withTemporaryFolder { folder in
      let refusal = Refusal("unreadable-file", "无法读取：这不是一个文件", "can't be read: this is not a file")
      refusal.expect { _ = try WorkbookReader(path: folder.path) }
      try #require(mkfifo(folder.file("pipe"), 0o600) == 0)
      refusal.expect { _ = try WorkbookReader(path: folder.file("pipe")) }
    }
  }

  @Test(arguments: [
    [], [0x50], Array("项目,分数\n".utf8), [0x50, 0x4B, 3, 4],
    Array("PK\u{3}\u{4} and no archive behind it".utf8),
    [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18),
  ])
  func otherFiles(bytes: [UInt8]) throws {
    try withTemporaryFolder { folder in
      try folder.write(bytes, to: "book.xlsx")
      Self.notAWorkbook.expect { _ = try WorkbookReader(path: folder.file("book.xlsx")) }
    }
  }

  @Test func otherArchives() throws {
    var text = WorkbookParts()
    text["[Content_Types].xml"] = WorkbookParts.contentTypes.replacing(
      "spreadsheetml.sheet", with: "wordprocessingml.document")
    var binary = WorkbookParts()
    binary["[Content_Types].xml"] = WorkbookParts.contentTypes.replacing(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
      with: "application/vnd.ms-excel.sheet.binary.main")
    var openDocument = WorkbookParts()
    openDocument.parts = [
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>"),
    ]
    var empty = WorkbookParts()
    empty["_rels/.rels"] = WorkbookParts.relationships([])
    for parts in [text, binary, openDocument, empty] {
      try parts.withFile { path in Self.notAWorkbook.expect { _ = try WorkbookReader(path: path) } }
    }
  }

  @Test func oldAndEncryptedFiles() throws {
    try withTemporaryFolder { folder in
      try folder.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], to: "book.xls")
      Refusal(
        "old-or-encrypted-workbook", "这是旧版 .xls 文件，或是加了密码的文件；在 Excel 或 WPS 里打开，去掉密码，另存为 .xlsx",
        "this is an old .xls file, or one with a password; open it in Excel or WPS, take the password off, and save it as .xlsx"
      ).expect { _ = try WorkbookReader(path: folder.file("book.xls")) }
    }
  }

  @Test func encryptedArchives() throws {
    try WorkbookParts().withFile { path in
      try ZipFile.patch(path, part: "xl/workbook.xml") { $0.setEncrypted() }
      Refusal(
        "encrypted-workbook", "文件加了密码；去掉密码，在 Excel 或 WPS 里另存为 .xlsx",
        "the file has a password; take the password off, and save it as .xlsx from Excel or WPS"
      ).expect { _ = try WorkbookReader(path: path) }
    }
  }

  @Test func macrosAreRefused() throws {
    var project = WorkbookParts()
    project["xl/somewhere/VBAProject.bin"] = "x"
    var enabled = WorkbookParts()
    enabled["[Content_Types].xml"] = WorkbookParts.contentTypes.replacing(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
      with: "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    var old = WorkbookParts()
    old["[Content_Types].xml"] = WorkbookParts.contentTypes.replacing(
      "</Types>",
      with:
        "<Override PartName=\"/xl/macrosheets/a.xml\" ContentType=\"application/vnd.ms-excel.macrosheet+xml\"/></Types>"
    )
    for parts in [project, enabled, old] {
      try parts.withFile { path in Self.macros.expect { _ = try WorkbookReader(path: path) } }
    }
  }

  @Test(arguments: [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "xl/worksheets/sheet2.xml",
    "xl/styles.xml",
  ])
  func missingParts(part: String) throws {
    var parts = WorkbookParts()
    parts[part] = nil
    try parts.withFile { path in
      Refusal(
        "missing-part", "工作簿缺少部件“\(part)”；\(Self.saveAgain.zh)",
        "the workbook lacks its part “\(part)”; \(Self.saveAgain.en)"
      ).expect { _ = try WorkbookReader(path: path) }
    }
  }

  @Test func sheetsWithoutParts() throws {
    var parts = WorkbookParts()
    parts["xl/workbook.xml"] = WorkbookParts.workbook(["甲", "乙"]).replacing("rId2", with: "rId9")
    try parts.withFile { path in
      Refusal(
        "missing-part", "乙: 工作簿缺少部件“rId9”；\(Self.saveAgain.zh)",
        "乙: the workbook lacks its part “rId9”; \(Self.saveAgain.en)"
      ).expect { _ = try WorkbookReader(path: path) }
    }
  }

  /// Targets are names of parts; no file of the machine is ever one.
  @Test func targetsThatClimbOut() throws {
    var parts = WorkbookParts()
    parts["xl/_rels/workbook.xml.rels"] = WorkbookParts.relationships([
      ("rId1", "worksheet", "../../../../etc/passwd"),
      ("rId2", "worksheet", "worksheets/sheet2.xml"),
    ])
    try parts.withFile { path in
      Refusal(
        "missing-part", "工作簿缺少部件“etc/passwd”；\(Self.saveAgain.zh)",
        "the workbook lacks its part “etc/passwd”; \(Self.saveAgain.en)"
      ).expect { _ = try WorkbookReader(path: path) }
    }
  }

  @Test func sheetsOfOneName() throws {
    var parts = WorkbookParts()
    parts["xl/workbook.xml"] = WorkbookParts.workbook(["a", "A"])
    try parts.withFile { path in
      Refusal(
        "duplicate-sheet", "有两个工作表叫“A”；\(Self.saveAgain.zh)",
        "two sheets are called “A”; \(Self.saveAgain.en)"
      )
      .expect { _ = try WorkbookReader(path: path) }
    }
  }

  @Test func partsOfOneName() throws {
    var parts = WorkbookParts()
    parts["XL\\Workbook.xml"] = "<a/>"
    try parts.withFile { path in
      Refusal(
        "damaged-file", "文件损坏：部件“XL\\Workbook.xml”出现了两次；\(Self.saveAgain.zh)",
        "the file is damaged: the part “XL\\Workbook.xml” stands twice; \(Self.saveAgain.en)"
      ).expect { _ = try WorkbookReader(path: path) }
    }
  }

  @Test func damagedParts() throws {
    try WorkbookParts().withFile { path in
      try ZipFile.patch(path, part: "xl/workbook.xml") { $0.setMethod(12) }
      Refusal(
        "damaged-file", "文件损坏：部件“xl/workbook.xml”的压缩方法不是工作簿用的；\(Self.saveAgain.zh)",
        "the file is damaged: the part “xl/workbook.xml” is compressed as no workbook is; \(Self.saveAgain.en)"
      ).expect { _ = try WorkbookReader(path: path) }
    }
    try WorkbookParts().withFile { path in
      try ZipFile.patch(path, part: "xl/workbook.xml") { $0.setMethod(0) }
      let problem = #expect(throws: WorkbookProblem.self) { _ = try WorkbookReader(path: path) }
      #expect(["damaged-file", "broken-xml", "wrong-part-size"].contains(problem?.code))
    }
  }
}
