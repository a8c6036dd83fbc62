import KaoheWorkbooks

extension Workbook {
  /// A form as an office would hand out: instructions, a table to fill in, a hidden sheet of choices.
  static var form: Workbook {
    let heading = CellStyle().with {
      $0.isBold = true
      $0.fontSize = 16
      $0.alignment = .center
    }
    let head = CellStyle().with {
      $0.isBold = true
      $0.hasBorder = true
      $0.fill = 0xDDEBF7
      $0.alignment = .center
    }
    let label = CellStyle().with {
      $0.hasBorder = true
      $0.wraps = true
      $0.verticalAlignment = .top
    }
    let input = CellStyle().with {
      $0.hasBorder = true
      $0.isText = true
      $0.isUnlocked = true
    }
    var table = Sheet(name: "评分表")
    table.columnWidths = [8, 40, nil, 12]
    table.rows = [
      Sheet.Row([], height: 28),
      Sheet.Row([Sheet.Cell("编号", head), Sheet.Cell("考核要点", head), nil, Sheet.Cell("得分", head)]),
      Sheet.Row([
        Sheet.Cell("001", label), Sheet.Cell("制度 <健全> & “落实”", label), nil, Sheet.Cell("", input),
      ]),
      Sheet.Row(
        [Sheet.Cell("=1+1", label), Sheet.Cell("两行\n文字 ", label), nil, Sheet.Cell("79.10", input)],
        height: 40),
    ]
    table.merges = [Sheet.Merge(CellRange(rows: 1...1, columns: 1...4), "2022 年考核评分表", heading)]
    table.frozenRows = 2
    table.isProtected = true
    table.validations = [
      ListValidation(CellRange(row: 3, column: 4), .items(["优", "良", "n/a"])),
      ListValidation(
        CellRange(rows: 4...9, columns: 4...4),
        .cells(sheet: "选项'1", CellRange(rows: 1...2, columns: 1...1)),
        isBinding: false, prompt: ListValidation.Prompt(title: "得分", text: "0 至 100")),
    ]
    table.page.isLandscape = true
    table.page.repeatedRows = 2
    table.page.header = Page.Line(center: "A&B")
    table.page.footer = Page.Line(left: "内部", right: "第 {page} 页，共 {pages} 页")
    var choices = Sheet(
      name: "选项'1", rows: [Sheet.Row([Sheet.Cell("是")]), Sheet.Row([Sheet.Cell("否，或不适用")])])
    choices.isHidden = true
    return Workbook(sheets: [choices, table], created: 1_640_995_200)
  }
}
