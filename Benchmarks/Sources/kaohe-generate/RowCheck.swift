import KaoheScoring

/// Holds what is written to the engine: a row that its leaf would read otherwise, or refuse, never gets into a file.
enum RowCheck {
  static func check(_ rows: [ScoreRow], of leaf: Leaf) throws {
    for row in rows {
      let (item, text) = (row.item(of: leaf), row.text(of: leaf))
      let value: ObservedValue
      do {
        value = try leaf.read(item: item, value: text)
      } catch {
        throw GeneratorError("\(leaf.code) “\(item)” “\(text)”: \(error.text.english)")
      }
      if value != row.value { throw GeneratorError("\(leaf.code) “\(item)” “\(text)” was meant as \(row.value)") }
      if row.reason.isEmpty, let problem = value.reasonMissing(in: leaf) {
        throw GeneratorError("\(leaf.code) “\(item)” “\(text)”: \(problem.english)")
      }
    }
    let problems = leaf.conflicts(among: rows.map { ($0.value, $0.scorer) }).map(\.problem.text.english)
    let gaps = leaf.gaps(in: rows.map(\.value)).map(\.english)
    if let problem = (problems + gaps).first { throw GeneratorError("\(leaf.code): \(problem)") }
  }
}
