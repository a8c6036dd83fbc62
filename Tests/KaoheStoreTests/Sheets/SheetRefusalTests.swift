import Foundation
import KaoheScoring
import KaoheWorkbooks
import Testing

@testable import KaoheStore

/// Every way in which a sheet can be spoilt, with every word that is said about it; and that nothing of it is stored.
@Suite struct SheetRefusalTests {
  /// Expects these messages, Chinese ones first, of a sheet of the draft V6, which has an answer beside the mistake.
  private func expect(
    _ messages: String..., sourceLocation: SourceLocation = #_sourceLocation,
    patch: (String) throws -> Void = { _ in }, _ spoil: (inout FilledSheet) -> Void
  ) throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V6")
    sheet.fill("A2", is: "无")
    spoil(&sheet)
    let found = try sheet.refusal(of: store, patch: patch)
    #expect(found == messages, sourceLocation: sourceLocation)
    expectSame(try store.contents(), try Store.baseContents.get(), sourceLocation: sourceLocation)
  }

  private static let again = "；用 `kaohe sheet 督查 --format xlsx --out 文件` 重新生成，再填写"
  private static let againEnglish =
    "; make a new one with `kaohe sheet VISIT --format xlsx --out FILE` and fill that in"

  // MARK: Whose sheet it is

  @Test func noWorkbook() throws {
    try expect(
      "V.xlsx: 不是 .xlsx 工作簿；在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”",
      "V.xlsx: this is no .xlsx workbook; open it in Excel or WPS and save it as “Excel Workbook (.xlsx)”",
      patch: { try Data("PK, but no archive".utf8).write(to: URL(filePath: $0)) }, { _ in })
  }

  @Test func noFile() throws {
    let error = #expect(throws: ImportError.self) {
      try Store.withBase().importSheet("/nowhere/V.xlsx", session: Store.tester)
    }
    #expect(error?.messages == ["V.xlsx: 没有这个文件", "V.xlsx: there is no such file"])
  }

  @Test func macros() throws {
    try expect(
      "V.xlsx: 工作簿含有宏，不予读取；另存为不含宏的 .xlsx",
      "V.xlsx: the workbook contains macros and is not read; save it as .xlsx, which has no macros",
      patch: { path in
        try WorkbookPatch.apply(path, part: "[Content_Types].xml") {
          $0.replacing("spreadsheetml.sheet.main+xml", with: "sheet.macroEnabled.main+xml")
            .replacing("openxmlformats-officedocument.sheet.macroEnabled", with: "ms-excel.sheet.macroEnabled")
        }
      }, { _ in })
  }

  @Test func renamedSheet() throws {
    try expect(
      "V.xlsx: 没有名为“打分表”的工作表，有：我的表；把打分表所在工作表的名字改回“打分表”",
      "V.xlsx: there is no sheet “打分表”; there are: 我的表; give the sheet its name “打分表” back"
    ) { $0.workbook.sheets[0].name = "我的表" }
  }

  @Test func notOneOfOurs() throws {
    try expect(
      "V.xlsx: 这不是 kaohe 生成的打分表（没有隐藏的工作表 _kaohe）" + Self.again,
      "V.xlsx: this is no scoring sheet of kaohe (it has no hidden sheet _kaohe)" + Self.againEnglish
    ) { $0.workbook.sheets.removeAll { $0.name == "_kaohe" } }
  }

  @Test func laterFormat() throws {
    try expect(
      "V.xlsx: 打分表的格式是“2”，本程序读“1”" + Self.again,
      "V.xlsx: the sheet has the format “2”; this program reads “1”" + Self.againEnglish
    ) { $0.setIdentity("kaohe-sheet", "2") }
  }

  @Test(arguments: ["kaohe-sheet", "visit", "lines", "heading_row", "number"])
  func changedIdentity(mark: String) throws {
    try expect(
      "V.xlsx: 隐藏的工作表 _kaohe 被改动过，无法识别各行对应的指标" + Self.again,
      "V.xlsx: the hidden sheet _kaohe was changed; it no longer says what each row stands for" + Self.againEnglish
    ) { sheet in
      let row = sheet.workbook.sheets[1].rows.firstIndex { $0.cells[0]?.text == mark } ?? 0
      sheet.workbook.sheets[1].rows[row].cells[mark == "lines" ? 1 : 0]?.text = "999"
    }
  }

  @Test func unknownVisit() throws {
    try expect(
      "V.xlsx: 这是督查 V99 的打分表，数据库里没有这次督查；检查 --db 指的是不是生成它的数据库",
      "V.xlsx: this is the sheet of the visit V99, which the database does not have; "
        + "check that --db names the database that it was made from"
    ) { $0.setIdentity("visit", "V99") }
  }

  @Test func otherRules() throws {
    try expect(
      "V.xlsx: 打分表按细则 large 生成，督查 V6 现在用 small" + Self.again,
      "V.xlsx: the sheet was made by the rule set large; the visit V6 is now scored by small" + Self.againEnglish
    ) { $0.setIdentity("rule_set", "large") }
  }

  @Test func otherContentOfTheRules() throws {
    let here = try Store.withBase().sheet(of: "V6").contentHash.prefix(12)
    let other = String(repeating: "0", count: 64)
    try expect(
      "V.xlsx: 打分表按细则 small 的另一份内容生成（哈希 000000000000，这里是 \(here)）" + Self.again,
      "V.xlsx: the sheet was made by another content of the rule set small (hash 000000000000; here it is \(here))"
        + Self.againEnglish
    ) { $0.setIdentity("content_sha256", other) }
  }

  // MARK: The table

  @Test func renamedHeading() throws {
    let hints = ["；列不能增删、改名或移动", "; columns can't be added, deleted, renamed or moved"]
    try expect(
      "V.xlsx: 打分表!K6: 列名应为“考评结果”，现在是“结果”" + hints[0], "V.xlsx: 打分表!N6: 缺少列名“台账”" + hints[0],
      "V.xlsx: 打分表!K6: the heading should be “考评结果” and is “结果”" + hints[1],
      "V.xlsx: 打分表!N6: the heading “台账” is missing" + hints[1]
    ) {
      $0[6, .value] = "结果"
      $0[6, .evidence] = ""
    }
  }

  @Test func insertedRowAboveTheHeadings() throws {
    try expect(
      "V.xlsx: 打分表!6: 这一行应是列名：序号、指标代码、考核内容、分值、评分标准、考评方式、自评分、细项代码、细项、评分人、考评结果、考评分、扣分说明、台账；撤销插入或删除的行",
      "V.xlsx: 打分表!6: this row should hold the headings: 序号, 指标代码, 考核内容, 分值, 评分标准, 考评方式, 自评分, 细项代码, 细项, 评分人, "
        + "考评结果, 考评分, 扣分说明, 台账; undo what inserted or deleted rows"
    ) { sheet in
      sheet.workbook.sheets[0].rows.insert(Sheet.Row(), at: 0)
      sheet.workbook.sheets[0].merges = []
    }
  }

  private static let fixed = "；序号和代码不能改，行不能增删或排序"
  private static let fixedEnglish = "; numbers and codes can't be changed, rows not added, deleted or sorted"

  @Test func changedCodes() throws {
    try expect(
      "V.xlsx: 打分表!B7: 指标代码: 应是“A1”，现在是“A9”" + Self.fixed, "V.xlsx: 打分表!H8: 细项代码: 应是“A1-1”，现在是空的" + Self.fixed,
      "V.xlsx: 打分表!B7: 指标代码: should be “A1” and is “A9”" + Self.fixedEnglish,
      "V.xlsx: 打分表!H8: 细项代码: should be “A1-1” and is empty" + Self.fixedEnglish
    ) {
      $0[7, .leaf] = "A9"
      $0[8, .item] = ""
    }
  }

  @Test func changedScorer() throws {
    let row = try FilledSheet(Store.withBase(), "V6").row("A6", scorer: "S1")
    try expect(
      "V.xlsx: 打分表!J\(row): 评分人: 应是“S1”，现在是“S2”" + Self.fixed,
      "V.xlsx: 打分表!J\(row): 评分人: should be “S1” and is “S2”" + Self.fixedEnglish
    ) { $0.fill("A6", scorer: "S1", is: "4", by: "S2") }
  }

  @Test func deletedRow() throws {
    try expect(
      "V.xlsx: 工作表“打分表”少了序号 2（A1-1）的一行" + Self.fixed,
      "V.xlsx: the row of number 2 (A1-1) is gone from the sheet “打分表”" + Self.fixedEnglish
    ) {
      $0.workbook.sheets[0].rows.remove(at: 7)
      $0.workbook.sheets[0].merges = []
    }
  }

  @Test func addedRow() throws {
    try expect(
      "V.xlsx: 打分表!8: 这一行不是打分表原有的" + Self.fixed,
      "V.xlsx: 打分表!8: this row was not in the sheet when it was made" + Self.fixedEnglish
    ) { sheet in
      sheet.workbook.sheets[0].rows.insert(sheet.workbook.sheets[0].rows[6], at: 7)
      sheet.workbook.sheets[0].merges = []
    }
  }

  @Test func sortedRows() throws {
    try expect(
      "V.xlsx: 打分表!A8: 序号: 从这一行起，行的顺序变了；按序号重新排好",
      "V.xlsx: 打分表!A8: 序号: from here on the rows are in another order; sort them by number again"
    ) { $0.workbook.sheets[0].rows.swapAt(6, 7) }
  }

  @Test func textBesideAndBelow() throws {
    let hints = ["”，不会导入；移到所属行的“扣分说明”里，或删去", "”, that would not be imported; move it to 扣分说明 in its row, or delete it"]
    try expect(
      "V.xlsx: 打分表!O8: 表格之外有文字“见附页" + hints[0],
      "V.xlsx: 打分表!O8: there is a text outside the table, “见附页" + hints[1]
    ) { $0.workbook.sheets[0].rows[7].cells.append(Sheet.Cell("见附页")) }
    let below = try FilledSheet(Store.withBase(), "V6").workbook.sheets[0].rows.count + 1
    try expect(
      "V.xlsx: 打分表!C\(below): 表格之外有文字“补充" + hints[0],
      "V.xlsx: 打分表!C\(below): there is a text outside the table, “补充" + hints[1]
    ) { $0.workbook.sheets[0].rows.append(Sheet.Row([nil, nil, Sheet.Cell("补充")])) }
  }

  // MARK: Cells

  @Test(arguments: [
    (
      "<f>1+2</f><v>3</v>", nil as String?, "是公式，不能作为答案；直接填写结果，或选择性粘贴为“数值”",
      "is a formula, which is no answer; type the result, or paste it as a value"
    ),
    ("<v>#DIV/0!</v>", "e", "是错误值 #DIV/0!；清空后直接填写", "is the error #DIV/0!; clear the cell and type the answer"),
    ("<v>1</v>", "b", "是逻辑值 TRUE；填 是 或 否", "is the logical value TRUE; write 是 (yes) or 否 (no)"),
    (
      "<v>2022-03-04</v>", "d", "是日期：表格程序把填写的内容变成了日期；把单元格格式设为“文本”，再填 3/4 这样的数",
      "is a date: the spreadsheet made one of what was typed; format the cell as text, then write the number, such as 3/4"
    ),
  ])
  func noAnswer(content: String, type: String?, chinese: String, english: String) throws {
    try expect(
      "V.xlsx: 打分表!K7: 考评结果: \(chinese)", "V.xlsx: 打分表!K7: 考评结果: \(english)",
      patch: { try WorkbookPatch.setCell($0, "K7", content, type: type) }, { _ in })
  }

  @Test func aNumberIsAnAnswer() throws {
    let store = try Store.withBase()
    let sheet = try FilledSheet(store, "V6")
    let cell = "K\(sheet.row("A4"))"
    try sheet.imported(into: store) { try WorkbookPatch.setCell($0, cell, "<v>0.30000000000000004</v>", type: nil) }
    #expect(try store.sheet(of: "V6").entry(of: "A4")?.rows.map(\.value) == ["0.3"])
  }

  @Test func wordsWithoutAnAnswer() throws {
    let sheet = try FilledSheet(Store.withBase(), "V6")
    let (a1, a5) = (sheet.row("A1", "A1-1"), sheet.row("A5"))
    let hint = "，没有填考评结果；填上考评结果；没有可记的填 无，撤回填 -"
    let english = "and no result; write the result: 无 where there is nothing, - to withdraw"
    try expect(
      "V.xlsx: 打分表!K\(a1): 考评结果: 填了扣分说明、台账" + hint, "V.xlsx: 打分表!K\(a5): 考评结果: 填了评分人" + hint,
      "V.xlsx: 打分表!K\(a1): 考评结果: 扣分说明, 台账 are filled in, \(english)",
      "V.xlsx: 打分表!K\(a5): 考评结果: 评分人 is filled in, \(english)"
    ) {
      $0.fill("A1", "A1-1", is: "", reason: "少两次", evidence: "EV1")
      $0.fill("A5", is: "", by: "S1 张三")
    }
  }

  /// The checks of a folder, with the places of a sheet.
  @Test func whatAFolderIsRefusedForIsRefusedHere() throws {
    let sheet = try FilledSheet(Store.withBase(), "V6")
    let (a1, a4, a5, a7) = (sheet.row("A1", "A1-1"), sheet.row("A4"), sheet.row("A5"), sheet.row("A7"))
    try expect(
      "V.xlsx: 打分表!M\(a1): 扣分说明: 扣分要写明理由",
      "V.xlsx: 打分表!K\(a4): 考评结果: “很好”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数",
      "V.xlsx: 打分表!J\(a5): 评分人: 没有代码为“赵六”的督查员", "V.xlsx: 打分表!N\(a5): 台账: 没有编号为“EV9”的台账",
      "V.xlsx: 打分表!H\(a7): 细项代码: “5”没有指明细项：每种答案一行，填人数",
      "V.xlsx: 打分表!M\(a1): 扣分说明: a deduction needs a reason",
      "V.xlsx: 打分表!K\(a4): 考评结果: “很好”: not a number: write 0.85, 85% or 45/60; "
        + "write a number such as 45/60, 85%, 0.85 or 1041",
      "V.xlsx: 打分表!J\(a5): 评分人: there is no inspector “赵六”", "V.xlsx: 打分表!N\(a5): 台账: there is no evidence “EV9”",
      "V.xlsx: 打分表!H\(a7): 细项代码: “5” names no item: one row an answer, with its count"
    ) {
      $0.fill("A1", "A1-1", is: "2")
      $0.fill("A4", is: "很好")
      $0.fill("A5", is: "优", evidence: "EV9", by: "赵六")
      $0.fill("A7", is: "5")
    }
  }

  @Test func rowsThatCannotStandTogether() throws {
    let row = try FilledSheet(Store.withBase(), "V6").row("A1")
    try expect(
      "V.xlsx: 打分表!K\(row): 考评结果: A1：“无”必须是本指标本次唯一的一行",
      "V.xlsx: 打分表!K\(row): 考评结果: A1: “none” stands alone in its leaf and visit"
    ) {
      $0.fill("A1", is: "无")
      $0.fill("A1", "A1-1", is: "1", reason: "少一次")
    }
  }

  @Test func aSubmittedVisit() throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V2")
    sheet.fill("B1", is: "10/10")
    #expect(
      try sheet.refusal(of: store) == [
        "V.xlsx: 打分表!\(sheet.row("B1")): 督查 V2 已提交，不能再改记录；先由办公室退回：kaohe visit return V2 --reason 理由",
        "V.xlsx: 打分表!\(sheet.row("B1")): the visit V2 is submitted; its scores can't be changed; "
          + "the office returns it first: kaohe visit return V2 --reason WHY",
      ])
    expectSame(try store.contents(), try Store.baseContents.get())
  }

  // MARK: Completeness

  /// Every code of these files is raised above.
  @Test func everyCodeHasATest() throws {
    let tests = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/KaoheStore/SheetImport").standardized
    var codes: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      for match in try String(contentsOf: file, encoding: .utf8).matches(
        of: /\n\s+(?:return refuse\()?"([a-z]+(?:-[a-z]+)+)",/)
      {
        codes.insert(String(match.1))
      }
    }
    #expect(codes.count >= 20)
    #expect(codes.subtracting(Self.codes).sorted() == [])
    #expect(tests.count > 1000)
  }

  private static let codes: Set<String> = [
    "no-scoring-sheet", "foreign-workbook", "unknown-sheet-format", "changed-sheet-list", "unknown-code",
    "other-rule-set", "other-rule-content", "changed-layout", "changed-heading", "changed-code", "added-row",
    "deleted-row", "moved-row", "text-outside", "formula-in-answer", "error-in-answer", "boolean-in-answer",
    "date-in-answer", "answer-missing", "changed-since",
  ]
}

extension FilledSheet {
  /// Changes what the hidden sheet says.
  mutating func setIdentity(_ name: String, _ value: String) {
    guard let row = workbook.sheets[1].rows.firstIndex(where: { $0.cells[0]?.text == name }) else { return }
    workbook.sheets[1].rows[row].cells[1]?.text = value
  }
}
