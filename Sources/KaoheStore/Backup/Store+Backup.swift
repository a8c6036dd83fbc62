import Foundation
import GRDB
import KaoheScoring

/// What a backup holds, and how to know it again.
public struct BackupSummary: Sendable {
  /// The file that was written.
  public var file: String
  public var holdings: DatabaseHoldings
  /// In bytes.
  public var size: Int
  /// Of the file, in hexadecimal.
  public var sha256: String
  /// Rows that refer to what is not there, by table: the database has them, too.
  public var dangling: [(table: String, count: Int)]
}

extension Store {
  /// Writes everything that a database holds at one moment into one file, while others go on reading and writing it, and
  /// checks that file before it gets its name.
  ///
  /// - Parameters:
  ///   - path: the database, of whatever version that this program knows.
  ///   - target: a file that is not there yet; or a folder, in which the file is named by the time.
  /// - Throws: `StoreError`; nothing is left of what was begun.
  public static func backUp(_ path: String, to target: String) throws -> BackupSummary {
    let source = try openAnyVersion(path)
    return try source.backUp(to: BackupTarget(target, of: path).file)
  }

  /// Opens a database of this version or an older one.
  static func openAnyVersion(_ path: String) throws -> Store {
    do {
      return try open(path)
    } catch  where error.code == "old-schema" {
      return try connect(plain(path))
    }
  }

  /// - Parameter file: must not be there.
  func backUp(to file: String) throws -> BackupSummary {
    let part = try PartFile(of: file, like: path)
    do {
      let copy = try SnapshotCopy(of: self, at: part.path, named: file)
      let check = try CopyCheck(part.path, holds: copy.holdings, of: path)
      let written = try EvidenceFile(part.path)
      try part.keep()
      return BackupSummary(
        file: file, holdings: copy.holdings, size: written.size, sha256: written.sha256, dangling: check.dangling)
    } catch {
      part.discard()
      throw error
    }
  }
}
