import Foundation
import GRDB
import KaoheScoring

/// What a merge did.
public struct MergeSummary: Sendable {
  public var file: String
  /// The number of the copy that was merged; 0: the office's own.
  public var replica: Int
  /// By table, in the order of their names; empty where nothing was new.
  public var changes: [(table: String, change: ImportSummary.Change)]
  /// All that are open now, old ones too.
  public var conflicts: [Conflict]
  /// Assessments whose results were recomputed.
  public var recomputed: [String]
}

extension Store {
  /// Adds what another copy of this office's records has (docs/offline.md): all of it, or nothing.
  ///
  /// The order in which copies are merged does not matter, and merging twice adds nothing.
  ///
  /// - Throws: `StoreError` where the copy can't be merged.
  public func merge(_ file: String, session: Session) throws -> MergeSummary {
    try merge(IncomingCopy.at(file, for: self), session: session)
  }

  func merge(_ copy: IncomingCopy, session: Session) throws -> MergeSummary {
    var session = session
    session.isBulk = true
    session.isMerging = true
    return try attaching(copy.addresses, as: IncomingCopy.schema, named: copy.file) {
      try write(session) { database in
        var merge = Merge(database, copy, session)
        return try merge.run()
      }
    }
  }
}

extension IncomingCopy {
  var fileName: String { URL(filePath: file).lastPathComponent }
}
