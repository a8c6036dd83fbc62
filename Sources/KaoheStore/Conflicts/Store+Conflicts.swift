import GRDB
import KaoheScoring

extension Store {
  /// Every conflict that is open.
  public func conflicts() throws(StoreError) -> [Conflict] {
    try read { try ConflictReader($0).all() }
  }

  /// Decides a conflict. What was decided, by whom and why stays in the history.
  ///
  /// - Parameters:
  ///   - name: as `conflicts` names it.
  ///   - id: the candidate that is kept.
  ///   - reason: why; refused where it is empty.
  /// - Returns: the assessments that were recomputed.
  /// - Throws: `StoreError`; `ChangeRefused` where it is not this person's to decide.
  public func resolve(_ name: String, keeping id: String, reason: String, session: Session) throws -> [String] {
    let reason = reason.composed.trimmed
    if reason.isEmpty {
      throw StoreError(
        "reason-missing", Bilingual("裁定要写明理由", en: "a decision needs a reason"),
        hint: Bilingual("用 --reason 写明", en: "give it with --reason"))
    }
    var session = session
    session.isMerging = true
    return try write(session) { database in
      let resolution = ConflictResolution(database: database, session: session, reason: reason)
      if let conflict = try ObservationConflictReader(database).all().first(where: { $0.name == name }) {
        guard let kept = conflict.candidates.first(where: { "\($0.id)" == id }) else {
          throw Store.unknownCandidate(id, name, conflict.candidates.map { "\($0.id)" })
        }
        try ConflictDecider(database, session).check(conflict)
        try resolution.resolve(conflict, keeping: kept)
      } else if let conflict = try RecordConflictReader(database).all().first(where: { $0.name == name }) {
        guard let kept = conflict.heads.first(where: { $0.id == id }) else {
          throw Store.unknownCandidate(id, name, conflict.heads.map(\.id))
        }
        try ConflictDecider(database, session).check(conflict)
        try resolution.resolve(conflict, keeping: kept)
      } else {
        throw Store.unknownConflict(name, try ConflictReader(database).all().map(\.name))
      }
      return try Recomputation.refreshAll(database)
    }
  }

  private static func unknownConflict(_ name: String, _ known: [String]) -> StoreError {
    let more = known.count > 20 ? " …" : ""
    return StoreError(
      "unknown-conflict", Bilingual("没有冲突 \(name)", en: "there is no conflict \(name)"),
      hint: known.isEmpty
        ? Bilingual("现在没有待裁定的冲突", en: "no conflict is open")
        : Bilingual(
          "有：\(known.prefix(20).joined(separator: "、"))\(more)",
          en: "there are: \(known.prefix(20).joined(separator: ", "))\(more)"))
  }

  private static func unknownCandidate(_ id: String, _ name: String, _ known: [String]) -> StoreError {
    StoreError(
      "unknown-candidate", Bilingual("冲突 \(name) 里没有 \(id)", en: "the conflict \(name) has no \(id)"),
      hint: Bilingual(
        "可保留：\(known.joined(separator: "、"))", en: "it has \(known.joined(separator: ", "))"))
  }
}
