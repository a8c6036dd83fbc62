import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查数据库和记录：损坏、悬空引用、结果不符、重复扣分、妨碍发布 · look for all that does not hold",
    discussion: """
      数据库本身：文件、引用、结构、修改历史，以及全部重新计分后与存下的结果是否一致。记录：疑似重复扣分（同一地区、同一台账或日期、\
      理由相近、由两组或在两项下扣分，请人判断）和妨碍发布的事项。台账文件用 `kaohe evidence verify` 核对。有发现时退出码为 2。
      The database itself: its file, references, structure and history, and whether evaluating all records anew gives the \
      results that are stored. The records: possible duplicates (the same district, evidence or date, alike reasons, by two \
      groups or under two leaves; a person has to judge) and what blocks publication. Files of evidence: `kaohe evidence \
      verify`. The exit code is 2 where something was found.
      """)

  @Argument(help: "考核代码，省略则全部 · the assessment; by default all")
  var assessment: String?

  @Flag(help: "只检查数据库本身 · only the database itself, as after a restore or every night")
  var database = false

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let store = try Store.open(options.path)
      var findings = try store.faultFindings(in: assessment)
      // What a damaged file says of its records is not to be relied on.
      let isDamaged = findings.contains { $0.kind == .fault(.damage) }
      if !database, !isDamaged { findings += try store.recordFindings(in: assessment) }
      if findings.isEmpty, output.format == .table {
        return options.say(Bilingual("没有发现问题", en: "nothing was found"))
      }
      try output.write(output.isForPeople ? page(of: findings) : records(of: findings), options.language)
      if output.isForPeople { sayRemedies(findings) }
      if !findings.isEmpty { throw ExitCode(2) }
    }
  }

  /// What to do about each kind, below the list.
  private func sayRemedies(_ findings: [CheckFinding]) {
    let found = Set(findings.map(\.kind))
    let lines = CheckFinding.Kind.all.filter(found.contains).map { kind in
      Bilingual("\(kind.label.chinese)：\(kind.remedy.chinese)", en: "\(kind.label.english): \(kind.remedy.english)")
    }
    if lines.isEmpty { return }
    options.say(
      Bilingual(
        "\n" + lines.map(\.chinese).joined(separator: "\n"), en: "\n" + lines.map(\.english).joined(separator: "\n")))
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
        return [
          finding.kind.label.text(in: options.language), finding.assessment, first?.districtName ?? "",
          first?.text(options.language) ?? finding.place, second?.text(options.language) ?? "",
          finding.why.text(in: options.language),
        ]
      })
  }

  /// For programs: a column for each part of a place.
  private func records(of findings: [CheckFinding]) -> Listing {
    let places = ["first", "second"].flatMap { place in
      DuplicateDeduction.Place.fields.map { "\(place)_\($0)" }
    }
    let keys = ["kind", "assessment", "district", "district_name"] + places + ["why", "place", "remedy"]
    return Listing(
      columns: keys.map { .init($0, Bilingual($0, en: $0)) },
      rows: findings.map { finding in
        let (first, second) = (finding.duplicate?.first, finding.duplicate?.second)
        let nothing = DuplicateDeduction.Place.fields.map { _ in "" }
        return [finding.kind.name, finding.assessment, first?.district ?? "", first?.districtName ?? ""]
          + (first?.texts ?? nothing) + (second?.texts ?? nothing)
          + [finding.why.text(in: options.language), finding.place, finding.kind.remedy.text(in: options.language)]
      })
  }
}
