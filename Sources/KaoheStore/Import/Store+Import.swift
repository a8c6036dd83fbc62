import GRDB
import KaoheScoring

extension Store {
  /// Reads a folder of records (docs/records.md): all of it is stored, or nothing is.
  ///
  /// - Parameters:
  ///   - isDryRun: whether the folder is only checked.
  ///   - onProgress: called now and then while files are read.
  /// - Throws: `ImportError` with every problem of every file; `StoreError`.
  public func importFolder(
    _ folder: String, session: Session, isDryRun: Bool = false,
    onProgress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> ImportSummary {
    try importRecords(session, isDryRun, onProgress) { _ in FolderSource(folder: folder) }
  }

  /// Takes back a scoring sheet that was filled in as a workbook (docs/sheets.md), with the checks of a folder.
  ///
  /// - Throws: `ImportError` with every problem of the sheet; `StoreError`.
  public func importSheet(
    _ path: String, session: Session, isDryRun: Bool = false,
    onProgress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> ImportSummary {
    try importRecords(session, isDryRun, onProgress) { SheetSource($0, path: path, session: session) }
  }

  private func importRecords(
    _ session: Session, _ isDryRun: Bool, _ onProgress: @escaping (ImportProgress) -> Void,
    from source: (Database) -> any RecordSource
  ) throws -> ImportSummary {
    var session = session
    session.isBulk = true
    try spareTemporaryFiles()
    return try write(session, keeping: !isDryRun) { database in
      try RecordImport(database, source: source(database), session: session, onProgress: onProgress).run()
    }
  }

  /// A statement that writes many rows notes how pages were before it. That would go to a file once it was large; and pages
  /// that all rows need would be read from the log again and again. Can't be set within a transaction.
  private func spareTemporaryFiles() throws {
    try translatingAny {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384")
      }
    }
  }
}
