import GRDB
import KaoheScoring

/// Whether a person may decide objections to a visit, and correct scores for those that were upheld: the office may, in its
/// own database; nobody of the group or of the district.
struct ObjectionDecider {
  private let database: Database
  private let session: Session

  init(_ database: Database, _ session: Session) {
    self.database = database
    self.session = session
  }

  /// Every reason against it.
  func problems(at head: ScoringSheet.Head) throws -> [StoreError] {
    let actor = try VisitActor(database, session.actor, at: head)
    var problems: [StoreError] = []
    if try database.replica() != 0 { problems.append(Store.isFieldCopy) }
    if actor.isOfGroup { problems.append(VisitStepCheck.notOffice(actor.name, head)) }
    if actor.isRecused {
      problems.append(
        StoreError(
          "recusal",
          Bilingual(
            "\(actor.name) 属于\(head.districtName)，应回避本地区申诉的复核",
            en: "\(actor.name) belongs to \(head.districtName) (\(head.district)) and may not decide its objections"),
          hint: Bilingual("换人复核", en: "let another decide")))
    }
    return problems
  }
}
