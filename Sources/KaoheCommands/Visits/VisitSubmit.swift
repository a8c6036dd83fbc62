import ArgumentParser
import KaoheScoring
import KaoheStore

struct VisitSubmit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "提交：草稿 → 已提交，由组长操作 · draft → submitted, by the group's leader",
    discussion: """
      还有待补、冲突或无法识别的值时拒绝，并全部列出。提交后不能再改，除非退回。
      Refused while there are gaps, conflicts or values that can't be read; all are listed. Nothing changes afterwards,
      unless the visit is returned.
      """)

  @OptionGroup var step: VisitStepOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let receipts = try Store.open(options.path).take(
        .submit, step.visits, override: step.override, session: options.session("visit submit"))
      options.sayDone(receipts)
      for receipt in receipts where !receipt.unobserved.isEmpty {
        let leaves = receipt.unobserved.map(\.code)
        options.say(
          Bilingual(
            "\(receipt.head.visit) 有 \(leaves.count) 项没有记录，视为本次未考核：\(leaves.joined(separator: "、"))",
            en: "\(receipt.head.visit): \(leaves.count) lea\(leaves.count == 1 ? "f has" : "ves have") no row, and "
              + "\(leaves.count == 1 ? "is" : "are") not observed there: \(leaves.joined(separator: ", "))"))
      }
      options.say(Bilingual("接着由办公室确认：kaohe visit confirm", en: "The office confirms next: kaohe visit confirm"))
    }
  }
}

extension GlobalOptions {
  /// One line a visit: what it is now, and whom it was to.
  func sayDone(_ receipts: [VisitStepReceipt]) {
    for head in receipts.map(\.head) {
      let whom = head.subject.scope == .district ? head.districtName : "\(head.districtName) \(head.subjectName)"
      say(
        Bilingual(
          "\(head.visit) \(head.status.label.chinese)：\(head.date) \(whom)",
          en: "\(head.visit) is \(head.status.rawValue): \(head.date) \(whom)"))
    }
  }
}
