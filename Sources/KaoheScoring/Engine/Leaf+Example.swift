extension Leaf {
  /// What an example comes to: one visit of one subject, with evidence, before `leaf_decimals`.
  ///
  /// - Returns: nil where it gives what its author says; else what is wrong.
  public func problem(of example: Example) -> Bilingual? {
    var rows: [Observation] = []
    for (position, row) in example.rows.enumerated() {
      do throws(ObservationProblem) {
        rows.append(
          Observation(value: try read(item: row.item, value: row.value), scorer: row.scorer, hasEvidence: true))
      } catch {
        return Bilingual(
          "示例第 \(position + 1) 行：\(error.text.chinese)", en: "row \(position + 1) of the example: \(error.text.english)"
        )
      }
    }
    if let problem = rowProblem(of: rows) { return problem }
    var log = StepLog(false)
    let live = rows.filter { $0.value != .withdrawn }
    let outcome = Tally(live[...], of: self).map { score($0, log: &log) } ?? .notApplicable
    let computed: Rational?
    switch outcome {
    case .score(let score): computed = score
    default: computed = nil
    }
    if computed == example.score { return nil }
    let (found, wanted) = (computed?.plainText ?? "n/a", example.score?.plainText ?? "n/a")
    return Bilingual("示例应得 \(wanted)，实际算得 \(found)", en: "the example says \(wanted), the rules give \(found)")
  }

  private func rowProblem(of rows: [Observation]) -> Bilingual? {
    var keys: Set<String> = []
    for (position, row) in rows.enumerated() {
      let key = "\(row.value.itemKey)\u{0}\(row.scorer)"
      if !keys.insert(key).inserted {
        return Bilingual(
          "示例第 \(position + 1) 行与前面的行重复", en: "row \(position + 1) of the example repeats an earlier one")
      }
      if !row.scorer.isEmpty, !row.value.takesScorer {
        return Bilingual(
          "示例第 \(position + 1) 行：只有评分和档次有评分人",
          en: "row \(position + 1) of the example: only judged points and levels have a scorer")
      }
    }
    let live = rows.filter { $0.value != .withdrawn }
    if let conflict = conflicts(among: live.map { ($0.value, $0.scorer) }).first { return conflict.problem.text }
    if let gap = live.isEmpty ? Bilingual("没有有效的行", en: "it has no row that counts") : gaps(in: live.map(\.value)).first
    {
      return Bilingual("示例不完整：\(gap.chinese)", en: "the example is incomplete: \(gap.english)")
    }
    return nil
  }
}

extension ObservedValue {
  /// Tells the cells of one leaf at one visit apart.
  private var cell: Int {
    switch self {
    case .count(let item, _), .met(let item, _): item
    case .answers(let answer, _): -2 - answer
    case .withdrawn, .notApplicable, .none, .measure, .level, .judged: -1
    }
  }

  fileprivate var itemKey: String { "\(cell)" }
}
