import GRDB
import KaoheScoring

/// A copy that a group took with it (外勤副本).
public struct FieldCopy: Sendable {
  public var replica: Int
  public var group: String
  public var groupName: String
  /// The file's name when it was made.
  public var file: String
  public var madeAt: String
  public var madeBy: String
  /// When it was last merged into this database; nil: never.
  public var lastMerged: String?
}

extension Store {
  /// Every copy that was checked out, by number.
  public func fieldCopies() throws(StoreError) -> [FieldCopy] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT c.replica, c.inspection_group, g.name, c.file, c.made_at, c.made_by,
            (SELECT max(at) FROM merge_log AS m WHERE m.replica = c.replica)
          FROM field_copy AS c JOIN inspection_group AS g ON g.code = c.inspection_group ORDER BY c.replica
          """
      ).map { row in
        FieldCopy(
          replica: row[0], group: row[1], groupName: row[2], file: row[3], madeAt: row[4], madeBy: row[5],
          lastMerged: row[6])
      }
    }
  }
}
