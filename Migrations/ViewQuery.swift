/// The query of a view, read as far as it takes to say where its columns come from.
///
/// It knows the form in which the files of this folder are written, not all of SQL: what it can't follow, it leaves as
/// it stands.
struct ViewQuery {
  indirect enum Origin {
    case table(String)
    case query(ViewQuery)
  }

  /// What stands behind FROM or JOIN.
  struct Source {
    var alias: String
    var origin: Origin
    /// What stands behind ON.
    var condition: [SQLToken] = []
  }

  /// Each column with its expression; `*` is one, too. None where several queries are united, or WITH begins it.
  private(set) var items: [String: [SQLToken]] = [:]
  private(set) var sources: [Source] = []
  /// The tables and views that it reads, at any depth, each once.
  private(set) var tables: [String] = []
  let names: Set<String>

  /// - Parameters:
  ///   - tokens: from SELECT on, or from WITH on.
  ///   - names: of all tables and views; what has another name is made up by the query.
  init(_ tokens: ArraySlice<SQLToken>, among names: Set<String>) {
    self.names = names
    for (word, next) in zip(tokens, tokens.dropFirst())
    where Self.isOpening(word.text) && names.contains(next.text) && !tables.contains(next.text) {
      tables.append(next.text)
    }
    guard tokens.first?.text == "SELECT" else { return }
    readSources(tokens[readItems(tokens.dropFirst())...])
  }

  static func isOpening(_ word: String) -> Bool { word == "FROM" || word == "JOIN" }

  private static let unions: Set = ["UNION", "EXCEPT", "INTERSECT"]
  private static let ends: Set = ["LEFT", "CROSS", "INNER", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT"]

  /// - Returns: the place of FROM.
  private mutating func readItems(_ tokens: ArraySlice<SQLToken>) -> Int {
    var depth = 0
    var start = tokens.startIndex
    for place in tokens.indices {
      let text = tokens[place].text
      depth += Self.step(text)
      guard depth == 0, text == "," || text == "FROM" else { continue }
      addItem(tokens[start..<place])
      start = place + 1
      if text == "FROM" { return place }
    }
    return tokens.endIndex
  }

  private mutating func addItem(_ tokens: ArraySlice<SQLToken>) {
    guard let last = tokens.last else { return }
    if tokens.count > 2, tokens[tokens.endIndex - 2].text == "AS" {
      items[last.text] = Array(tokens.dropLast(2))
    } else if tokens.count == 2, last.text == "*" {
      items[tokens[tokens.startIndex].text] = Array(tokens)
    } else if tokens.count == 1 {
      items[last.parts?.column ?? last.text] = [last]
    }
  }

  private mutating func readSources(_ tokens: ArraySlice<SQLToken>) {
    var depth = 0
    var isCondition = false
    var place = tokens.startIndex
    while place < tokens.endIndex {
      let text = tokens[place].text
      depth += Self.step(text)
      let isWord = text.utf8.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
      if depth == 0, isWord, Self.unions.contains(text) {
        items = [:]
        return
      }
      if depth == 0, Self.isOpening(text) {
        place = addSource(tokens, at: place + 1)
        isCondition = false
        continue
      }
      if depth == 0, isWord, Self.ends.contains(text) { isCondition = false }
      if isCondition { sources[sources.count - 1].condition.append(tokens[place]) }
      if depth == 0, text == "ON", !sources.isEmpty { isCondition = true }
      place += 1
    }
  }

  /// - Returns: the place behind it and its alias.
  private mutating func addSource(_ tokens: ArraySlice<SQLToken>, at start: Int) -> Int {
    guard start < tokens.endIndex else { return start }
    let isName = tokens[start].isName
    // `(SELECT …)`, `table`, or `function(…)`.
    var place = isName ? start + 1 : start
    var inner = tokens[place..<place]
    if place < tokens.endIndex, tokens[place].text == "(" {
      let close = Self.close(tokens, from: place)
      inner = tokens[(place + 1)..<close]
      place = min(close + 1, tokens.endIndex)
    }
    var alias = isName ? tokens[start].text : ""
    if place + 1 < tokens.endIndex, tokens[place].text == "AS" {
      alias = tokens[place + 1].text
      place += 2
    }
    // Of a function nothing is known.
    let origin =
      isName ? Origin.table(inner.isEmpty ? tokens[start].text : alias) : .query(ViewQuery(inner, among: names))
    sources.append(Source(alias: alias, origin: origin))
    return place
  }

  private static func close(_ tokens: ArraySlice<SQLToken>, from open: Int) -> Int {
    var depth = 0
    for place in open..<tokens.endIndex {
      depth += step(tokens[place].text)
      if depth == 0 { return place }
    }
    return tokens.endIndex
  }

  private static func step(_ text: String) -> Int { text == "(" ? 1 : text == ")" ? -1 : 0 }
}
