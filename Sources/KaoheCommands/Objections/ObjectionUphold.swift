import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct ObjectionUphold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uphold", abstract: "申诉成立，更正得分，由办公室操作 · uphold it and correct the score; by the office",
    discussion: """
      更正作为新记录取代原记录，并注明申诉。同一要点还要更正别的细项时，用 kaohe score … --objection。
      The correction is an observation that supersedes, and names the objection. More of the same leaf is corrected with
      kaohe score … --objection.
      """)

  @Argument(help: "申诉代码 · the objection")
  var code: String

  @Option(help: "复核意见 · why")
  var reason: String

  @Option(help: "更正后的值，- 为撤回 · the corrected value; - withdraws what was recorded")
  var value: String

  @Option(help: "细项或问卷选项 · the item, or the survey's answer")
  var item = ""

  @Option(help: "评分人 · the scorer, where the row names one")
  var scorer = ""

  @Option(help: "得分的理由，默认同复核意见 · reason of the score; the decision's by default")
  var scoreReason: String?

  @Option(help: "台账编号，可重复 · code of evidence; may be repeated")
  var evidence: [String] = []

  @Option(name: .customLong("override"), help: "评分人属于该地区而不回避的理由 · why a scorer of the very district scores")
  var override = ""

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      // `--value=-` is how a withdrawal is typed.
      let outcome = try Store.open(options.path).uphold(
        code, ObjectionDecision(reason: reason, evidence: evidence),
        correction: Answer(
          indicator: "", item: item, scorer: scorer, value: value, reason: scoreReason ?? reason, evidence: evidence,
          override: override), session: options.session("objection uphold"))
      options.say(text(of: outcome))
    }
  }

  private func text(of outcome: ObjectionOutcome) -> Bilingual {
    let (objection, leaf) = (outcome.objection, outcome.leaf)
    var lines = [
      Bilingual(
        "申诉 \(objection.code) 成立，\(objection.visit) 的 \(leaf.code) \(leaf.title) 已更正",
        en: "the objection \(objection.code) is upheld, and \(leaf.code) \(leaf.title) of \(objection.visit) corrected")
    ]
    if let before = outcome.before, let after = outcome.after {
      func change(_ old: String, _ new: String) -> String { old == new ? "\(old)（不变）" : "\(old) → \(new)" }
      func englishChange(_ old: String, _ new: String) -> String {
        old == new ? "\(old) (as before)" : "\(old) → \(new)"
      }
      let scores = (score(before), score(after))
      let ranks = (rank(before), rank(after))
      lines.append(
        Bilingual(
          "\(objection.districtName)：\(leaf.code) 得分 \(change(scores.0.chinese, scores.1.chinese))，总分 "
            + "\(change(before.total, after.total))，名次 \(change(ranks.0.chinese, ranks.1.chinese))",
          en: "\(objection.districtName): \(leaf.code) scores \(englishChange(scores.0.english, scores.1.english)), "
            + "total \(englishChange(before.total, after.total)), rank "
            + englishChange(ranks.0.english, ranks.1.english)))
    }
    for row in outcome.withdrawn {
      lines.append(
        Bilingual(
          "同时撤回不能并存的记录：\(row.item.isEmpty ? leaf.code : row.item) \(row.value)",
          en: "withdrawn, since it can't stand beside it: \(row.item.isEmpty ? leaf.code : row.item) \(row.value)"))
    }
    for gap in outcome.gaps {
      lines.append(
        Bilingual(
          "注意：\(leaf.code) 还缺：\(gap.chinese)；用 kaohe score \(objection.visit) \(leaf.code) 值 --objection \(objection.code) 补上",
          en: "note: of \(leaf.code), \(gap.english); record it with kaohe score \(objection.visit) \(leaf.code) VALUE "
            + "--objection \(objection.code)"))
    }
    return Bilingual(lines.map(\.chinese).joined(separator: "\n"), en: lines.map(\.english).joined(separator: "\n"))
  }

  private func score(_ standing: ObjectionOutcome.Standing) -> Bilingual {
    guard let score = standing.score else { return Bilingual("不计", en: "taken out") }
    return Bilingual(score.readable, en: score.readable)
  }

  private func rank(_ standing: ObjectionOutcome.Standing) -> Bilingual {
    standing.rank.map { Bilingual("\($0)", en: "\($0)") } ?? Bilingual("不排名", en: "none")
  }
}
