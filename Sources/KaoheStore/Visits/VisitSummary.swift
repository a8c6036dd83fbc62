import GRDB
import KaoheScoring

/// One visit in a list: how far it has come, and what is still to do.
public struct VisitSummary: Sendable {
  public var head: ScoringSheet.Head
  /// Leaves with at least one row, of all that can be scored here.
  public var recorded: Int
  public var leaves: Int
  /// What keeps it from being submitted, other than conflicts.
  public var gaps: Int
  /// Cells with two live rows, which a person has to decide.
  public var conflicts: Int
  /// Why it was returned or cancelled; empty where it was not.
  public var note: String
}

/// Which visits are listed; nil for all.
public struct VisitFilter: Sendable {
  public var assessment: String?
  public var status: VisitStatus?
  public var group: String?
  /// Code or name.
  public var district: String?

  public init(assessment: String? = nil, status: VisitStatus? = nil, group: String? = nil, district: String? = nil) {
    self.assessment = assessment
    self.status = status
    self.group = group
    self.district = district
  }
}

extension Store {
  /// Visits by date and code. Refuses an unknown assessment, group or district.
  public func visits(_ filter: VisitFilter = VisitFilter()) throws -> [VisitSummary] {
    try read { database in
      var conditions: [String] = []
      var arguments: StatementArguments = []
      func want(_ condition: String, _ value: String?) {
        guard let value else { return }
        conditions.append(condition)
        arguments += [value]
      }
      want("v.assessment = ?", try filter.assessment.map { try database.checked(assessment: $0) })
      want("v.status = ?", filter.status?.rawValue)
      want("v.inspection_group = ?", try filter.group.map { try database.checked(group: $0) })
      want("d.district = ?", try filter.district.map { try database.district($0) })
      let codes = try String.fetchAll(
        database,
        sql: "SELECT v.code FROM visit AS v JOIN visit_district AS d ON d.visit = v.code"
          + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
          + " ORDER BY v.date, v.code", arguments: arguments)
      let reader = ScoringSheetReader(database)
      return try codes.map { try reader.summary($0) { try database.lastWord(on: $0) } }
    }
  }
}

extension VisitSummary {
  /// - Parameters:
  ///   - entries: of the leaves with rows.
  ///   - leaves: how many can be scored here.
  init(_ head: ScoringSheet.Head, _ entries: [SheetEntry], leaves: Int, note: String) {
    self.head = head
    (recorded, self.leaves) = (entries.count { !$0.rows.isEmpty }, leaves)
    conflicts = entries.map(\.doubledCells).reduce(0, +)
    gaps = entries.map(\.gaps.count).reduce(0, +) - conflicts
    self.note = note
  }
}

extension SheetEntry {
  fileprivate var doubledCells: Int { zip(rows.dropFirst(), rows).count { $0.cell == $1.cell } }
}

extension Database {
  /// Why a visit is a draft again, or cancelled.
  fileprivate func lastWord(on head: ScoringSheet.Head) throws -> String {
    if head.status.counts { return "" }
    return try String.fetchOne(
      cachedStatement(sql: "SELECT reason FROM visit_step WHERE visit = ? ORDER BY id DESC LIMIT 1"),
      arguments: [head.visit]) ?? ""
  }

  func checked(assessment code: String) throws -> String {
    if try AssessmentRecord.codes(self).contains(code) { return code }
    throw Store.unknownAssessment(code, self)
  }

  func checked(group code: String) throws -> String {
    let known = try Row.fetchAll(self, sql: "SELECT code, name FROM inspection_group ORDER BY code")
    if known.contains(where: { $0[0] == code }) { return code }
    let list = known.map { "\($0[0] as String) \($0[1] as String)" }
    throw StoreError(
      "unknown-group", Bilingual("没有督查组 \(code)", en: "there is no group \(code)"),
      hint: Bilingual("有：\(list.joined(separator: "、"))", en: "there are: \(list.joined(separator: ", "))"))
  }

  /// The code of a district that is given by its code or its name.
  func district(_ text: String) throws -> String {
    let known = try Row.fetchAll(self, sql: "SELECT code, name FROM district ORDER BY code")
      .map { (code: $0[0] as String, name: $0[1] as String) }
    if known.contains(where: { $0.code == text }) { return text }
    let named = known.filter { $0.name == text }
    if named.count == 1 { return named[0].code }
    let list = known.map { "\($0.code) \($0.name)" }
    throw StoreError(
      named.isEmpty ? "unknown-district" : "ambiguous-district",
      named.isEmpty
        ? Bilingual("没有地区 \(text)", en: "there is no district \(text)")
        : Bilingual("“\(text)”不止一个", en: "“\(text)” is ambiguous"),
      hint: Bilingual("有：\(list.joined(separator: "、"))", en: "there are: \(list.joined(separator: ", "))"))
  }
}
