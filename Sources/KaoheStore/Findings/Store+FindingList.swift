import GRDB
import KaoheScoring

/// One finding in a list.
public struct FindingSummary: Sendable {
  public var code: String
  public var visit: String
  public var district: String
  public var districtName: String
  public var subject: String
  public var subjectName: String
  public var kind: FindingKind
  public var indicator: String?
  public var text: String
  public var requirement: String?
  public var responsible: String?
  public var due: String?
  public var status: FindingStatus
  public var closed: String?
  /// Codes.
  public var evidence: [String]
  /// Days since it was due; nil where it is not overdue.
  public var daysOverdue: Int?
}

/// Which findings are listed; nil for all.
public struct FindingFilter: Sendable {
  public var assessment: String?
  /// Code or name.
  public var district: String?
  public var status: FindingStatus?
  public var kind: FindingKind?
  /// Only problems that are open although they were due before today.
  public var isOverdue: Bool

  public init(
    assessment: String? = nil, district: String? = nil, status: FindingStatus? = nil, kind: FindingKind? = nil,
    isOverdue: Bool = false
  ) {
    self.assessment = assessment
    self.district = district
    self.status = status
    self.kind = kind
    self.isOverdue = isOverdue
  }
}

extension Store {
  /// Findings by district, visit and code; overdue ones by the day that they were due.
  ///
  /// - Parameter today: YYYY-MM-DD; nil: the day here and now.
  public func findings(_ filter: FindingFilter = FindingFilter(), today: String? = nil) throws -> [FindingSummary] {
    if let today, !CalendarDay.isDay(today) { throw StoreError.badDate(today) }
    return try read { database in
      var conditions: [String] = []
      var arguments: StatementArguments = [try today ?? database.today()]
      func want(_ condition: String, _ value: String?) {
        guard let value else { return }
        conditions.append(condition)
        arguments += [value]
      }
      want("v.assessment = ?", try filter.assessment.map { try database.checked(assessment: $0) })
      want("d.district = ?", try filter.district.map { try database.district($0) })
      // Only a problem has a status that means something.
      want("f.kind = 'problem' AND f.status = ?", filter.status?.rawValue)
      want("f.kind = ?", filter.kind?.rawValue)
      if filter.isOverdue { conditions.append("days > 0") }
      return try Row.fetchAll(
        database,
        sql: """
          SELECT f.code, f.visit, d.district, h.name, v.subject, coalesce(e.name, p.name, h.name), f.kind,
            f.indicator, f.text, f.requirement, f.responsible, f.due, f.status, f.closed,
            (SELECT group_concat(x.evidence, ';') FROM finding_evidence AS x WHERE x.finding = f.code),
            CASE WHEN f.kind = 'problem' AND f.status = 'open'
              THEN CAST(julianday(?) - julianday(f.due) AS INTEGER) END AS days
          FROM finding AS f
          JOIN visit AS v ON v.code = f.visit
          JOIN visit_district AS d ON d.visit = f.visit
          JOIN district AS h ON h.code = d.district
          LEFT JOIN pilot_enterprise AS e ON e.code = v.enterprise
          LEFT JOIN industrial_park AS p ON p.code = v.park
          \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
          ORDER BY \(filter.isOverdue ? "f.due, " : "")d.district, v.date, f.visit, f.code
          """, arguments: arguments
      ).map(FindingSummary.init)
    }
  }
}

extension FindingSummary {
  init(_ row: Row) {
    let days: Int? = row[15]
    self.init(
      code: row[0], visit: row[1], district: row[2], districtName: row[3], subject: row[4], subjectName: row[5],
      kind: FindingKind(rawValue: row[6]) ?? .problem, indicator: row[7], text: row[8], requirement: row[9],
      responsible: row[10], due: row[11], status: FindingStatus(rawValue: row[12]) ?? .open, closed: row[13],
      evidence: (row[14] as String? ?? "").split(separator: ";").map(String.init),
      daysOverdue: days.flatMap { $0 > 0 ? $0 : nil })
  }
}
