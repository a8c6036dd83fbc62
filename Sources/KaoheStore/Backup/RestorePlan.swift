import KaoheScoring

/// What a restore would change.
public struct RestorePlan: Sendable {
  /// The database that is to be restored, as it is.
  public enum Present: Sendable {
    /// There is none, or an empty file.
    case missing
    /// It can't be read, or not all of it: what was found first.
    case damaged(String)
    case whole(DatabaseHoldings)
  }

  /// The records of one table.
  public struct TableChange: Sendable, Hashable {
    public var table: String
    /// How many there are now.
    public var present: Int
    public var backup: Int
    /// Those that are there now and not in the backup.
    public var lost: Int
    /// Those that are in the backup and not there now.
    public var returned: Int
    /// Those that are in both, with other contents.
    public var reverted: Int

    public var isChange: Bool { lost > 0 || returned > 0 || reverted > 0 }
  }

  public var path: String
  public var file: String
  public var backup: DatabaseHoldings
  /// Of the backup's file, in hexadecimal.
  public var sha256: String
  public var present: Present
  /// Whether these are another office's records.
  public var isOtherOffice: Bool
  /// Every table of records; empty where nothing can be compared.
  public var changes: [TableChange]
  /// Numbers of field copies that were checked out since the backup: they stay known, so that none is given twice.
  public var keptCopies: [Int]
  /// The version to which the backup's schema is brought; nil where it is this program's.
  public var migration: Int?
  /// How the backup's structure was changed by another program.
  public var change: Bilingual?
  /// Rows of the backup that refer to what is not there, by table.
  public var dangling: [(table: String, count: Int)]
}

/// What a restore did.
public struct RestoreSummary: Sendable {
  public var plan: RestorePlan
  /// Where the database that was replaced is now; nil where there was none.
  public var kept: String?
}
