import KaoheTestSupport

@testable import KaoheWorkbooks

/// The parts of a small workbook as Excel lays them out, each of which a test can replace.
struct WorkbookParts {
  var parts: [(name: String, text: String)] = [
    ("[Content_Types].xml", contentTypes),
    (
      "_rels/.rels",
      relationships([
        ("rId1", "officeDocument", "xl/workbook.xml"),
        ("rId2", "extended-properties", "docProps/app.xml"),
      ])
    ),
    ("xl/workbook.xml", workbook(["评分表", "选项"])),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "worksheet", "worksheets/sheet2.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "styles", "styles.xml"),
      ])
    ),
    ("xl/worksheets/sheet1.xml", sheet("")),
    ("xl/worksheets/sheet2.xml", sheet("<row><c><v>2</v></c></row>")),
    ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\"><si><t>甲</t></si></sst>"),
    (
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>"
    ),
  ]

  init() {}

  /// - Parameter rows: what stands in `<sheetData>` of the first sheet.
  init(rows: String) { self["xl/worksheets/sheet1.xml"] = Self.sheet(rows) }

  /// The text of a part; nil takes it out.
  subscript(name: String) -> String? {
    get { parts.first { $0.name == name }?.text }
    set {
      let position = parts.firstIndex { $0.name == name } ?? parts.endIndex
      if position < parts.endIndex { parts.remove(at: position) }
      if let newValue { parts.insert((name, newValue), at: min(position, parts.endIndex)) }
    }
  }

  /// Writes the workbook to a folder of its own.
  func withFile<Value>(_ body: (String) throws -> Value) throws -> Value {
    try withTemporaryFolder { folder in
      try ZipFile.write(parts, to: folder.file("book.xlsx"))
      return try body(folder.file("book.xlsx"))
    }
  }

  /// The rows of a sheet; the cells as `E5 kind text`.
  func read(_ sheet: String = "评分表", limits: WorkbookLimits = WorkbookLimits()) throws -> [String] {
    try withFile { try WorkbookReader(path: $0, limits: limits).cells(of: sheet) }
  }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func sheet(_ rows: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
  }

  static func workbook(_ names: [String]) -> String {
    let sheets = names.enumerated().map {
      "<sheet name=\"\($0.element)\" sheetId=\"\($0.offset + 1)\" r:id=\"rId\($0.offset + 1)\"/>"
    }
    return
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(sheets.joined())</sheets></workbook>"
  }

  static func relationships(_ targets: [(id: String, kind: String, target: String)]) -> String {
    let rows = targets.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(rows.joined())</Relationships>
      """
  }

  static let contentTypes = """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/xl/workbook.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
    """
}

extension WorkbookReader {
  /// Each cell as `E5 kind text`, with `=` where it has a formula.
  func cells(of sheet: String) throws -> [String] {
    var cells: [String] = []
    try read(sheet) { row in
      for cell in row.cells {
        cells.append(
          "\(cell.columnName)\(row.number) \(cell.content)\(cell.hasFormula ? "=" : "") \(cell.text)"
        )
      }
    }
    return cells
  }
}
