import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct FindingList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "问题、亮点、创新的清单，可只列逾期的 · findings; --overdue for those past their date")

  @Flag(help: "只列逾期未整改的问题 · only problems that are open past their due date")
  var overdue = false

  @Option(help: "只列这个地区（代码或名称）· only this district's (code or name)")
  var district: String?

  @Option(help: "只列这次考核 · only this assessment's")
  var assessment: String?

  @Option(help: "只列这种状态的问题 · only problems of this status")
  var status: FindingStatus?

  @Option(help: "只列这一类 · only those of this kind")
  var kind: FindingKind?

  @Option(help: "按这一天算逾期，默认今天 · the day to count overdue days to; today by default")
  var today: String?

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let findings = try Store.open(options.path).findings(
        FindingFilter(assessment: assessment, district: district, status: status, kind: kind, isOverdue: overdue),
        today: today)
      let listing = Listing(columns: columns, rows: findings.map(row))
      try output.write(listing, options.language)
    }
  }

  /// In a terminal those that people look for; in files all.
  private var columns: [Listing.Column] {
    [
      .init("code", Bilingual("代码", en: "code"), isKey: true), .init("visit", Bilingual("督查", en: "visit")),
      .init("district", Bilingual("地区", en: "district")), .init("subject", Bilingual("对象", en: "subject"), wraps: true),
      .init("kind", Bilingual("类别", en: "kind")), .init("indicator", Bilingual("指标", en: "indicator")),
      .init("text", Bilingual("内容", en: "text"), wraps: true),
      .init("requirement", Bilingual("整改要求", en: "requirement"), wraps: true),
      .init("responsible", Bilingual("责任单位", en: "responsible"), wraps: true),
      .init("due", Bilingual("期限", en: "due")), .init("status", Bilingual("状态", en: "status")),
      .init("closed", Bilingual("办结", en: "closed")),
      .init("days_overdue", Bilingual("逾期天数", en: "days overdue"), isNumber: true),
      .init("evidence", Bilingual("台账", en: "evidence"), wraps: true),
    ]
  }

  private func row(_ finding: FindingSummary) -> [String] {
    let (isForPeople, language) = (output.isForPeople, options.language)
    let status =
      isForPeople ? finding.kind == .problem ? finding.status.label.text(in: language) : "" : finding.status.rawValue
    return [
      finding.code, finding.visit, isForPeople ? finding.districtName : finding.district,
      isForPeople ? finding.subjectName : finding.subject,
      isForPeople ? finding.kind.label.text(in: language) : finding.kind.rawValue, finding.indicator ?? "",
      finding.text, finding.requirement ?? "", finding.responsible ?? "", finding.due ?? "", status,
      finding.closed ?? "", finding.daysOverdue.map { "\($0)" } ?? "", finding.evidence.joined(separator: ";"),
    ]
  }
}
