import KaoheScoring

/// One recorded row as it is shown: as it was written where that is known, else as the engine read it.
struct RecordedRow {
  var item: String
  var value: String
  var scorer: String
  var reason: String
  /// Codes.
  var evidence: [String]
  var recordedBy: String
  var recordedAt: String
  var overrides: [Provenance.Override]
  /// nil where it corrects none.
  var objection: String?

  init(_ row: Observation, of leaf: Leaf) {
    scorer = row.scorer
    reason = row.provenance?.reason ?? ""
    evidence = row.provenance?.evidence ?? []
    recordedBy = row.provenance?.recordedBy ?? ""
    recordedAt = row.provenance?.recordedAt ?? ""
    overrides = row.provenance?.overrides ?? []
    objection = row.provenance?.objection
    (item, value) = row.provenance.map { ($0.item, $0.value) } ?? RecordedRow.written(row.value, of: leaf)
  }

  /// `2022-06-01 09:00Z` for `2022-06-01T09:00:00.123Z`; anything else as it is.
  var shortRecordedAt: String {
    let parts = recordedAt.split(separator: "T")
    guard parts.count == 2, parts[1].count > 5, let zone = parts[1].last, zone == "Z" else { return recordedAt }
    return "\(parts[0]) \(parts[1].prefix(5))Z"
  }

  private static func written(_ value: ObservedValue, of leaf: Leaf) -> (item: String, value: String) {
    switch value {
    case .withdrawn: ("", "-")
    case .notApplicable: ("", "n/a")
    case .none: ("", "none")
    case .measure(.number(let number)): ("", number.plainText)
    case .measure(.fraction(let numerator, let denominator)): ("", "\(numerator.plainText)/\(denominator.plainText)")
    case .count(let item, let count): (leaf.items[item].code, count.plainText)
    case .met(let item, let met): (leaf.items[item].code, met ? "yes" : "no")
    case .answers(let answer, let count): (leaf.survey?.answers[answer].code ?? "", count.plainText)
    case .level(let level, let share): ("", "\(leaf.levels?.levels[level].code ?? "") \(share.plainText)")
    case .judged(let points): ("", points.plainText)
    }
  }
}

extension DistrictExplanation {
  /// What was recorded, by whom, why, and on what evidence.
  func text(of row: RecordedRow, _ leaf: Leaf, _ language: Language) -> String {
    let isChinese = language == .chinese
    var value = row.value
    switch value {
    case "n/a", "不适用": value = isChinese ? "不适用" : "not applicable"
    case "none", "无": value = isChinese ? "无" : "nothing found"
    case "-": value = isChinese ? "撤回" : "withdrawn"
    case "yes", "是": value = isChinese ? "是" : "yes"
    case "no", "否": value = isChinese ? "否" : "no"
    default: break
    }
    let item = leaf.items.first { $0.code == row.item }.map { "\($0.code) \($0.title)" } ?? row.item
    var parts = [(isChinese ? "记录：" : "recorded: ") + (item.isEmpty ? value : "\(item) = \(value)")]
    if !row.scorer.isEmpty { parts.append((isChinese ? "评分人 " : "scorer ") + name(ofPerson: row.scorer)) }
    if !row.reason.isEmpty { parts.append((isChinese ? "理由：" : "reason: ") + row.reason) }
    if !row.evidence.isEmpty {
      parts.append((isChinese ? "佐证：" : "evidence: ") + titles(of: row.evidence, language))
    }
    if !row.recordedBy.isEmpty {
      let by = name(ofPerson: row.recordedBy) + (row.recordedAt.isEmpty ? "" : " " + row.shortRecordedAt)
      parts.append((isChinese ? "录入 " : "entered by ") + by)
    }
    if let objection = row.objection {
      parts.append(isChinese ? "申诉 \(objection) 复核更正" : "corrected since objection \(objection) was upheld")
    }
    for override in row.overrides {
      let who = name(ofPerson: override.inspector)
      parts.append(isChinese ? "\(who) 未回避，理由：\(override.reason)" : "\(who) did not stand aside: \(override.reason)")
    }
    return parts.joined(separator: isChinese ? "；" : "; ")
  }

  func titles(of evidence: [String], _ language: Language) -> String {
    evidence.map { code in
      guard let title = evidenceTitles[code], !title.isEmpty else { return code }
      return language == .chinese ? "《\(title)》(\(code))" : "“\(title)” (\(code))"
    }.joined(separator: language == .chinese ? "、" : ", ")
  }
}
