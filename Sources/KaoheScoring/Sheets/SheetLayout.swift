/// The lines of a scoring sheet: what can be observed at a visit, each observation once.
///
/// What the workbook is written from.
public struct SheetLayout: Sendable {
  public let lines: [SheetLine]

  /// - Parameter isBlank: whether what was recorded is left out.
  public init(_ sheet: ScoringSheet, isBlank: Bool = false) {
    let inspectors = sheet.inspectors.filter { !$0.isRecused }.map(\.code)
    var lines: [SheetLine] = []
    for (position, entry) in sheet.entries.enumerated() {
      let cells = entry.cells(inspectors, isBlank: isBlank)
      for (place, (cell, scorer)) in cells.enumerated() {
        let rows = entry.rows.filter { $0.cell == cell }
        let (choices, isClosed) = entry.leaf.choices(for: cell.item)
        lines.append(
          SheetLine(
            number: lines.count + 1, entry: position, leaf: entry.leaf.code, isFirst: place == 0, item: cell.item,
            scorer: scorer, choices: choices, isClosed: isClosed, expectation: entry.leaf.expectation(of: cell.item),
            row: rows.count == 1 && !isBlank ? rows[0] : nil, recorded: rows.map(\.id)))
      }
    }
    self.lines = lines
  }
}

extension SheetEntry {
  /// The cells that lines stand for: the leaf's own, by scorer, then those of its items.
  fileprivate func cells(_ inspectors: [String], isBlank: Bool) -> [(cell: SheetRow.Cell, scorer: SheetLine.Scorer)] {
    heads(inspectors, isBlank: isBlank).map { (SheetRow.Cell(item: "", scorer: $0.code), $0) }
      + ((leaf.survey?.answers.map(\.code) ?? []) + leaf.items.map(\.code)).map {
        (SheetRow.Cell(item: $0, scorer: ""), .nobody)
      }
  }

  private func heads(_ inspectors: [String], isBlank: Bool) -> [SheetLine.Scorer] {
    let recorded = isBlank ? [] : rows.filter { $0.item.isEmpty }.map(\.scorer)
    let named = Set(recorded).subtracting([""])
    if leaf.isJudged {
      let all = named.union(inspectors).sorted().map(SheetLine.Scorer.named)
      if all.isEmpty { return recorded.isEmpty ? [.anybody] : [.nobody] }
      return (recorded.contains("") ? [.nobody] : []) + all
    }
    if leaf.levels != nil {
      // A row that names nobody stands alone: it takes no scorer later on.
      return named.sorted().map(SheetLine.Scorer.named) + [recorded.contains("") ? .nobody : .anybody]
    }
    return [.nobody]
  }
}

extension Leaf {
  /// Words that may stand in a line, and whether nothing else may.
  fileprivate func choices(for item: String) -> (words: [String], isClosed: Bool) {
    if !item.isEmpty {
      let isTicked = items.contains { $0.code == item && $0.kind == .checklist }
      return isTicked ? (["是", "否", "-"], true) : ([], false)
    }
    if onlyCounts { return (["无", "不适用", "-"], true) }
    if survey != nil { return (["不适用", "-"], true) }
    if hasMeasure { return ([], false) }
    guard let levels else { return isJudged ? ([], false) : (["不适用", "-"], true) }
    var isClosed = true
    var words: [String] = []
    for level in levels.levels {
      switch level.share {
      case .fixed: words.append(level.code)
      case .range(let low, let high):
        // Any share between the two may be written.
        isClosed = false
        words += ["\(level.code) \(high.plainText)", "\(level.code) \(low.plainText)"]
      }
    }
    return (words + ["不适用", "-"], isClosed)
  }

  /// What one line may say.
  fileprivate func expectation(of item: String) -> Bilingual {
    if survey?.answers.contains(where: { $0.code == item }) == true {
      return Bilingual("选这一答案的人数", en: "how many gave this answer")
    }
    if let item = items.first(where: { $0.code == item }) {
      return item.kind == .checklist
        ? Bilingual("填 是 或 否", en: "write 是 (yes) or 否 (no)") : Bilingual("填次数（整数）", en: "how often: a whole number")
    }
    if onlyCounts {
      return Bilingual("没有可记的填 无；不适用要写理由", en: "无 (none) where nothing was found; 不适用 (n/a) needs a reason")
    }
    if survey != nil || !hasMeasure && levels == nil && !isJudged {
      return Bilingual("在下面各行填写；不适用要写理由", en: "fill in the lines below; 不适用 (n/a) needs a reason")
    }
    var plain = self
    plain.items = []
    return Bilingual(
      "\(plain.expectation.chinese)；不适用要写理由", en: "\(plain.expectation.english); 不适用 (n/a) needs a reason")
  }
}
