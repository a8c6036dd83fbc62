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
    var session = session
    session.isBulk = true
    return try write(session, keeping: !isDryRun) { database in
      try FolderImport(database, folder: folder, session: session, onProgress: onProgress).run()
    }
  }
}
