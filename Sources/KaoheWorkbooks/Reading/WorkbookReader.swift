import KaoheScoring

/// A workbook that was opened and found harmless.
///
/// Sheets are streamed: what is kept is one row, and the workbook's texts once (Excel saves each distinct text once
/// and refers to it). Not for several threads at once.
public final class WorkbookReader {
  private let archive: Archive
  private let limits: WorkbookLimits
  private let sheets: [(name: String, part: String)]
  private let stringsPart: String?
  private let stylesPart: String?
  private var strings: SharedStrings?
  private var styles: DateStyles?

  /// Checks everything that can be checked without reading a sheet.
  ///
  /// - Throws: for a file that is missing, is no workbook, is damaged, encrypted or too large, or has macros.
  public convenience init(path: String) throws(WorkbookProblem) {
    try self.init(path: path, limits: WorkbookLimits())
  }

  init(path: String, limits: WorkbookLimits) throws(WorkbookProblem) {
    let archive = try Archive(path: path, limits: limits)
    let main = try WorkbookReader.mainPart(of: archive, limits)
    let relationships = try Relationships(
      PartReader(archive.stream(Relationships.part(of: main))), of: main, limits: limits)
    let list = try SheetList(PartReader(archive.stream(main)), limits: limits)
    sheets = try WorkbookReader.parts(of: list, relationships)
    stringsPart = relationships.first("sharedStrings")?.part
    stylesPart = relationships.first("styles")?.part
    for part in sheets.map(\.part) + [stringsPart, stylesPart].compactMap({ $0 })
    where archive[part] == nil {
      throw .missingPart(part.excerpt)
    }
    self.archive = archive
    self.limits = limits
  }

  /// In the workbook's order, hidden ones too; without sheets that are charts.
  public var sheetNames: [String] { sheets.map(\.name) }

  /// Calls `body` with each row that the sheet has, in order.
  ///
  /// Rows that precede a problem were handed out already: whoever wants all or nothing keeps them until the end.
  ///
  /// - Throws: a `WorkbookProblem`, with its place; or what `body` throws, which ends the reading.
  public func read(_ sheet: String, _ body: (WorkbookRow) throws -> Void) throws {
    guard let part = sheets.first(where: { $0.name == sheet })?.part else {
      throw WorkbookProblem.unknownSheet(sheet, among: sheetNames)
    }
    var rows = SheetReader(
      try PartReader(archive.stream(part)), strings: try sharedStrings(), styles: try dateStyles(),
      limits: limits)
    while let row = try next(&rows, of: sheet) { try body(row) }
  }

  private func next(_ rows: inout SheetReader, of sheet: String) throws(WorkbookProblem)
    -> WorkbookRow?
  {
    do {
      return try rows.next()
    } catch {
      throw error.at(sheet: sheet)
    }
  }

  private func sharedStrings() throws(WorkbookProblem) -> SharedStrings {
    if let strings { return strings }
    var read = SharedStrings()
    if let stringsPart {
      read = try SharedStrings(PartReader(archive.stream(stringsPart)), limits: limits)
    }
    strings = read
    return read
  }

  private func dateStyles() throws(WorkbookProblem) -> DateStyles {
    if let styles { return styles }
    var read = DateStyles()
    if let stylesPart {
      read = try DateStyles(PartReader(archive.stream(stylesPart)), limits: limits)
    }
    styles = read
    return read
  }

  /// The part with the list of sheets, in an archive that is a workbook without macros.
  private static func mainPart(of archive: Archive, _ limits: WorkbookLimits)
    throws(WorkbookProblem) -> String
  {
    if archive.entries.keys.contains(where: { $0.contains("vbaproject") }) { throw .macros }
    if archive[ContentTypes.part] == nil { throw .notAWorkbook }
    let types = try ContentTypes(PartReader(archive.stream(ContentTypes.part)))
    if types.hasMacros { throw .macros }
    let package = try Relationships(
      PartReader(archive.stream(Relationships.part(of: ""))), of: "", limits: limits)
    guard let main = package.first("officeDocument")?.part else { throw .notAWorkbook }
    if archive[main] == nil { throw .missingPart(main.excerpt) }
    // A text or a presentation is such an archive too; so is .xlsb, whose parts are not XML.
    if !types.isWorkbook { throw .notAWorkbook }
    return main
  }

  private static func parts(
    of list: SheetList, _ relationships: Relationships
  ) throws(WorkbookProblem) -> [(name: String, part: String)] {
    var targets: [String: Relationships.Target] = [:]
    for target in relationships.targets { targets[target.id] = target }
    var parts: [(name: String, part: String)] = []
    for sheet in list.sheets {
      guard let target = targets[sheet.relationship] else {
        throw .missingPart(sheet.relationship.excerpt).at(sheet: sheet.name)
      }
      if target.kind == "worksheet" { parts.append((sheet.name, target.part)) }
    }
    return parts
  }
}
