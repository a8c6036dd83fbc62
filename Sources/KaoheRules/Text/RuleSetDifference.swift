import KaoheScoring

/// How one rule set differs from another, by code: what was added, what was removed, what says something else.
public struct RuleSetDifference: Sendable {
  public struct Line: Sendable, Hashable {
    public var code: String
    public var what: Bilingual
    /// Empty where the first rule set has nothing of that code.
    public var old: Bilingual
    public var new: Bilingual
  }

  /// In the order of the second rule set; what it no longer has comes first.
  public let lines: [Line]

  public init(_ old: RuleSet, _ new: RuleSet) {
    let before = old.facts
    let after = new.facts
    // A leaf that became a section is another thing under the same code.
    let isKept = Set(after.map(\.identity))
    let known = Dictionary(before.map { ($0.identity, $0) }) { first, _ in first }
    var lines = before.filter { !isKept.contains($0.identity) }.map { fact in
      Line(code: fact.code, what: Bilingual("删去", en: "removed"), old: fact.summary, new: Bilingual("", en: ""))
    }
    for fact in after {
      guard let earlier = known[fact.identity] else {
        lines.append(
          Line(code: fact.code, what: Bilingual("新增", en: "added"), old: Bilingual("", en: ""), new: fact.summary))
        continue
      }
      for what in fact.values.map(\.what) where earlier[what] != fact[what] {
        let none = Bilingual("", en: "")
        lines.append(Line(code: fact.code, what: what, old: earlier[what] ?? none, new: fact[what] ?? none))
      }
    }
    self.lines = lines
  }
}
