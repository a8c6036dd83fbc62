import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct VisitList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "督查的进度：状态、已填、待补、冲突 · visits: status, what is recorded, gaps, conflicts",
    discussion: """
      待补和冲突要先解决，才能提交。没有任何记录的要点不算待补，提交后视为本次未考核。
      Gaps and conflicts keep a visit from being submitted. A leaf without any row is no gap: it is not observed there.
      """)

  @Option(help: "只列这次考核 · only this assessment")
  var assessment: String?

  @Option(help: "只列这种状态 · only those of this status")
  var status: VisitStatus?

  @Option(help: "只列这个督查组 · only this group's")
  var group: String?

  @Option(help: "只列这个地区（代码或名称）· only this district's (code or name)")
  var district: String?

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let visits = try Store.open(options.path).visits(
        VisitFilter(assessment: assessment, status: status, group: group, district: district))
      let isForPeople = output.isForPeople
      let listing = Listing(
        columns: [
          .init("visit", Bilingual("督查", en: "visit"), isKey: true), .init("date", Bilingual("日期", en: "date")),
          .init("group", Bilingual("组", en: "group")), .init("subject", Bilingual("对象", en: "subject")),
          .init("name", Bilingual("名称", en: "name"), wraps: true),
          .init("district", Bilingual("地区", en: "district")), .init("status", Bilingual("状态", en: "status")),
          .init("recorded", Bilingual("已填", en: "recorded"), isNumber: true),
          .init("leaves", Bilingual("要点", en: "leaves"), isNumber: true),
          .init("gaps", Bilingual("待补", en: "gaps"), isNumber: true),
          .init("conflicts", Bilingual("冲突", en: "conflicts"), isNumber: true),
          .init("note", Bilingual("退回或取消的理由", en: "returned or cancelled, since"), wraps: true),
        ],
        rows: visits.map { visit in
          let head = visit.head
          return [
            head.visit, head.date, head.group, head.subject.description, head.subjectName,
            isForPeople ? head.districtName : head.district,
            isForPeople ? head.status.label.text(in: options.language) : head.status.rawValue, "\(visit.recorded)",
            "\(visit.leaves)", "\(visit.gaps)", "\(visit.conflicts)", visit.note,
          ]
        })
      try output.write(listing, options.language)
    }
  }
}

extension FormatOptions {
  /// Whether words stand for codes.
  var isForPeople: Bool { [.table, .markdown].contains(format) }
}
