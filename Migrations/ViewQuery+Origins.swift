extension ViewQuery {
  /// The expression of a column of the view, its aliases replaced by what they stand for: `r.score_micro / 1e6` becomes
  /// `leaf_result.score_micro / 1e6`.
  ///
  /// What has no short name follows behind a semicolon: `coalesce(v.visits, 0); v.visits = count(*) FROM visit`, or of
  /// a table that stands there twice `l: coverage ON l.park = coverage.park`.
  ///
  /// - Returns: nothing where the query is not one SELECT that has the column.
  func origin(of column: String) -> String? {
    guard let tokens = items[column] else { return nil }
    var (text, notes) = resolved(tokens)
    if notes.reduce(0, { $0 + $1.utf8.count }) > 400 {
      let tables = queries(in: tokens).flatMap(\.tables)
      if !tables.isEmpty { notes = [reading("", tables)] }
    }
    // Nothing but a column of a subquery: what it is there, or else what that reads.
    if tokens.count == 1, let first = notes.first {
      let alias = text.prefix { $0 != "." }
      for name in ["\(text) = ", "\(alias) FROM "] where first.hasPrefix(name) {
        return ([String(first.dropFirst(name.count))] + notes.dropFirst()).joined(separator: "; ")
      }
    }
    return ([text] + notes).joined(separator: "; ")
  }

  private func resolved(_ tokens: [SQLToken]) -> (text: String, notes: [String]) {
    let (tokens, notes) = replaced(tokens)
    return (SQLToken.text(tokens), notes)
  }

  private func replaced(_ tokens: [SQLToken]) -> (tokens: [SQLToken], notes: [String]) {
    guard tokens.contains(where: { $0.parts != nil }) else { return (tokens, []) }
    let (inner, hidden) = innerAliases(tokens)
    var notes: [String] = []
    var replaced: [SQLToken] = []
    for (place, var token) in tokens.enumerated() {
      // `FROM metric AS m`: its alias is gone.
      let isAlias = place > 1 && inner[token.text] == tokens[place - 2].text && tokens[place - 1].text == "AS"
      if isAlias {
        replaced.removeLast()
        continue
      }
      if let (alias, column) = token.parts {
        if let table = inner[alias] {
          token.text = "\(table).\(column)"
        } else if !hidden.contains(alias), let source = sources.first(where: { $0.alias == alias }) {
          let (text, more) = origin(of: column, in: source)
          token.text = text
          notes += more.filter { !notes.contains($0) }
        }
      }
      replaced.append(token)
    }
    return (replaced, notes)
  }

  private func origin(of column: String, in source: Source) -> (text: String, notes: [String]) {
    let text = source.alias.isEmpty ? column : "\(source.alias).\(column)"
    switch source.origin {
    case .table(let table):
      // Of a table that stands there more than once, the first has its name.
      if sources.first(where: { $0.isTable(table) })?.alias == source.alias { return ("\(table).\(column)", []) }
      return (text, joining(source, table))
    case .query(let query):
      guard let (inner, further) = query.expression(of: column) else {
        return (text, [reading(source.alias, query.tables)])
      }
      // A column of a table: that is where it comes from.
      if inner.count == 1, inner[0].parts != nil { return (inner[0].text, further) }
      // `count(*)` names no table.
      let isNamed = !further.isEmpty || inner.contains { $0.parts.map { names.contains($0.alias) } ?? false }
      let notes = ["\(text) = \(SQLToken.text(inner))" + (isNamed ? "" : " \(reading("", query.tables))")] + further
      return (text, notes.reduce(0) { $0 + $1.utf8.count } > 300 ? [reading(source.alias, query.tables)] : notes)
    }
  }

  /// `l: coverage ON l.park = coverage.park`. A condition names what stands before it.
  private func joining(_ source: Source, _ table: String) -> [String] {
    var notes: [String] = []
    let condition = source.condition.map { token in
      guard let (alias, column) = token.parts,
        let other = sources.prefix(while: { $0.alias != source.alias }).first(where: { $0.alias == alias })
      else { return token }
      let (text, further) = origin(of: column, in: other)
      notes += further
      return SQLToken(text: text, isSpaced: token.isSpaced)
    }
    return ["\(source.alias): \(table) ON \(SQLToken.text(condition))"] + notes
  }

  /// What a query that stands behind FROM selects as that column.
  private func expression(of column: String) -> (tokens: [SQLToken], notes: [String])? {
    if let tokens = items[column] {
      // A plain name is a column of the only table.
      if tokens.count > 1 || !tokens[0].isName || sources.count != 1 { return replaced(tokens) }
      let (text, notes) = origin(of: tokens[0].text, in: sources[0])
      return ([SQLToken(text: text, isSpaced: false)], notes)
    }
    // `*`, or `g.*`.
    guard let source = sources.first, items["*"] != nil && sources.count == 1 || items["\(source.alias)."] != nil else {
      return nil
    }
    let (text, notes) = origin(of: column, in: source)
    return ([SQLToken(text: text, isSpaced: false)], notes)
  }

  /// The view itself names all that it reads, two dozen tables at most.
  private func reading(_ alias: String, _ tables: [String]) -> String {
    let list = tables.prefix(6).joined(separator: ", ") + (tables.count > 6 ? " …" : "")
    return alias.isEmpty ? "FROM \(list)" : "\(alias) FROM \(list)"
  }

  /// The subqueries that an expression takes columns of.
  private func queries(in tokens: [SQLToken]) -> [ViewQuery] {
    let aliases = Set(tokens.compactMap { $0.parts?.alias })
    return sources.filter { aliases.contains($0.alias) }.compactMap { source in
      if case .query(let query) = source.origin { query } else { nil }
    }
  }

  /// Aliases that an expression has of its own: those of tables, and all that is hidden by them.
  private func innerAliases(_ tokens: [SQLToken]) -> (tables: [String: String], all: Set<String>) {
    var tables: [String: String] = [:]
    var all: Set<String> = []
    for place in tokens.indices where place > 0 && tokens[place - 1].text == "AS" {
      all.insert(tokens[place].text)
      guard place > 2, Self.isOpening(tokens[place - 3].text) else { continue }
      let table = tokens[place - 2].text
      // Beside the same table of the view itself it needs its alias.
      if !sources.contains(where: { $0.isTable(table) }) { tables[tokens[place].text] = table }
    }
    return (tables, all)
  }
}

extension ViewQuery.Source {
  fileprivate func isTable(_ name: String) -> Bool {
    if case .table(name) = origin { true } else { false }
  }
}
