import KaoheScoring

/// Files that cannot be opened, and those that are no harmless workbook.
extension WorkbookProblem {
  static let noSuchFile = WorkbookProblem(
    "no-such-file", Bilingual("没有这个文件", en: "there is no such file"))

  static func unreadable(_ reason: Bilingual) -> WorkbookProblem {
    WorkbookProblem(
      "unreadable-file", Bilingual("无法读取：\(reason.chinese)", en: "can't be read: \(reason.english)"))
  }

  static let notAWorkbook = WorkbookProblem(
    "not-a-workbook", Bilingual("不是 .xlsx 工作簿", en: "this is no .xlsx workbook"),
    hint: Bilingual(
      "在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”",
      en: "open it in Excel or WPS and save it as “Excel Workbook (.xlsx)”"))

  /// Both are the same kind of file (OLE), and only what is inside would tell.
  static let oldOrEncrypted = WorkbookProblem(
    "old-or-encrypted-workbook",
    Bilingual("这是旧版 .xls 文件，或是加了密码的文件", en: "this is an old .xls file, or one with a password"),
    hint: Bilingual(
      "在 Excel 或 WPS 里打开，去掉密码，另存为 .xlsx",
      en: "open it in Excel or WPS, take the password off, and save it as .xlsx"))

  static let encrypted = WorkbookProblem(
    "encrypted-workbook", Bilingual("文件加了密码", en: "the file has a password"),
    hint: Bilingual(
      "去掉密码，在 Excel 或 WPS 里另存为 .xlsx",
      en: "take the password off, and save it as .xlsx from Excel or WPS"))

  static let macros = WorkbookProblem(
    "workbook-with-macros",
    Bilingual("工作簿含有宏，不予读取", en: "the workbook contains macros and is not read"),
    hint: Bilingual("另存为不含宏的 .xlsx", en: "save it as .xlsx, which has no macros"))

  static func tooLarge(_ problem: Bilingual) -> WorkbookProblem {
    WorkbookProblem(
      "workbook-too-large", problem,
      hint: Bilingual(
        "删去多余的工作表、图片和格式，另存后再试",
        en: "remove sheets, pictures and formats that are not needed, and save it again"))
  }

  /// The archive promised less than it holds: nobody does that by mistake.
  static func wrongSize(_ part: String) -> WorkbookProblem {
    WorkbookProblem(
      "wrong-part-size",
      Bilingual(
        "部件“\(part)”比文件目录里写的大，不予读取",
        en: "the part “\(part)” is larger than the file says it is, and is not read"),
      hint: saveAgain)
  }

  static func damaged(_ problem: Bilingual) -> WorkbookProblem {
    WorkbookProblem(
      "damaged-file",
      Bilingual("文件损坏：\(problem.chinese)", en: "the file is damaged: \(problem.english)"),
      hint: saveAgain)
  }

  static let saveAgain = Bilingual(
    "在 Excel 或 WPS 里打开，另存为 .xlsx 后再试",
    en: "open it in Excel or WPS, save it as .xlsx, and try that file")
}

extension WorkbookProblem {
  static func tooManyListed(_ part: String, _ limit: Int) -> WorkbookProblem {
    .tooLarge(
      Bilingual(
        "部件“\(part)”列出的项目超过 \(limit) 个", en: "the part “\(part)” lists over \(limit) entries"))
  }
}
