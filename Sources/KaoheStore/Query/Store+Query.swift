extension Store {
  /// Asks the database a question in SQL, on a connection that can write nothing.
  ///
  /// - Parameters:
  ///   - stop: by which it can be stopped.
  ///   - stuck: is told, on another thread, where it can't be stopped, and has to end the program.
  ///   - head: gets the names of the columns, before any row.
  ///   - row: gets each row as it is found.
  /// - Throws: `QueryProblem`, also where it was stopped or took too long; what `head` and `row` throw.
  public func run(
    _ query: Query, stop: QueryStop = QueryStop(), stuck: (@Sendable (QueryProblem) -> Void)? = nil,
    head: ([String]) throws -> Void, row: ([QueryValue]) throws -> Void
  ) throws -> QueryEnd {
    let watchdog = stuck.map { stuck in
      QueryWatchdog(stop) { stuck($0 == .late ? .isLate(query.seconds ?? 0) : .isStopped) }
    }
    watchdog?.begin()
    defer { watchdog?.end() }
    // This store stays open meanwhile: who closes a database last tidies up its log, which a reader can't.
    return try withExtendedLifetime(self) {
      let connection = try QueryConnection(path, stop, seconds: query.seconds, from: query.began, watchdog)
      let statement = try QueryStatement(connection, query)
      try connection.watch.pausing { try head(statement.columns) }
      var count = 0
      while let values = try statement.next() {
        if let limit = query.rowLimit, count >= limit { return QueryEnd(rows: count, isCut: true) }
        count += 1
        try connection.watch.pausing { try row(values) }
      }
      return QueryEnd(rows: count, isCut: false)
    }
  }
}
