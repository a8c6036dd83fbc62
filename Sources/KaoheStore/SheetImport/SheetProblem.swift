import KaoheScoring
import KaoheWorkbooks

/// What is wrong with a scoring sheet that comes back, and with none of its answers.
struct SheetProblem {
  /// The file's name as the user knows it.
  let file: String

  /// A problem of the file as a whole.
  func whole(_ code: String, _ problem: Bilingual, hint: Bilingual? = nil) -> InputProblem {
    InputProblem(code, file: file, problem, hint: hint)
  }

  /// A problem of a cell, or of a row where no column is given.
  func cell(
    _ code: String, row: Int, _ column: SheetColumn?, _ problem: Bilingual, hint: Bilingual? = nil
  ) -> InputProblem {
    InputProblem(
      code, file: file, line: row, column: column?.rawValue, field: column?.title,
      cell: "\(SheetIdentity.sheetName)!\(column?.letter ?? "")\(row)", problem, hint: hint)
  }

  /// A workbook that can't be read, or is not safe to read.
  func workbook(_ problem: WorkbookProblem) -> InputProblem {
    var cell: String?
    if let sheet = problem.sheet {
      let column = problem.column.flatMap { SheetColumn(rawValue: $0)?.letter } ?? ""
      cell = sheet + (problem.row.map { "!\(column)\($0)" } ?? "")
    }
    return InputProblem(
      problem.code, file: file, line: problem.row, column: problem.column, cell: cell, problem.problem,
      hint: problem.hint)
  }

  static let makeAnew = Bilingual(
    "用 `kaohe sheet 督查 --format xlsx --out 文件` 重新生成，再填写",
    en: "make a new one with `kaohe sheet VISIT --format xlsx --out FILE` and fill that in")
}

extension SheetProblem {
  func noSheet(among names: [String]) -> InputProblem {
    whole(
      "no-scoring-sheet",
      Bilingual(
        "没有名为“\(SheetIdentity.sheetName)”的工作表，有：\(names.joined(separator: "、"))",
        en: "there is no sheet “\(SheetIdentity.sheetName)”; there are: \(names.joined(separator: ", "))"),
      hint: Bilingual(
        "把打分表所在工作表的名字改回“\(SheetIdentity.sheetName)”",
        en: "give the sheet its name “\(SheetIdentity.sheetName)” back"))
  }

  var foreign: InputProblem {
    whole(
      "foreign-workbook",
      Bilingual(
        "这不是 kaohe 生成的打分表（没有隐藏的工作表 \(SheetIdentity.hiddenName)）",
        en: "this is no scoring sheet of kaohe (it has no hidden sheet \(SheetIdentity.hiddenName))"),
      hint: Self.makeAnew)
  }

  func unknownFormat(_ format: String) -> InputProblem {
    whole(
      "unknown-sheet-format",
      Bilingual(
        "打分表的格式是“\(format.excerpt)”，本程序读“\(SheetIdentity.format)”",
        en: "the sheet has the format “\(format.excerpt)”; this program reads “\(SheetIdentity.format)”"),
      hint: Self.makeAnew)
  }

  var changedIdentity: InputProblem {
    whole(
      "changed-sheet-list",
      Bilingual(
        "隐藏的工作表 \(SheetIdentity.hiddenName) 被改动过，无法识别各行对应的指标",
        en: "the hidden sheet \(SheetIdentity.hiddenName) was changed; it no longer says what each row stands for"),
      hint: Self.makeAnew)
  }

  func unknownVisit(_ visit: String) -> InputProblem {
    whole(
      "unknown-code",
      Bilingual(
        "这是督查 \(visit.excerpt) 的打分表，数据库里没有这次督查",
        en: "this is the sheet of the visit \(visit.excerpt), which the database does not have"),
      hint: Bilingual("检查 --db 指的是不是生成它的数据库", en: "check that --db names the database that it was made from"))
  }

  func otherRules(_ identity: SheetIdentity, now: String) -> InputProblem {
    whole(
      "other-rule-set",
      Bilingual(
        "打分表按细则 \(identity.ruleSet.excerpt) 生成，督查 \(identity.visit) 现在用 \(now)",
        en: "the sheet was made by the rule set \(identity.ruleSet.excerpt); "
          + "the visit \(identity.visit) is now scored by \(now)"),
      hint: Self.makeAnew)
  }

  func otherContent(_ identity: SheetIdentity, now: String) -> InputProblem {
    whole(
      "other-rule-content",
      Bilingual(
        "打分表按细则 \(identity.ruleSet) 的另一份内容生成（哈希 \(identity.contentHash.prefix(12))，这里是 \(now.prefix(12))）",
        en: "the sheet was made by another content of the rule set \(identity.ruleSet) "
          + "(hash \(identity.contentHash.prefix(12)); here it is \(now.prefix(12)))"),
      hint: Self.makeAnew)
  }
}
