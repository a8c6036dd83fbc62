import CLibXLSXWriter
import KaoheScoring

/// Why a workbook is not written.
extension WorkbookProblem {
  static func unwritable(_ reason: Bilingual) -> WorkbookProblem {
    WorkbookProblem(
      "unwritable-file",
      Bilingual("写不了：\(reason.chinese)", en: "can't be written: \(reason.english)"))
  }

  static func failed(_ error: lxw_error) -> WorkbookProblem {
    let reason =
      lxw_strerror(error).map { String(cString: $0) } ?? "libxlsxwriter \(error.rawValue)"
    return .unwritable(Bilingual(reason, en: reason))
  }

  static let noVisibleSheet = WorkbookProblem(
    "no-visible-sheet",
    Bilingual("工作簿至少要有一个不隐藏的工作表", en: "a workbook needs a sheet that is not hidden"))

  static func badSheetName(_ name: String) -> WorkbookProblem {
    WorkbookProblem(
      "bad-sheet-name",
      Bilingual(
        "“\(name.excerpt)”不能作工作表名：1 至 31 个字，不含 []:*?/\\，首尾不是单引号，也不是 History",
        en:
          "“\(name.excerpt)” can't name a sheet: 1 to 31 characters, none of []:*?/\\, no ' at its ends, not History"
      )
    )
  }

  static func duplicateSheetName(_ name: String) -> WorkbookProblem {
    WorkbookProblem(
      "duplicate-sheet",
      Bilingual("有两个工作表叫“\(name.excerpt)”", en: "two sheets are called “\(name.excerpt)”"))
  }

  static let outsideSheet = WorkbookProblem(
    "outside-sheet",
    Bilingual(
      "内容超出工作表：最多 1048576 行、16384 列",
      en: "this leaves the sheet: at most 1048576 rows and 16384 columns"))

  static let overlappingRanges = WorkbookProblem(
    "overlapping-ranges",
    Bilingual("合并区域或下拉列表的区域互相重叠", en: "merged cells, or cells with lists, overlap"))

  static let badPageLine = WorkbookProblem(
    "bad-page-line", Bilingual("页眉或页脚超过 255 个字", en: "the header or footer has over 255 characters")
  )

  static let listDoesNotFit = WorkbookProblem(
    "list-does-not-fit",
    Bilingual(
      "下拉列表不能直接写入：合计最多 255 个字，选项不含逗号和引号",
      en: "the list can't be written in a cell: at most 255 characters in all, no commas or quotes"),
    hint: Bilingual("把选项写在另一个工作表里", en: "write the choices to cells of another sheet"))

  static let textTooLong = WorkbookProblem(
    "text-too-long",
    Bilingual("单元格的文字超过 32767 个字", en: "a cell has a text of over 32767 characters"))

  static let unstorableText = WorkbookProblem(
    "unstorable-text",
    Bilingual(
      "文字里有工作簿不能保存的字符（U+0000、U+FFFE 或 U+FFFF）",
      en: "a text has a character that no workbook can hold (U+0000, U+FFFE or U+FFFF)"))
}
