import GRDB
import KaoheScoring

/// One reason why a ranking can't be published yet.
public enum PublicationBlocker: Sendable, Hashable {
  /// Codes of objections that were not decided.
  case openObjections([String])
  /// Names of conflicts that nobody decided, in this assessment's visits or in records that are everybody's.
  case openConflicts([String])
  /// Codes of visits, drafts too, that were not confirmed.
  case unconfirmedVisits([String])
  /// A ranked district with leaves that nobody observed, or that can't be scored until a conflict is decided.
  case incompleteDistrict(code: String, name: String, missing: [String])

  public var text: Bilingual {
    switch self {
    case .openObjections(let codes):
      Bilingual(
        "\(codes.count) 件申诉待复核：\(list(codes, "、"))",
        en: "\(codes.count) objection\(codes.count == 1 ? " is" : "s are") open: \(list(codes, ", "))")
    case .openConflicts(let names):
      Bilingual(
        "\(names.count) 个冲突待裁定：\(list(names, "、"))",
        en: "\(names.count) conflict\(names.count == 1 ? " is" : "s are") open: \(list(names, ", "))")
    case .unconfirmedVisits(let codes):
      Bilingual(
        "\(codes.count) 次督查还没有确认：\(list(codes, "、"))",
        en: "\(codes.count) visit\(codes.count == 1 ? " is" : "s are") not confirmed: \(list(codes, ", "))")
    case .incompleteDistrict(let code, let name, let missing):
      missing.isEmpty
        ? Bilingual("\(name)（\(code)）没有可以计分的指标", en: "\(name) (\(code)) has no leaf left to score")
        : Bilingual(
          "\(name)（\(code)）有 \(missing.count) 项未考核：\(list(missing, "、"))",
          en: "\(name) (\(code)) lacks \(missing.count) lea\(missing.count == 1 ? "f" : "ves"): \(list(missing, ", "))")
    }
  }

  private func list(_ codes: [String], _ separator: String) -> String {
    let shown = 12
    return codes.prefix(shown).joined(separator: separator) + (codes.count > shown ? "…" : "")
  }
}

extension Store {
  /// Everything that keeps an assessment from being published; nothing where it may be. Computes what is stale, and
  /// writes nothing.
  public func publicationBlockers(of assessment: String) throws -> [PublicationBlocker] {
    try read { database in
      let report =
        try isStale(assessment, database)
        ? try computedReport(of: assessment, database) { try $0.rank() }
        : try RankingReader(database, assessment).report()
      var blockers: [PublicationBlocker] = []
      let objections = try ObjectionReader(database).all(of: assessment, status: .open).map(\.code)
      if !objections.isEmpty { blockers.append(.openObjections(objections)) }
      let conflicts = try ConflictReader(database).names(in: assessment)
      if !conflicts.isEmpty { blockers.append(.openConflicts(conflicts)) }
      let visits = try String.fetchAll(
        database,
        sql: """
          SELECT code FROM visit WHERE assessment = ? AND status IN ('draft', 'submitted') ORDER BY date, code
          """, arguments: [assessment])
      if !visits.isEmpty { blockers.append(.unconfirmedVisits(visits)) }
      return blockers
        + report.rows.filter { $0.rank != nil && !$0.isComplete }.map {
          .incompleteDistrict(code: $0.code, name: $0.name, missing: $0.missing)
        }
    }
  }
}
