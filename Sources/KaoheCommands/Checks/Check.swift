import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查记录：疑似重复扣分、妨碍发布的事项 · look for what does not hold: duplicates, what blocks publication",
    discussion: """
      重复扣分是可能的：同一地区、同一台账或日期、理由相近、由两组或在两项下扣分，请人判断。有发现时退出码为 2。
      Duplicates are suspicions: the same district, evidence or date, alike reasons, by two groups or under two leaves; a \
      person has to judge. The exit code is 2 where something was found.
      """)

  @Argument(help: "考核代码，省略则全部 · the assessment; by default all")
  var assessment: String?

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let store = try Store.open(options.path)
      let findings = try store.findings(in: assessment, options.language)
      if findings.isEmpty, output.format == .table {
        return options.say(Bilingual("没有发现问题", en: "nothing was found"))
      }
      try write(
        listing(of: findings).rendered(
          as: output.format, language: options.language, width: output.width, color: output.color))
      if !findings.isEmpty { throw ExitCode(2) }
    }
  }

  private func listing(of findings: [CheckFinding]) -> Listing {
    Listing(
      columns: [
        .init("kind", Bilingual("类别", en: "kind")), .init("assessment", Bilingual("考核", en: "assessment")),
        .init("district", Bilingual("地区", en: "district")),
        .init("first", Bilingual("位置", en: "place"), wraps: true),
        .init("second", Bilingual("另一位置", en: "other place"), wraps: true),
        .init("why", Bilingual("说明", en: "why"), wraps: true),
      ],
      rows: findings.map { finding in
        [
          output.format == .table || output.format == .markdown
            ? finding.kind.label.text(in: options.language) : finding.kind.rawValue,
          finding.assessment, finding.district, finding.first, finding.second, finding.why.text(in: options.language),
        ]
      })
  }
}

/// One thing that a check found.
struct CheckFinding {
  enum Kind: String {
    case duplicate, blocker

    var label: Bilingual {
      switch self {
      case .duplicate: Bilingual("疑似重复扣分", en: "possible duplicate")
      case .blocker: Bilingual("妨碍发布", en: "blocks publication")
      }
    }
  }

  var kind: Kind
  var assessment: String
  var district = ""
  var first = ""
  var second = ""
  var why: Bilingual
}

extension Store {
  /// Both places of what may be deducted twice, and what keeps each assessment from being published.
  fileprivate func findings(in assessment: String?, _ language: Language) throws -> [CheckFinding] {
    let duplicates = try duplicateDeductions(in: assessment).map { duplicate in
      CheckFinding(
        kind: .duplicate, assessment: duplicate.first.assessment, district: duplicate.first.districtName,
        first: duplicate.first.text(language), second: duplicate.second.text(language), why: duplicate.link.text)
    }
    let blockers = try (assessment.map { [$0] } ?? assessments()).flatMap { code in
      try publicationBlockers(of: code).map { CheckFinding(kind: .blocker, assessment: code, why: $0.text) }
    }
    return duplicates + blockers
  }
}

extension DuplicateDeduction.Place {
  /// `V17 C2.1 C2.1-1 ×2 2022-09-01 G1: reason`.
  fileprivate func text(_ language: Language) -> String {
    let place = [record, indicator, item].filter { !$0.isEmpty }.joined(separator: " ")
    let head = "\(place) ×\(count) \(date)" + (group.map { " \($0)" } ?? "")
    return head + (language == .chinese ? "：" : ": ") + reason
  }
}
