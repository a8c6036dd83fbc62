import KaoheSchema

/// docs/schema.svg: the tables that people's records and rules are in, and what they refer to.
///
/// Boxes stand in columns; lines run in the gutters between the columns, and through the gaps between boxes. All lines to
/// one table share a track and a colour, so that few lines show many references.
struct SchemaPicture {
  /// A part of the picture: tables that belong together, in columns of the grid.
  struct Panel {
    var chinese: String
    var english: String
    /// The first column of the grid that it takes.
    var column: Int
    /// Names of tables, from top to bottom.
    var columns: [[String]]
  }

  /// From top to bottom; panels of a row stand side by side.
  static let rows: [[Panel]] = [
    [
      Panel(
        chinese: "监测", english: "monitoring", column: 0,
        columns: [["metric", "coverage", "survey_answer", "publicity", "publicity_repost", "task"]]),
      Panel(
        chinese: "名册", english: "roster", column: 1,
        columns: [
          ["district", "industrial_park", "guidance_station", "pilot_enterprise", "inspection_group", "inspector"]
        ]),
      Panel(
        chinese: "督查", english: "inspection", column: 2,
        columns: [
          ["assessment", "participant", "visit", "evidence", "adjustment", "adjustment_evidence"],
          ["visit_step", "observation", "supersession", "observation_evidence", "recusal_override"],
        ]),
      Panel(
        chinese: "问题、申诉", english: "findings, objections", column: 4,
        columns: [
          ["finding", "finding_step", "finding_evidence", "objection", "objection_evidence", "objection_correction"]
        ]),
    ],
    [
      Panel(
        chinese: "细则", english: "rules", column: 0,
        columns: [
          ["rule_document", "grade"], ["rule_set", "adjustment_rule"], ["phase", "adjustment_level"],
          ["indicator", "indicator_level"], ["indicator_item", "indicator_answer"],
        ])
    ],
    [
      Panel(
        chinese: "副本", english: "copies", column: 0,
        columns: [["merge_log"], ["field_copy"], ["record_version"], ["record_succession"]])
    ],
  ]

  static let columnCount = 5

  /// Where a box stands: row of panels, column of the grid, place from the top.
  struct Place: Hashable {
    var row: Int
    var column: Int
    var index: Int
  }

  struct Box {
    var relation: SchemaText.Relation
    var chinese: String
    var place: Place
    /// The columns that are shown: the key's, and those that refer to a table.
    var columns: [SchemaText.Column]
    var x = 0
    var y = 0

    var height: Int { SchemaPicture.headHeight + columns.count * SchemaPicture.lineHeight + 6 }
    /// Where lines arrive.
    var entry: Int { y + SchemaPicture.headHeight / 2 }

    func line(_ index: Int) -> Int {
      y + SchemaPicture.headHeight + index * SchemaPicture.lineHeight + SchemaPicture.lineHeight / 2
    }
  }

  struct Reference: Hashable {
    var source: Int
    /// Which of the columns that are shown.
    var line: Int
    var target: Int
  }

  static let boxWidth = 208
  static let headHeight = 38
  static let lineHeight = 16

  var boxes: [Box] = []
  var references: [Reference] = []

  init() {
    let entries = DictionaryEntry.all.filter { $0.column.isEmpty }
    let chinese = Dictionary(uniqueKeysWithValues: entries.map { ($0.object, $0.label) })
    for (row, panels) in Self.rows.enumerated() {
      for panel in panels {
        for (offset, names) in panel.columns.enumerated() {
          for (index, name) in names.enumerated() {
            guard let relation = SchemaText.relations.first(where: { $0.name == name }) else { continue }
            boxes.append(
              Box(
                relation: relation, chinese: chinese[name] ?? "",
                place: Place(row: row, column: panel.column + offset, index: index),
                columns: relation.columns.filter { relation.key.contains($0.name) || $0.reference != nil }))
          }
        }
      }
    }
    references = boxes.indices.flatMap(references)
  }

  private func references(of source: Int) -> [Reference] {
    let box = boxes[source]
    let single = box.columns.enumerated().compactMap { line, column in
      column.reference.flatMap(index).map { Reference(source: source, line: line, target: $0) }
    }
    let composite = box.relation.references.compactMap(index).map { Reference(source: source, line: 0, target: $0) }
    return single + composite.filter { !single.map(\.target).contains($0.target) }
  }

  private func index(of table: String) -> Int? { boxes.firstIndex { $0.relation.name == table } }
}
