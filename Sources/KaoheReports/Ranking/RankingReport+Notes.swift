import KaoheScoring

extension RankingReport {
  /// Whose total lacks or loses something, in plain words.
  var notes: [Bilingual] {
    rows.flatMap { row -> [Bilingual] in
      var notes: [Bilingual] = []
      if !row.missing.isEmpty {
        notes.append(
          Bilingual(
            "\(row.name)：\(row.missing.count) 项未考核，按 0 分计：\(list(row.missing, "、"))",
            en: "\(row.name): \(row.missing.count) missing, counted as 0: \(list(row.missing, ", "))"))
      } else if !row.isComplete {
        notes.append(Bilingual("\(row.name)：没有可以计分的指标", en: "\(row.name): no leaf is left to score"))
      }
      if !row.vetoes.isEmpty {
        notes.append(
          Bilingual(
            "\(row.name)：一票否决 \(row.vetoes.joined(separator: "、"))",
            en: "\(row.name): veto \(row.vetoes.joined(separator: ", "))"))
      }
      if row.rank == nil { notes.append(Bilingual("\(row.name)：不参与排名", en: "\(row.name): not ranked")) }
      return notes
    }
  }

  /// Which districts have equal totals, and how they were told apart.
  var tieNotes: [Bilingual] {
    let pairs = rows.indices.dropLast().filter { first in
      let second = first + 1
      return rows[first].rank != nil && rows[second].rank != nil && rows[first].total == rows[second].total
        && (!pools || rows[first].category == rows[second].category)
        && (basis == .published || rows[first].exactTotal == rows[second].exactTotal)
    }
    let shown = 5
    let notes = pairs.prefix(shown).map { text(ofTie: rows[$0], rows[$0 + 1]) }
    let more = pairs.count - notes.count
    if more == 0 { return notes }
    return notes + [Bilingual("另有 \(more) 处同分", en: "\(more) more pairs of equal totals")]
  }

  private func text(ofTie first: Row, _ second: Row) -> Bilingual {
    if first.rank == second.rank {
      return Bilingual(
        "\(first.name)、\(second.name)：同分，名次并列", en: "\(first.name), \(second.name): equal, the same rank")
    }
    let chinese = ties.map { $0 == "bonus" ? "加分" : $0 == "penalty" ? "减分" : $0 }.joined(separator: "、")
    return Bilingual(
      "\(first.name)、\(second.name)：同分，依次按 \(chinese) 排定名次",
      en: "\(first.name), \(second.name): equal totals, told apart by \(ties.joined(separator: ", "))")
  }

  /// What still has to be decided before the ranking can be published; nil for nothing.
  var objectionNote: Bilingual? {
    if openObjections == 0 { return nil }
    return Bilingual(
      "\(openObjections) 件申诉待复核，复核前不能发布",
      en: "\(openObjections) objection\(openObjections == 1 ? " is" : "s are") open; nothing can be published before "
        + (openObjections == 1 ? "it is decided" : "they are decided"))
  }

  /// What the columns of the sections are.
  var legend: Bilingual {
    Bilingual(
      sections.map { "\($0.code) \($0.title) \($0.points.plainText) 分" }.joined(separator: "；") + "；“—”表示不计分",
      en: sections.map { "\($0.code) \($0.title), \($0.points.plainText) points" }.joined(separator: "; ")
        + "; — is taken out")
  }

  /// How firm the ranking is, why, and what to do next.
  var statusLine: Bilingual {
    switch status {
    case .published:
      return Bilingual(
        "状态：已发布" + (edition.map { "，第 \($0) 版" } ?? ""),
        en: "Status: published" + (edition.map { ", edition \($0)" } ?? ""))
    case .complete:
      return Bilingual(
        "状态：完整", en: "Status: complete")
    case .provisional:
      let incomplete = rows.count { $0.rank != nil && !$0.isComplete }
      var reasons: [Bilingual] = []
      if incomplete > 0 {
        reasons.append(
          Bilingual(
            "\(incomplete) 个参与排名的地区有指标未考核",
            en: "\(incomplete) ranked district\(incomplete == 1 ? " lacks" : "s lack") leaves"))
      }
      if unconfirmedVisits > 0 {
        reasons.append(
          Bilingual(
            "\(unconfirmedVisits) 次督查还没有确认",
            en: "\(unconfirmedVisits) visit\(unconfirmedVisits == 1 ? " is" : "s are") not confirmed yet"))
      }
      return Bilingual(
        "状态：暂定" + (reasons.isEmpty ? "" : "，因为 " + reasons.map(\.chinese).joined(separator: "，")),
        en: "Status: provisional"
          + (reasons.isEmpty ? "" : ", since " + reasons.map(\.english).joined(separator: " and ")))
    }
  }

  private func list(_ codes: [String], _ separator: String) -> String {
    let shown = 12
    if codes.count <= shown { return codes.joined(separator: separator) }
    return codes.prefix(shown).joined(separator: separator) + "…"
  }
}
