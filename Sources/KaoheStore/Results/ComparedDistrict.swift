import GRDB
import KaoheScoring

/// What a district's own records came to, and how the stored rows differ from it.
struct ComparedDistrict: Sendable {
  /// Condensed.
  let appraisal: Appraisal
  /// Of `DerivedTable.ofRecords`, in their order; nil where nothing differs.
  let changes: [DerivedChange?]
}

/// Compares what districts came to with what is stored of them, on one connection.
struct DistrictComparison {
  private let stored: [StoredRows]

  init(_ database: Database, assessment: String) throws {
    stored = try DerivedTable.ofRecords.map {
      try StoredRows(database, $0, assessment: assessment, noting: nil)
    }
  }

  func compare(_ district: AppraisedDistrict) throws -> ComparedDistrict {
    let code = district.appraisal.participant.code
    return ComparedDistrict(
      appraisal: district.appraisal.condensed,
      changes: try zip(stored, district.rows).map { try $0.change(to: $1, code) })
  }
}
