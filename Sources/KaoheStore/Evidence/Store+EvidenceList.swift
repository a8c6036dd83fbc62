import GRDB
import KaoheScoring

extension Store {
  /// The register by subject, date and code.
  ///
  /// - Parameters:
  ///   - subject: `district:320281` …; nil for all.
  ///   - district: code or name: everything in it; nil for all.
  public func evidence(of subject: String? = nil, in district: String? = nil) throws -> [EvidenceSummary] {
    try read { database in
      let subject = try subject.map { try database.subject($0).description }
      let district = try district.map { try database.district($0) }
      return try Row.fetchAll(
        database,
        sql: """
          SELECT x.code, x.subject, coalesce(d.name, e.name, p.name), coalesce(x.district, e.district, p.district),
            x.title, x.kind, x.number, x.date, x.source, x.file_name, x.size_bytes, x.sha256
          FROM evidence AS x
          LEFT JOIN district AS d ON d.code = x.district
          LEFT JOIN pilot_enterprise AS e ON e.code = x.enterprise
          LEFT JOIN industrial_park AS p ON p.code = x.park
          WHERE (?1 IS NULL OR x.subject = ?1) AND (?2 IS NULL OR coalesce(x.district, e.district, p.district) = ?2)
          ORDER BY 4, x.subject, x.date, x.code
          """, arguments: [subject, district]
      ).map { row in
        EvidenceSummary(
          code: row[0], subject: row[1], subjectName: row[2], district: row[3], title: row[4], kind: row[5],
          number: row[6], date: row[7], source: row[8], fileName: row[9], size: row[10], sha256: row[11])
      }
    }
  }
}
