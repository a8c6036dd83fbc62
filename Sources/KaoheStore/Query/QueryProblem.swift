import KaoheScoring

/// Why a query has no answer, or not all of it: what, where in the SQL, and what to do. Nothing was changed.
public struct QueryProblem: Error, Sendable, Hashable {
  /// Where in the SQL.
  public struct Place: Sendable, Hashable {
    /// 1-based.
    public var line: Int
    /// The whole line.
    public var text: String
    /// What stands before it in the line.
    public var before: String
  }

  /// A stable name of the kind of problem, e.g. `refused`.
  public let code: String
  public let problem: Bilingual
  public let hint: Bilingual?
  public let place: Place?

  init(_ code: String, _ problem: Bilingual, hint: Bilingual? = nil, at place: Place? = nil) {
    self.code = code
    self.problem = problem
    self.hint = hint
    self.place = place
  }
}

extension QueryProblem {
  static let isEmpty = QueryProblem(
    "empty", Bilingual("SQL 是空的", en: "the SQL is empty"),
    hint: Bilingual(
      "写一条 SELECT；表和视图见 `kaohe schema`，现成的问题见 `kaohe query --list`",
      en: "write a SELECT; tables and views are in `kaohe schema`, questions ready to ask in `kaohe query --list`"))

  static let isStopped = QueryProblem("stopped", Bilingual("已中断", en: "stopped"))

  static func isLate(_ seconds: Double) -> QueryProblem {
    let limit = seconds == seconds.rounded() && seconds < 1e9 ? "\(Int(seconds))" : "\(seconds)"
    return QueryProblem(
      "timeout", Bilingual("超过 \(limit) 秒，已停止", en: "it took more than \(limit) s, and was stopped"),
      hint: Bilingual(
        "缩小范围，或用 --timeout 放宽时限（0 为不限）", en: "ask for less, or allow more with --timeout (0: no limit)"))
  }

  static func second(at place: Place) -> QueryProblem {
    QueryProblem(
      "second-statement", Bilingual("一次只能有一条语句", en: "there is a second statement; only one is run"),
      hint: Bilingual("分开运行", en: "run them one by one"), at: place)
  }

  static let isTooBig = QueryProblem(
    "too-big",
    Bilingual(
      "有一个值超过 \(QueryConnection.mostBytes / 1_000_000) MB",
      en: "a value has more than \(QueryConnection.mostBytes / 1_000_000) MB"),
    hint: Bilingual("只取它的一部分，例如 substr(…, 1, 1000)", en: "take a part of it, e.g. substr(…, 1, 1000)"))

  static let rowIsTooBig = QueryProblem(
    "row-too-big",
    Bilingual(
      "有一行超过 \(QueryConnection.mostBytesOfRow / 1_000_000) MB",
      en: "a row has more than \(QueryConnection.mostBytesOfRow / 1_000_000) MB"),
    hint: Bilingual("少取几列，或只取一部分，例如 substr(…, 1, 1000)", en: "take fewer columns, or parts, e.g. substr(…, 1, 1000)"))

  static let needsMemory = QueryProblem(
    "memory",
    Bilingual(
      "查询需要的内存超过 \(Query.mostMemory >> 20) MB", en: "the query needs more than \(Query.mostMemory >> 20) MB of memory"),
    hint: Bilingual("只取长文字的一部分，或缩小范围", en: "take parts of long texts, or ask for less"))

  static let hasNUL = QueryProblem(
    "nul", Bilingual("SQL 里有空字节（NUL）", en: "the SQL has a NUL in it"),
    hint: Bilingual("删掉它", en: "take it out"))
}
