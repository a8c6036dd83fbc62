import KaoheScoring

extension SheetReport {
  /// What was recorded for a leaf, why and on what evidence, and what is still lacking (扣分说明): a line a row.
  func remarks(on entry: SheetEntry) -> [String] {
    if isBlank { return [] }
    let order = (entry.leaf.survey?.answers.map(\.code) ?? []) + entry.leaf.items.map(\.code)
    let rows = entry.rows.enumerated().sorted { one, two in
      let (first, second) = (order.firstIndex(of: one.element.item) ?? -1, order.firstIndex(of: two.element.item) ?? -1)
      return (first, one.offset) < (second, two.offset)
    }
    return rows.map { remark(on: $0.element, entry.leaf) }
      + entry.gaps.map { gap in
        text("待补：", en: "to do: ") + gap.text(in: language)
      }
  }

  private func remark(on row: SheetRow, _ leaf: Leaf) -> String {
    var remark = value(of: row)
    if let item = leaf.items.first(where: { $0.code == row.item }) {
      remark = item.kind == .checklist ? "\(item.title)\(colon)\(remark)" : "\(item.title) ×\(remark)"
    } else if !row.item.isEmpty {
      remark = "\(row.item)\(colon)\(remark)"
    }
    if !row.scorer.isEmpty {
      remark = (sheet.inspectors.first { $0.code == row.scorer }?.name ?? row.scorer) + colon + remark
    }
    if !row.reason.isEmpty { remark += text("，", en: ", ") + TerminalText.prose(row.reason) }
    if !row.evidence.isEmpty {
      let codes = row.evidence.joined(separator: text("、", en: ", "))
      remark += language.inParentheses(text("台账 ", en: "evidence ") + codes)
    }
    return remark
  }

  private var colon: String { text("：", en: ": ") }

  private func value(of row: SheetRow) -> String {
    switch row.observed {
    case .notApplicable: text("不适用", en: "n/a")
    case ObservedValue.none?: text("无", en: "nothing found")
    case .met(_, let isMet): isMet ? text("是", en: "met") : text("否", en: "not met")
    case .judged: row.value + text(" 分", en: " points")
    case .withdrawn: text("撤回", en: "withdrawn")
    default: row.value
    }
  }
}
