import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct ConflictList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "待裁定的冲突和可选的各方 · the conflicts that are open, and what there is to choose from")

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let conflicts = try Store.open(options.path).conflicts()
      if conflicts.isEmpty, output.format == .table {
        options.say(Bilingual("没有未裁定的冲突", en: "no conflict is open"))
        return
      }
      let listing = Listing(
        columns: [
          .init("conflict", Bilingual("冲突", en: "conflict")), .init("district", Bilingual("地区代码", en: "district")),
          .init("district_name", Bilingual("地区", en: "name")), .init("subject", Bilingual("对象", en: "subject")),
          .init("id", Bilingual("标识", en: "id")),
          .init("place", Bilingual("细项", en: "item")), .init("value", Bilingual("内容", en: "content"), wraps: true),
          .init("reason", Bilingual("理由", en: "reason"), wraps: true),
          .init("recorded_by", Bilingual("记录人", en: "by")), .init("recorded_at", Bilingual("时刻", en: "at")),
          .init("group", Bilingual("督查组", en: "group")),
        ],
        rows: conflicts.flatMap { conflict in
          conflict.candidates.map { candidate in
            [
              conflict.name, conflict.district, conflict.districtName, conflict.subject, candidate.id, candidate.place,
              candidate.content.text.text(in: options.language), candidate.reason, candidate.recordedBy,
              candidate.recordedAt, candidate.group,
            ]
          }
        })
      try write(
        listing.rendered(as: output.format, language: options.language, width: output.width, color: output.color))
      if output.format == .table {
        options.say(
          Bilingual(
            "裁定：kaohe conflict resolve 冲突 --keep 标识 --reason 理由",
            en: "decide with: kaohe conflict resolve CONFLICT --keep ID --reason TEXT"))
      }
    }
  }
}

extension Conflict.Content {
  fileprivate var text: Bilingual {
    switch self {
    case .value(let value): Bilingual(value, en: value)
    case .deleted: Bilingual("（已删除）", en: "(deleted)")
    case .columns(let columns):
      Bilingual(
        columns.map { "\($0.name)=\($0.value ?? "—")" }.joined(separator: "，"),
        en: columns.map { "\($0.name)=\($0.value ?? "—")" }.joined(separator: ", "))
    }
  }
}
