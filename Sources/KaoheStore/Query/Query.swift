import GRDBSQLite

/// A question in SQL to one database, and what it may take.
public struct Query: Sendable {
  /// One statement that reads.
  public var sql: String
  /// The values of the parameters, as they are typed, by name: with or without its sign, `assessment` or `:assessment`;
  /// by number for a `?`.
  public var parameters: [String: String] = [:]
  /// Whether a parameter that has no value is NULL, as in a saved question; else it is a mistake.
  public var isMissingNull = false
  /// nil: as many as there are.
  public var rowLimit: Int?
  /// How long it may run, without the time that it takes to hand its rows on; nil: as long as it takes.
  public var seconds: Double?
  /// From when on that counts: to wait for another program that writes is part of it.
  let began = ContinuousClock.now

  public init(_ sql: String) { self.sql = sql }

  /// Bytes; what is sorted beyond them goes to files.
  static let mostMemory: Int64 = 256 << 20

  /// Bounds what SQLite takes of this process's memory: a statement may hold hundreds of big values at once. For a
  /// program that only asks, before it opens a database.
  public static func limitMemory() { sqlite3_hard_heap_limit64(mostMemory) }
}

/// A value of a row, as the `sqlite3` shell prints it.
public enum QueryValue: Sendable, Hashable {
  case null
  /// An integer, or a number with at most 15 digits; `Inf` and `-Inf` too.
  case number(String)
  case text(String)
  case blob([UInt8])
}

/// How a query ended.
public struct QueryEnd: Sendable, Hashable {
  /// Those that were handed on.
  public var rows: Int
  /// Whether there are more.
  public var isCut: Bool
}
