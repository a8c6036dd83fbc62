import KaoheScoring
import KaoheWorkbooks

/// What is wrong with the table itself: headings, rows, codes, and cells that hold something else than an answer.
extension SheetProblem {
  func noHeadings(row: Int) -> InputProblem {
    let names = SheetColumn.allCases.map(\.title)
    return cell(
      "changed-layout", row: row, nil,
      Bilingual(
        "这一行应是列名：\(names.joined(separator: "、"))",
        en: "this row should hold the headings: \(names.joined(separator: ", "))"),
      hint: Bilingual("撤销插入或删除的行", en: "undo what inserted or deleted rows"))
  }

  func changedHeading(row: Int, _ column: SheetColumn, found: String) -> InputProblem {
    InputProblem(
      "changed-heading", file: file, line: row, column: column.rawValue,
      cell: "\(SheetIdentity.sheetName)!\(column.letter)\(row)",
      found.isEmpty
        ? Bilingual("缺少列名“\(column.title)”", en: "the heading “\(column.title)” is missing")
        : Bilingual(
          "列名应为“\(column.title)”，现在是“\(found.excerpt)”",
          en: "the heading should be “\(column.title)” and is “\(found.excerpt)”"),
      hint: Bilingual("列不能增删、改名或移动", en: "columns can't be added, deleted, renamed or moved"))
  }

  private static var fixedRows: Bilingual {
    Bilingual(
      "序号和代码不能改，行不能增删或排序", en: "numbers and codes can't be changed, rows not added, deleted or sorted")
  }

  func changedCode(row: Int, _ column: SheetColumn, expected: String, found: String) -> InputProblem {
    func quoted(_ text: String, _ empty: String) -> String { text.isEmpty ? empty : "“\(text.excerpt)”" }
    return cell(
      "changed-code", row: row, column,
      Bilingual(
        "应是\(quoted(expected, "空的"))，现在是\(quoted(found, "空的"))",
        en: "should be \(quoted(expected, "empty")) and is \(quoted(found, "empty"))"),
      hint: Self.fixedRows)
  }

  func addedRow(_ row: Int) -> InputProblem {
    cell(
      "added-row", row: row, nil, Bilingual("这一行不是打分表原有的", en: "this row was not in the sheet when it was made"),
      hint: Self.fixedRows)
  }

  func deletedRow(_ number: Int, _ line: SheetIdentity.Line) -> InputProblem {
    let code = line.item.isEmpty ? line.leaf : line.item
    return whole(
      "deleted-row",
      Bilingual(
        "工作表“\(SheetIdentity.sheetName)”少了序号 \(number)（\(code)）的一行",
        en: "the row of number \(number) (\(code)) is gone from the sheet “\(SheetIdentity.sheetName)”"),
      hint: Self.fixedRows)
  }

  func movedRow(_ row: Int) -> InputProblem {
    cell(
      "moved-row", row: row, .number, Bilingual("从这一行起，行的顺序变了", en: "from here on the rows are in another order"),
      hint: Bilingual("按序号重新排好", en: "sort them by number again"))
  }

  func outside(_ place: String, row: Int, _ text: String) -> InputProblem {
    InputProblem(
      "text-outside", file: file, line: row, cell: "\(SheetIdentity.sheetName)!\(place)\(row)",
      Bilingual(
        "表格之外有文字“\(text.excerpt)”，不会导入",
        en: "there is a text outside the table, “\(text.excerpt)”, that would not be imported"),
      hint: Bilingual("移到所属行的“扣分说明”里，或删去", en: "move it to 扣分说明 in its row, or delete it"))
  }

  /// What is no answer; nil for texts and numbers.
  func noAnswer(_ cell: WorkbookCell, row: Int, _ column: SheetColumn) -> InputProblem? {
    func refuse(_ code: String, _ problem: Bilingual, _ hint: Bilingual) -> InputProblem {
      self.cell(code, row: row, column, problem, hint: hint)
    }
    if cell.hasFormula {
      return refuse(
        "formula-in-answer", Bilingual("是公式，不能作为答案", en: "is a formula, which is no answer"),
        Bilingual("直接填写结果，或选择性粘贴为“数值”", en: "type the result, or paste it as a value"))
    }
    switch cell.content {
    case .text, .number, .empty: return nil
    case .error:
      return refuse(
        "error-in-answer", Bilingual("是错误值 \(cell.text.excerpt)", en: "is the error \(cell.text.excerpt)"),
        Bilingual("清空后直接填写", en: "clear the cell and type the answer"))
    case .boolean:
      return refuse(
        "boolean-in-answer", Bilingual("是逻辑值 \(cell.text.excerpt)", en: "is the logical value \(cell.text.excerpt)"),
        Bilingual("填 是 或 否", en: "write 是 (yes) or 否 (no)"))
    case .date:
      return refuse(
        "date-in-answer",
        Bilingual("是日期：表格程序把填写的内容变成了日期", en: "is a date: the spreadsheet made one of what was typed"),
        Bilingual("把单元格格式设为“文本”，再填 3/4 这样的数", en: "format the cell as text, then write the number, such as 3/4"))
    }
  }

  /// A row that says something without an answer.
  func missingAnswer(row: Int, _ columns: [SheetColumn]) -> InputProblem {
    let names = columns.map(\.title)
    return cell(
      "answer-missing", row: row, .value,
      Bilingual(
        "填了\(names.joined(separator: "、"))，没有填考评结果",
        en: "\(names.joined(separator: ", ")) \(names.count == 1 ? "is" : "are") filled in, and no result"),
      hint: Bilingual("填上考评结果；没有可记的填 无，撤回填 -", en: "write the result: 无 where there is nothing, - to withdraw"))
  }

  func changedSince(row: Int, by actor: String?, now: String?) -> InputProblem {
    let who = actor.map { "由 \($0) " } ?? ""
    let whoEnglish = actor.map { " by \($0)" } ?? ""
    return cell(
      "changed-since", row: row, .value,
      now.map {
        Bilingual(
          "打分表生成之后，记录已\(who)改为“\($0.excerpt)”",
          en: "the record was changed\(whoEnglish) to “\($0.excerpt)” after the sheet was made")
      } ?? Bilingual("打分表生成之后，记录已\(who)撤回", en: "the record was withdrawn\(whoEnglish) after the sheet was made"),
      hint: Bilingual(
        "以数据库为准就清空本行的答案；否则重新生成打分表再改",
        en: "clear the answers of this row to keep what the database has; else make a new sheet and change that"))
  }
}
