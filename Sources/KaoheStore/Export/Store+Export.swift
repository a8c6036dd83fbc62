import GRDB
import KaoheScoring

extension Store {
  /// Writes all records into the very files that `import` takes (docs/records.md): importing them into an empty database
  /// makes the same records.
  ///
  /// - Parameters:
  ///   - folder: must not be there, or be empty; it is there as a whole, or not at all.
  ///   - line: makes the text of one line of a file.
  /// - Throws: `ChangeRefused` with all that can't be handed on; `StoreError`.
  public func export(
    to folder: String, _ content: ExportContent = ExportContent(), session: Session,
    line: @escaping ([String?]) -> String
  ) throws -> ExportSummary {
    let part = try PartFolder(of: folder)
    do {
      if content.results { try refreshAll(session) }
      let summary = try translatingAny {
        try queue.read { database in
          if content.results { try refuseStale(database) }
          var export = Export(database, part, content, line: line)
          try export.run()
          return export.summary
        }
      }
      try part.keep()
      return summary
    } catch {
      part.discard()
      throw error
    }
  }

  /// Computes what another program's changes made stale, where the database can be written.
  private func refreshAll(_ session: Session) throws {
    if isReadOnly { return }
    for assessment in try assessments() { try refresh(assessment, session) }
  }

  private func refuseStale(_ database: Database) throws {
    let stale = try AssessmentRecord.codes(database).filter { try isStale($0, database) }
    if stale.isEmpty { return }
    throw StoreError(
      "stale-results",
      Bilingual(
        "\(stale.joined(separator: "、")) 的结果已过时，而 \(path) 不能写入",
        en: "the results of \(stale.joined(separator: ", ")) are stale, and \(path) can't be written"),
      hint: Bilingual("复制一份再导出，或不加 --results", en: "export from a copy of it, or without --results"))
  }
}
