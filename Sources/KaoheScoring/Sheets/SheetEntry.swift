/// One leaf of a scoring sheet with what was recorded for it at the visit.
public struct SheetEntry: Sendable {
  public var leaf: Leaf
  /// Titles of the sections above the leaf, from the top.
  public var sections: [String]
  /// The live rows by item, scorer and identity. Two of one cell are a conflict; only there a withdrawal stands too.
  public var rows: [SheetRow]

  public init(leaf: Leaf, sections: [String], rows: [SheetRow]) {
    self.leaf = leaf
    self.sections = sections
    self.rows = rows
  }
}

/// One live row of a visit (记录一项), as it was recorded.
public struct SheetRow: Sendable, Hashable {
  /// The observation's identity.
  public var id: Int64
  /// An item or a survey's answer; empty where the leaf is meant.
  public var item: String
  /// An inspector's code; empty where nobody is named.
  public var scorer: String
  /// As it was written.
  public var value: String
  public var reason: String
  /// Codes.
  public var evidence: [String]
  public var recordedBy: String
  /// A moment in UTC.
  public var recordedAt: String
  /// What the leaf makes of the value; nil where only another program can have written it.
  public var observed: ObservedValue?
  /// Whether the visit was submitted without it: another copy recorded it meanwhile.
  public var isLate = false

  public init(
    id: Int64, item: String, scorer: String, value: String, reason: String, evidence: [String], recordedBy: String,
    recordedAt: String, observed: ObservedValue?
  ) {
    self.id = id
    self.item = item
    self.scorer = scorer
    self.value = value
    self.reason = reason
    self.evidence = evidence
    self.recordedBy = recordedBy
    self.recordedAt = recordedAt
    self.observed = observed
  }
}

extension SheetRow {
  /// What tells the rows of one leaf apart: item and scorer.
  public struct Cell: Hashable, Sendable {
    public var item: String
    public var scorer: String

    public init(item: String, scorer: String) {
      self.item = item
      self.scorer = scorer
    }
  }

  public var cell: Cell { Cell(item: item, scorer: scorer) }
}

extension SheetEntry {
  /// What this leaf comes to at this visit, with the steps that lead there.
  public struct Preview: Sendable {
    public var outcome: Outcome
    public var steps: [Step]
  }

  /// Scores the rows as the engine would if this were the only visit. Missing where nothing is recorded, or where what
  /// is recorded can't be scored.
  public var preview: Preview {
    let nothing = Preview(outcome: .missing, steps: [])
    if rows.isEmpty || !isSound { return nothing }
    let observations = rows.compactMap { row in
      row.observed.map { Observation(value: $0, scorer: row.scorer, hasEvidence: !row.evidence.isEmpty) }
    }
    let (outcome, steps) = leaf.outcome(of: observations)
    return Preview(outcome: outcome, steps: steps)
  }

  /// Whether every row can be read and all can stand together.
  public var isSound: Bool { rows.allSatisfy { $0.observed != nil } && clashes.isEmpty }

  /// What is wrong with the rows taken together: cells that are filled twice, rows that must stand alone and don't.
  public var clashes: [Bilingual] {
    var clashes: [Bilingual] = []
    for (row, earlier) in zip(rows.dropFirst(), rows) where row.cell == earlier.cell {
      clashes.append(
        Bilingual(
          "同一项有两条有效记录，需先裁定（kaohe conflict list）", en: "two live rows of one cell: decide first (kaohe conflict list)"))
    }
    let read = rows.compactMap { row in row.observed.map { (value: $0, scorer: row.scorer) } }
      .filter { $0.value != .withdrawn }
    if rows.contains(where: \.isLate) {
      clashes.append(
        Bilingual(
          "有提交后才并入的记录，需先裁定（kaohe conflict list）或退回",
          en: "a row came in after the visit was submitted: decide first (kaohe conflict list), or return the visit"))
    }
    return clashes + leaf.conflicts(among: read).map(\.problem.text)
  }

  /// What keeps the visit from being submitted: rows that clash or can't be read, and parts that the rows, if there are
  /// any, lack.
  public var gaps: [Bilingual] {
    if rows.isEmpty { return [] }
    var gaps = clashes
    for row in rows where row.observed == nil {
      gaps.append(Bilingual("记录值“\(row.value.excerpt)”无法识别", en: "the value “\(row.value.excerpt)” can't be read"))
    }
    return gaps + leaf.gaps(in: rows.compactMap(\.observed))
  }
}

extension Leaf {
  /// Whether one visit alone gives it a score: not where rows are summed over visits or sites, or districts compared.
  public var isScoredByVisit: Bool { !isSummed && !isPeer }
}
