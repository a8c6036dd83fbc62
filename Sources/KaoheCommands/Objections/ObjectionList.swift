import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct ObjectionList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "申诉清单，待复核的在前 · objections, open ones first")

  @Option(help: "只列这次考核的 · only this assessment's")
  var assessment: String?

  @Option(help: "只列这种状态 · only those of this status")
  var status: ObjectionStatus?

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let objections = try Store.open(options.path).objections(of: assessment, status: status)
      let isForPeople = output.isForPeople
      let listing = Listing(
        columns: [
          .init("code", Bilingual("代码", en: "code"), isKey: true),
          .init("assessment", Bilingual("考核", en: "assessment")),
          .init("district", Bilingual("地区", en: "district")), .init("visit", Bilingual("督查", en: "visit")),
          .init("indicator", Bilingual("要点", en: "leaf")),
          .init("raised_by", Bilingual("申诉单位", en: "by"), wraps: true),
          .init("text", Bilingual("申诉内容", en: "text"), wraps: true),
          .init("status", Bilingual("状态", en: "status")),
          .init("decision", Bilingual("复核意见", en: "decision"), wraps: true),
          .init("decided_by", Bilingual("复核人", en: "decided by")),
          .init("evidence", Bilingual("台账", en: "evidence"), wraps: true),
          .init("opened_at", Bilingual("受理时间", en: "opened at")),
          .init("opened_by", Bilingual("受理人", en: "opened by")),
          .init("decided_at", Bilingual("复核时间", en: "decided at")),
        ],
        rows: objections.map { item in
          [
            item.code, item.assessment, isForPeople ? item.districtName : item.district, item.visit, item.indicator,
            item.raisedBy, item.text,
            isForPeople ? item.status.label.text(in: options.language) : item.status.rawValue, item.decision ?? "",
            item.decidedBy ?? "", item.evidence.joined(separator: ";"), output.moment(item.openedAt),
            item.openedBy, output.moment(item.decidedAt ?? ""),
          ]
        })
      try output.write(listing, options.language)
    }
  }
}
