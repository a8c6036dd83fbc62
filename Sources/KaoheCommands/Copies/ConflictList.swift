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
        options.say(Bilingual("没有待裁定的冲突", en: "no conflict is open"))
        return
      }
      let listing = Listing(
        columns: [
          .init("conflict", Bilingual("冲突", en: "conflict"), isKey: true),
          .init("district", Bilingual("地区代码", en: "district"), isForFiles: true),
          .init("district_name", Bilingual("地区", en: "district")), .init("subject", Bilingual("对象", en: "subject")),
          .init("id", Bilingual("标识", en: "id"), isKey: true),
          .init("place", Bilingual("细项", en: "item")), .init("value", Bilingual("内容", en: "content"), wraps: true),
          .init("reason", Bilingual("理由", en: "reason"), wraps: true),
          .init("recorded_by", Bilingual("记录人", en: "by")), .init("recorded_at", Bilingual("时间", en: "at")),
          .init("group", Bilingual("督查组", en: "group")),
        ],
        rows: conflicts.flatMap { conflict in
          conflict.candidates.map { candidate in
            [
              conflict.name, conflict.district, conflict.districtName, subject(of: conflict), candidate.id,
              candidate.place, content(of: candidate, in: conflict), candidate.reason, person(candidate.recordedBy),
              output.moment(candidate.recordedAt), candidate.group,
            ]
          }
        })
      try output.write(listing, options.language)
      if output.format == .table {
        options.say(
          Bilingual(
            "裁定：kaohe conflict resolve 冲突 --keep 标识 --reason 理由",
            en: "decide with: kaohe conflict resolve CONFLICT --keep ID --reason TEXT"))
      }
    }
  }

  /// Whom a visit was to, or which record it is.
  private func subject(of conflict: Conflict) -> String {
    guard output.isForPeople else { return conflict.subject }
    if conflict.table.isEmpty { return Subject(conflict.subject)?.code ?? conflict.subject }
    let word = TableWord.of(conflict.table)?.name.text(in: options.language) ?? conflict.table
    return word + conflict.name.dropFirst(conflict.table.count).replacing("/", with: " ")
  }

  private func content(of candidate: Conflict.Candidate, in conflict: Conflict) -> String {
    switch candidate.content {
    case .value(let value): return value
    case .deleted:
      let word = conflict.table.isEmpty ? Bilingual("（撤回）", en: "(withdrawn)") : Bilingual("（已删除）", en: "(deleted)")
      return word.text(in: options.language)
    case .columns(let columns):
      let texts = columns.map { column in
        guard output.isForPeople else { return "\(column.name)=\(column.value ?? "—")" }
        let name = ColumnWord.name(of: column.name, in: conflict.table)
        let value = ColumnWord.value(column.value ?? "—", of: column.name, in: conflict.table)
        return Bilingual("\(name.chinese)：\(value.chinese)", en: "\(name.english): \(value.english)")
          .text(in: options.language)
      }
      return texts.joined(separator: options.language == .chinese ? "，" : ", ")
    }
  }

  /// Who recorded it; `external` is what the audit log calls other programs.
  private func person(_ actor: String) -> String {
    guard output.isForPeople, actor == "external" else { return actor }
    return Bilingual("外部程序", en: "another program").text(in: options.language)
  }
}
