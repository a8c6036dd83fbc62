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
      let findings = try store.findings(in: assessment)
      if findings.isEmpty, output.format == .table {
        return options.say(Bilingual("没有发现问题", en: "nothing was found"))
      }
      try output.write(listing(of: findings), options.language)
      if !findings.isEmpty { throw ExitCode(2) }
    }
  }

  private func listing(of findings: [CheckFinding]) -> Listing {
    switch output.format {
    case .table, .markdown: page(of: findings)
    case .csv, .json: records(of: findings)
    }
  }

  /// For people: each place in one column.
  private func page(of findings: [CheckFinding]) -> Listing {
    Listing(
      columns: [
        .init("kind", Bilingual("类别", en: "kind")), .init("assessment", Bilingual("考核", en: "assessment")),
        .init("district", Bilingual("地区", en: "district")),
        .init("first", Bilingual("位置", en: "place"), wraps: true),
        .init("second", Bilingual("另一位置", en: "other place"), wraps: true),
        .init("why", Bilingual("说明", en: "why"), wraps: true),
      ],
      rows: findings.map { finding in
        let (first, second) = (finding.duplicate?.first, finding.duplicate?.second)
        return [finding.kind.label.text(in: options.language), finding.assessment, first?.districtName ?? ""]
          + [first, second].map { $0?.text(options.language) ?? "" } + [finding.why.text(in: options.language)]
      })
  }

  /// For programs: a column for each part of a place.
  private func records(of findings: [CheckFinding]) -> Listing {
    let places = ["first", "second"].flatMap { place in
      DuplicateDeduction.Place.fields.map { "\(place)_\($0)" }
    }
    let keys = ["kind", "assessment", "district", "district_name"] + places + ["why"]
    return Listing(
      columns: keys.map { .init($0, Bilingual($0, en: $0)) },
      rows: findings.map { finding in
        let (first, second) = (finding.duplicate?.first, finding.duplicate?.second)
        let nothing = DuplicateDeduction.Place.fields.map { _ in "" }
        return [finding.kind.rawValue, finding.assessment, first?.district ?? "", first?.districtName ?? ""]
          + (first?.texts ?? nothing) + (second?.texts ?? nothing) + [finding.why.text(in: options.language)]
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
  /// Both places of what may be deducted twice; nil for anything else.
  var duplicate: DuplicateDeduction?
  var why: Bilingual
}

extension Store {
  /// What may be deducted twice, and what keeps each assessment from being published.
  fileprivate func findings(in assessment: String?) throws -> [CheckFinding] {
    let duplicates = try duplicateDeductions(in: assessment).map { duplicate in
      CheckFinding(
        kind: .duplicate, assessment: duplicate.first.assessment, duplicate: duplicate, why: duplicate.link.text)
    }
    let blockers = try (assessment.map { [$0] } ?? assessments()).flatMap { code in
      try publicationBlockers(of: code).map { CheckFinding(kind: .blocker, assessment: code, why: $0.text) }
    }
    return duplicates + blockers
  }
}

extension DuplicateDeduction.Place {
  /// What a program reads of a place. An entry of penalty stands where a visit would, and has no group.
  fileprivate static let fields = ["visit", "group", "indicator", "item", "count", "date", "reason"]

  fileprivate var texts: [String] { [record, group ?? "", indicator, item, count, date, reason] }

  /// `V17 C2.1 技能培训 C2.1-1 ×2 2022-09-01 G1: reason`.
  fileprivate func text(_ language: Language) -> String {
    let place = [record, indicator, title, item].filter { !$0.isEmpty }.joined(separator: " ")
    let head = "\(place) ×\(count) \(date)" + (group.map { " \($0)" } ?? "")
    return head + (language == .chinese ? "：" : ": ") + reason
  }
}
