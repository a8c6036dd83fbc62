import KaoheReports
import KaoheScoring
import KaoheStore

extension SearchResult {
  /// The hits that are listed, for programs.
  var listing: Listing {
    Listing(
      columns: SearchHit.columns.map { Listing.Column($0.key, Bilingual($0.key, en: $0.key)) },
      rows: hits.map { hit in SearchHit.columns.map { $0.value(hit) ?? "" } })
  }
}

extension SearchHit {
  /// Names that never change, and what stands there.
  fileprivate static let columns: [(key: String, value: @Sendable (SearchHit) -> String?)] = [
    ("kind", { $0.field.kind.rawValue }), ("table", { $0.field.table }), ("column", { $0.field.column }),
    ("code", \.code), ("assessment", \.assessment), ("visit", \.visit), ("visit_status", { $0.visitStatus?.rawValue }),
    ("date", \.date), ("district", \.district), ("district_name", \.districtName), ("subject", \.subject),
    ("subject_name", \.subjectName), ("indicator", \.indicator), ("indicator_title", \.indicatorTitle),
    ("item", \.item), ("item_title", \.itemTitle), ("scorer", \.scorer), ("value", \.value), ("state", \.state),
    ("text", \.text), ("excerpt", { MarkedText($0.text, marks: $0.marks).excerpt().bracketed }),
    ("recorded_by", \.recordedBy), ("recorded_at", \.recordedAt),
  ]
}
