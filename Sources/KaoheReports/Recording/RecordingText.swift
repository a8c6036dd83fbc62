import KaoheScoring

/// What a person sees who records at a visit: the leaf that is asked, what it comes to, how far the visit has come.
///
/// Each text ends with a line break and is safe for a terminal.
public struct RecordingText: Sendable {
  private let language: Language
  private let width: Int?
  private let color: Bool

  /// - Parameter width: the terminal's columns; nil: no line is broken.
  public init(language: Language, width: Int? = nil, color: Bool = false) {
    self.language = language
    self.width = width
    self.color = color
  }

  private func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

  private func lines(_ parts: [Page.Part]) -> String { Page(parts: parts).text(width: width, color: color) }

  /// What was visited, and how far its recording has come.
  public func opening(_ sheet: ScoringSheet) -> String {
    let head = sheet.head
    let place = head.subject.scope == .district ? "" : language.inParentheses(head.districtName)
    return lines([
      .title("\(head.visit) · \(head.subjectName)\(place) · \(head.date) · \(head.groupName)"),
      .note(progress(sheet.sum), nil),
      .note(
        say(
          "填了就已保存。回车到下一项，:b 上一项，:g 代码 跳转，/词 查找，:u 撤销，:l 列表，? 帮助，:q 退出。",
          "What is entered is saved at once. Enter: next; :b back; :g CODE go to; /TEXT search; :u undo; :l list; ? help; :q quit."
        ), nil),
    ])
  }

  /// One leaf: where it stands, its standard, what was recorded and what is still open.
  ///
  /// - Parameter standard: how it is scored, in words.
  public func question(_ entry: SheetEntry, number: Int, of count: Int, standard: Bilingual) -> String {
    let leaf = entry.leaf
    var outline = Outline()
    let points = say("\(leaf.points.readable) 分", leaf.points == .one ? "1 point" : "\(leaf.points.readable) points")
    let path = entry.sections.joined(separator: " › ")
    outline.add(
      0, "[\(number)/\(count)] \(leaf.code) \(leaf.title)\(language.inParentheses(points))  \(path)", ink: .bold)
    outline.add(1, say("标准：", "standard: ") + standard.text(in: language))
    if let clause = leaf.clause { outline.add(1, say("原文：", "clause: ") + clause) }
    if leaf.evidenceRequired { outline.add(1, say("须有台账（@编号）", "needs evidence (@CODE)")) }
    addItems(of: entry, to: &outline)
    addRecorded(entry, to: &outline)
    for gap in entry.gaps { outline.add(1, say("还缺：", "open: ") + gap.text(in: language), ink: .yellow) }
    return "\n" + lines([.outline(outline)])
  }

  private func addItems(of entry: SheetEntry, to outline: inout Outline) {
    let answers = entry.leaf.survey?.answers ?? []
    for (position, answer) in answers.enumerated() {
      outline.add(1, "\(position + 1)  \(answer.code)" + recorded(answer.code, entry))
    }
    for (position, item) in entry.leaf.items.enumerated() {
      let sign = item.kind == .deduct ? say("每次扣", "minus ") : item.kind == .add ? say("每次加", "plus ") : ""
      outline.add(
        1,
        "\(answers.count + position + 1)  \(item.code) \(item.title)\(language.inParentheses(sign + item.points.readable))"
          + recorded(item.code, entry))
    }
  }

  private func recorded(_ item: String, _ entry: SheetEntry) -> String {
    let rows = entry.rows.filter { $0.item == item }
    return rows.isEmpty ? "" : " = " + rows.map { text(of: $0) }.joined(separator: say("、", ", "))
  }

  private func addRecorded(_ entry: SheetEntry, to outline: inout Outline) {
    let rows = entry.rows.filter(\.item.isEmpty)
    for row in rows {
      let scorer = row.scorer.isEmpty ? "" : row.scorer + " "
      outline.add(1, say("已记：", "recorded: ") + scorer + text(of: row))
    }
    if !entry.rows.isEmpty { outline.add(1, score(of: entry)) }
  }

  private func text(of row: SheetRow) -> String {
    let evidence = row.evidence.map { "@" + $0 }.joined(separator: " ")
    let reason = [row.reason, evidence].filter { !$0.isEmpty }.joined(separator: " ")
    return row.value + (reason.isEmpty ? "" : language.inParentheses(reason))
  }

  /// What a leaf comes to at this visit, and what it loses.
  public func score(of entry: SheetEntry) -> String { score(entry.preview, of: entry.leaf) }

  private func score(_ preview: SheetEntry.Preview, of leaf: Leaf) -> String {
    switch preview.outcome {
    case .score(let score):
      let lost = leaf.points - score
      let loss = lost > .zero ? say("，失 \(lost.brief)", ", loses \(lost.brief)") : ""
      let alone = leaf.isSummed ? say("单看本次", "by this visit alone") : say("本项", "scores")
      return say(
        "\(alone)得 \(score.brief)，满分 \(leaf.points.brief)\(loss)",
        "\(alone) \(score.brief) of \(leaf.points.brief)\(loss)")
    case .measure(let measure):
      return say("实际值 \(measure.readable)，与各地比较后得分", "measure \(measure.readable), scored once districts are compared")
    case .notApplicable: return say("不适用", "not applicable")
    case .summed: return say("合并计分", "scored together with others")
    case .missing: return say("还不能计分", "no score yet")
    }
  }

  /// The steps that lead to a leaf's score, on one line.
  public func steps(of entry: SheetEntry, _ rules: RuleSet) -> String { steps(entry.preview, of: entry.leaf, rules) }

  private func steps(_ preview: SheetEntry.Preview, of leaf: Leaf, _ rules: RuleSet) -> String {
    let words = StepText(leaf: leaf, ruleSet: rules)
    // To start from nothing says nothing.
    let steps = preview.steps.filter { $0.reason != .start || !$0.points.isZero }
    return steps.map { words.text(of: $0).text(in: language) }.joined(separator: say("；", "; "))
  }

  /// What became of an answer.
  ///
  /// - Parameters:
  ///   - written: the value and its place, as recorded: `A1-1=2`.
  ///   - withdrawn: rows that could not stand beside it.
  public func receipt(
    _ written: String, isNew: Bool, withdrawn: [SheetRow], _ entry: SheetEntry, _ sum: ScoringSheet.Sum,
    _ rules: RuleSet
  ) -> String {
    let stored = isNew ? say("已存", "saved") : say("已记过，未变", "known already")
    let preview = entry.preview
    var outline = outline("✓ \(stored) \(written)", preview, entry.leaf)
    for row in withdrawn {
      let place = row.item.isEmpty ? "" : row.item + " = "
      outline.add(2, say("不能并存，已撤回：", "can't stand beside it, withdrawn: ") + place + row.value, ink: .yellow)
    }
    if let doubt = doubt(about: entry) { outline.add(2, doubt, ink: .yellow) }
    return lines([.outline(finished(outline, preview, entry.leaf, sum, rules))])
  }

  /// What became of an answer that was taken back.
  ///
  /// - Parameter held: what its cell holds again; nil for nothing.
  public func undone(
    _ place: String, held: String?, _ entry: SheetEntry, _ sum: ScoringSheet.Sum, _ rules: RuleSet
  ) -> String {
    let now = held.map { say("恢复为 \($0)", "back to \($0)") } ?? say("恢复为未记", "as if not recorded")
    let preview = entry.preview
    let outline = outline(say("✓ 已撤销 ", "✓ undone ") + place + say("，", ", ") + now, preview, entry.leaf)
    return lines([.outline(finished(outline, preview, entry.leaf, sum, rules))])
  }

  private func outline(_ done: String, _ preview: SheetEntry.Preview, _ leaf: Leaf) -> Outline {
    var outline = Outline()
    outline.add(1, "\(done) → \(score(preview, of: leaf))", ink: .bold)
    return outline
  }

  private func finished(
    _ outline: Outline, _ preview: SheetEntry.Preview, _ leaf: Leaf, _ sum: ScoringSheet.Sum, _ rules: RuleSet
  ) -> Outline {
    var outline = outline
    let steps = steps(preview, of: leaf, rules)
    if !steps.isEmpty { outline.add(2, steps) }
    outline.add(2, progress(sum))
    return outline
  }

  /// A leaf that is measured in shares, and a plain number well above 1: most likely a percentage, 85 for 85%.
  private func doubt(about entry: SheetEntry) -> String? {
    guard entry.leaf.isMeasuredInShares else { return nil }
    for row in entry.rows {
      guard case .measure(.number(let measure))? = row.observed, !row.value.hasSuffix("%"), measure > Rational(2) else {
        continue
      }
      return say(
        "\(row.value) 即 \(measure.percent)；若是百分比，请重填 \(row.value)%",
        "\(row.value) is \(measure.percent); if it is a percentage, write \(row.value)%")
    }
    return nil
  }

  /// How far a visit has come.
  public func progress(_ sum: ScoringSheet.Sum) -> String {
    say(
      "本次合计 \(sum.score.brief)，满分 \(sum.points.brief)；已记 \(sum.recorded)/\(sum.leaves) 项",
      "so far \(sum.score.brief) of \(sum.points.brief); \(sum.recorded) of \(sum.leaves) leaves recorded")
  }

  /// Every leaf with what it comes to; only some where they are searched for.
  public func list(_ entries: [SheetEntry]) -> String {
    let columns = [
      TableColumn(say("代码", "code")), TableColumn(say("考核要点", "leaf"), wraps: true),
      TableColumn(say("分值", "points"), .trailing), TableColumn(say("现状", "state"), wraps: true),
    ]
    let rows = entries.map { entry in
      let state = entry.rows.isEmpty ? say("未记", "open") : score(of: entry)
      return [
        entry.leaf.code, entry.leaf.title, entry.leaf.points.readable,
        entry.gaps.isEmpty ? state : state + say("；还缺 ", "; lacks ") + "\(entry.gaps.count)",
      ]
    }
    return lines([.table(columns, rows)])
  }
}

extension Leaf {
  /// Whether all that its measure is compared with lies within 0 and 1, or -1 and 1.
  fileprivate var isMeasuredInShares: Bool {
    var references: [Rational] = []
    for method in methods {
      switch method {
      case .ratio(let ratio): if case .number(let target) = ratio.target { references.append(target) }
      case .bands(let bands): references += bands.bands.compactMap(\.threshold.bound)
      case .steps(let steps): if case .number(let from) = steps.from { references.append(from) }
      case .deduct, .add, .checklist, .levels, .judged, .peerRatio, .peerRank, .peerRange: break
      }
    }
    return !references.isEmpty && references.allSatisfy { $0.magnitude <= .one }
  }
}

extension Bands.Band.Threshold {
  fileprivate var bound: Rational? {
    switch self {
    case .atLeast(let bound), .above(let bound): bound
    case .otherwise: nil
    }
  }
}
