import KaoheScoring

/// What is wrong with the parts of a workbook and the cells of a sheet.
extension WorkbookProblem {
  static func documentType(_ part: String) -> WorkbookProblem {
    WorkbookProblem(
      "document-type",
      Bilingual(
        "部件“\(part)”含有文档类型声明（DTD），不予读取",
        en: "the part “\(part)” has a document type declaration (DTD) and is not read"),
      hint: saveAgain)
  }

  static func brokenXML(_ part: String) -> WorkbookProblem {
    WorkbookProblem(
      "broken-xml",
      Bilingual("部件“\(part)”不是正确的 XML", en: "the part “\(part)” is not well-formed XML"),
      hint: saveAgain)
  }

  static func unusualXML(_ part: String) -> WorkbookProblem {
    WorkbookProblem(
      "unusual-xml",
      Bilingual(
        "部件“\(part)”的 XML 不是办公软件写的（标记过长、过深或名称过多），不予读取",
        en:
          "the part “\(part)” has XML that no office program writes (tags too long or deep, or too many names); it is not read"
      ),
      hint: saveAgain)
  }

  static func missingPart(_ part: String) -> WorkbookProblem {
    WorkbookProblem(
      "missing-part", Bilingual("工作簿缺少部件“\(part)”", en: "the workbook lacks its part “\(part)”"),
      hint: saveAgain)
  }

  static func unknownSheet(_ name: String, among names: [String]) -> WorkbookProblem {
    let shown = names.prefix(20).map(\.excerpt) + (names.count > 20 ? ["…"] : [])
    return WorkbookProblem(
      "unknown-sheet",
      Bilingual(
        "没有工作表“\(name.excerpt)”，有：\(shown.joined(separator: "、"))",
        en: "there is no sheet “\(name.excerpt)”; there are: \(shown.joined(separator: ", "))"))
  }

  static func duplicateSheet(_ name: String) -> WorkbookProblem {
    WorkbookProblem(
      "duplicate-sheet", Bilingual("有两个工作表叫“\(name)”", en: "two sheets are called “\(name)”"),
      hint: saveAgain)
  }

  static func tooManyCells(_ limit: Int) -> WorkbookProblem {
    WorkbookProblem(
      "too-many-cells", Bilingual("单元格超过 \(limit) 个", en: "there are over \(limit) cells"),
      hint: Bilingual(
        "删去空白的行和列（连同格式），另存后再试",
        en: "delete the blank rows and columns with their formats, and save it again"))
  }

  static let cellTooLarge = WorkbookProblem(
    "cell-too-large", Bilingual("有单元格的文字超过 1 MB", en: "a cell has over 1 MB of text"))

  static func outOfRange(_ reference: String) -> WorkbookProblem {
    WorkbookProblem(
      "cell-out-of-range",
      Bilingual(
        "“\(reference)”超出工作表：最多 1048576 行、16384 列（XFD）",
        en: "“\(reference)” is outside the sheet: at most 1048576 rows and 16384 columns (XFD)"),
      hint: saveAgain)
  }

  static func misplaced(_ reference: String) -> WorkbookProblem {
    WorkbookProblem(
      "misplaced-cell",
      Bilingual(
        "行号或单元格编号“\(reference)”不对：应逐行逐列递增",
        en: "the row or cell number “\(reference)” is wrong: they must ascend by row and column"),
      hint: saveAgain)
  }

  static func unknownSharedString(_ index: String) -> WorkbookProblem {
    WorkbookProblem(
      "unknown-shared-string",
      Bilingual("工作簿里没有第“\(index)”条共享文字", en: "the workbook has no shared string “\(index)”"),
      hint: saveAgain)
  }

  static func badNumber(_ text: String) -> WorkbookProblem {
    WorkbookProblem(
      "bad-number", Bilingual("“\(text)”不是数", en: "“\(text)” is no number"), hint: saveAgain)
  }

  static func unknownCellType(_ type: String) -> WorkbookProblem {
    WorkbookProblem(
      "unknown-cell-type", Bilingual("不认识的单元格类型“\(type)”", en: "unknown type of cell, “\(type)”"),
      hint: saveAgain)
  }
}

extension String {
  /// Enough of what was found to recognize it by: a message is one line.
  var excerpt: String {
    // One character may be of very many marks.
    let short = String(String.UnicodeScalarView(unicodeScalars.prefix(160))).prefix(40)
    return String(short.map { $0.isNewline ? " " : $0 }) + (short.utf8.count < utf8.count ? "…" : "")
  }
}
