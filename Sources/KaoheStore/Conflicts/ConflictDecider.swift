import GRDB
import KaoheScoring

/// Whether a person may decide a conflict at a visit: never one who has to stand aside; once the visit is handed in, only
/// the office, as with objections.
struct ConflictDecider {
  private let database: Database
  private let session: Session

  init(_ database: Database, _ session: Session) {
    self.database = database
    self.session = session
  }

  /// - Throws: `ChangeRefused` with every reason.
  func check(_ conflict: RecordConflict) throws {
    // Of other records nobody is judged.
    if conflict.table.name == "visit" { try check(visit: conflict.record) }
  }

  /// - Throws: `ChangeRefused` with every reason.
  func check(_ conflict: ObservationConflict) throws { try check(visit: conflict.visit) }

  private func check(visit: String) throws {
    let head = try ScoringSheetReader(database).read(visit).head
    let actor = try VisitActor(database, session.actor, at: head)
    var problems: [StoreError] = []
    if actor.isRecused {
      problems.append(
        StoreError(
          "recusal",
          Bilingual(
            "\(actor.name) 属于\(head.districtName)，应回避督查 \(head.visit) 的裁定",
            en:
              "\(actor.name) belongs to \(head.districtName) (\(head.district)) and may not decide at the visit \(head.visit)"
          ),
          hint: Bilingual("换人裁定", en: "let another decide")))
    }
    if head.status.counts {
      if actor.isOfGroup {
        problems.append(
          StoreError(
            "not-office",
            Bilingual(
              "督查 \(head.visit) \(head.status.label.chinese)，其冲突不由本组的 \(actor.name) 裁定",
              en:
                "the visit \(head.visit) is \(head.status.rawValue); \(actor.name), who is of its group, can't decide its conflicts"
            ),
            hint: Bilingual("由办公室裁定", en: "that is the office's to do")))
      }
      if try database.replica() != 0 {
        problems.append(
          StoreError(
            "not-the-office",
            Bilingual(
              "督查 \(head.visit) \(head.status.label.chinese)，其冲突不能在外勤副本中裁定",
              en: "the visit \(head.visit) is \(head.status.rawValue); its conflicts can't be decided in a field copy"),
            hint: Bilingual("先合并到办公室数据库", en: "merge it into the office's database first")))
      }
    }
    if let refused = ChangeRefused(problems) { throw refused }
  }
}
