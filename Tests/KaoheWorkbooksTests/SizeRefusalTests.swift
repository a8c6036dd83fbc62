import KaoheTestSupport
import Testing

@testable import KaoheWorkbooks

/// Files that would take more memory or time than any workbook of ours.
@Suite struct SizeRefusalTests {
  static let hint = (
    zh: "删去多余的工作表、图片和格式，另存后再试",
    en: "remove sheets, pictures and formats that are not needed, and save it again"
  )

  private func expect(_ parts: WorkbookParts, _ chinese: String, _ english: String) throws {
    try parts.withFile { expect($0, chinese, english) }
  }

  private func expect(_ path: String, _ chinese: String, _ english: String) {
    Refusal("workbook-too-large", "\(chinese)；\(Self.hint.zh)", "\(english); \(Self.hint.en)")
      .expect { _ = try WorkbookReader(path: path) }
  }

  @Test func partsThatInflateTooFar() throws {
    var parts = WorkbookParts()
    parts["xl/media/bomb.xml"] = String(repeating: " ", count: 2 << 20)
    try expect(
      parts, "部件“xl/media/bomb.xml”解压后是压缩时的 200 倍以上",
      "the part “xl/media/bomb.xml” would inflate to over 200 times its size")
  }

  @Test func smallPartsMayInflateFar() throws {
    var parts = WorkbookParts()
    parts["xl/media/blank.xml"] = String(repeating: " ", count: 1 << 20)
    try parts.withFile { _ = try WorkbookReader(path: $0) }
  }

  @Test func tooManyParts() throws {
    var parts = WorkbookParts()
    for number in parts.parts.count...2000 { parts.parts.append(("x\(number)", "")) }
    try expect(
      parts, "压缩包里有 2001 个部件，最多 2000 个", "the archive has 2001 parts; at most 2000 are read")
  }

  @Test func partsAndWholesByTheDirectory() throws {
    try WorkbookParts().withFile { path in
      try ZipFile.patch(path, part: "xl/styles.xml") { $0.setSize(257 << 20) }
      expect(
        path, "部件“xl/styles.xml”解压后超过 256 MB",
        "the part “xl/styles.xml” would inflate to over 256 MB")
    }
    var parts = WorkbookParts()
    var limits = WorkbookLimits()
    limits.totalBytes = 3 << 20
    for number in 1...4 {
      var random = SeededGenerator(seed: UInt64(number))
      parts["x\(number)"] = (0..<1 << 16).map { _ in String(random.next(), radix: 36) }.joined()
    }
    try parts.withFile { path in
      Refusal(
        "workbook-too-large", "解压后超过 3 MB；\(Self.hint.zh)",
        "it would inflate to over 3 MB; \(Self.hint.en)"
      )
      .expect { _ = try WorkbookReader(path: path, limits: limits) }
    }
  }

  @Test func largeFiles() throws {
    var limits = WorkbookLimits()
    limits.fileBytes = 0
    try WorkbookParts().withFile { path in
      Refusal(
        "workbook-too-large", "文件超过 0 MB；\(Self.hint.zh)", "the file is over 0 MB; \(Self.hint.en)"
      )
      .expect { _ = try WorkbookReader(path: path, limits: limits) }
    }
  }

  /// The directory says 100 bytes; what is inflated is counted.
  @Test func directoriesThatLie() throws {
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 50_000)
    try WorkbookParts(rows: rows).withFile { path in
      try ZipFile.patch(path, part: "xl/worksheets/sheet1.xml") { $0.setSize(100) }
      var count = 0
      Refusal(
        "wrong-part-size",
        "评分表: 部件“xl/worksheets/sheet1.xml”比文件目录里写的大，不予读取；\(FileRefusalTests.saveAgain.zh)",
        "评分表: the part “xl/worksheets/sheet1.xml” is larger than the file says it is, and is not read; "
          + FileRefusalTests.saveAgain.en
      ).expect { try WorkbookReader(path: path).read("评分表") { _ in count += 1 } }
      #expect(count < 1000)
    }
  }

  @Test func tooManyCells() throws {
    var limits = WorkbookLimits()
    limits.cells = 3
    let hint = (
      zh: "删去空白的行和列（连同格式），另存后再试",
      en: "delete the blank rows and columns with their formats, and save it again"
    )
    Refusal(
      "too-many-cells", "评分表!B2: 单元格超过 3 个；\(hint.zh)", "评分表!B2: there are over 3 cells; \(hint.en)"
    )
    .expect {
      _ = try WorkbookParts(rows: "<row><c/><c/></row><row><c/><c/></row>").read(limits: limits)
    }
    #expect(
      try WorkbookParts(rows: "<row><c/><c/></row><row><c/></row>").read(limits: limits).count == 3)
  }

  @Test func longLists() throws {
    var limits = WorkbookLimits()
    limits.listed = 3
    try WorkbookParts().withFile { path in
      let problem = #expect(throws: WorkbookProblem.self) {
        _ = try WorkbookReader(path: path, limits: limits)
      }
      #expect(
        problem?.problem.english == "the part “xl/_rels/workbook.xml.rels” lists over 3 entries")
      #expect(problem?.problem.chinese == "部件“xl/_rels/workbook.xml.rels”列出的项目超过 3 个")
    }
  }

  @Test func longTexts() throws {
    // Mixed, or it would be refused for how far it inflates.
    var random = SeededGenerator(seed: 1)
    let text = String((0..<360_000).map { _ in random.pick("甲乙丙丁戊己庚辛壬癸") })
    let refusal = Refusal(
      "cell-too-large", "评分表!A1: 有单元格的文字超过 1 MB", "评分表!A1: a cell has over 1 MB of text")
    refusal.expect {
      _ = try WorkbookParts(rows: "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>")
        .read()
    }
    refusal.expect {
      _ = try WorkbookParts(rows: "<row><c t=\"str\"><v>\(text)</v></c></row>").read()
    }
    var shared = WorkbookParts(rows: "<row><c t=\"s\"><v>0</v></c></row>")
    shared["xl/sharedStrings.xml"] = "<sst><si><r><t>\(text)</t></r></si></sst>"
    Refusal("cell-too-large", "有单元格的文字超过 1 MB", "a cell has over 1 MB of text").expect {
      _ = try shared.read()
    }
  }
}
