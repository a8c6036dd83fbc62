import GRDB
import KaoheScoring

/// The person who acts, seen from one visit: whether the roster knows this person as the group's leader (组长), as one of
/// the group, or as one who belongs to the very district (回避).
struct VisitActor {
  let name: String
  /// Codes of the inspectors whom the actor may be: one, unless several have the name that was given.
  let inspectors: [String]
  let isLeader: Bool
  /// An inspector of the group, or its leader, who need not be an inspector.
  let isOfGroup: Bool
  let isRecused: Bool
  /// As it is shown: the name, and the code where the leader is an inspector; nil where none is recorded.
  let leader: Bilingual?
  let groupHasInspectors: Bool

  private struct Person {
    var code: String
    var name: String
    var group: String?
    var district: String?
  }

  init(_ database: Database, _ actor: String, at head: ScoringSheet.Head) throws {
    func people(_ condition: String, _ text: String) throws -> [Person] {
      try Row.fetchAll(
        database.cachedStatement(
          sql:
            "SELECT code, name, inspection_group, district FROM inspector WHERE \(condition) = ? COLLATE NOCASE ORDER BY code"
        ),
        arguments: [text]
      ).map { Person(code: $0[0], name: $0[1], group: $0[2], district: $0[3]) }
    }
    func named(_ text: String) throws -> [Person] {
      let known = try people("code", text)
      return known.isEmpty ? try people("name", text) : known
    }
    let acting = try named(actor)
    var leaders = try head.leader.map(named) ?? []
    // Of several with the leader's name, the one in the group is meant.
    let own = leaders.filter { $0.group == head.group }
    if !own.isEmpty { leaders = own }
    name = actor
    inspectors = acting.map(\.code)
    isLeader =
      actor.lowercased() == head.leader?.lowercased()
      || acting.contains { person in leaders.contains { $0.code == person.code } }
    isOfGroup = isLeader || acting.contains { $0.group == head.group }
    isRecused = acting.contains { $0.district == head.district }
    leader =
      leaders.count == 1
      ? Bilingual("\(leaders[0].name)（\(leaders[0].code)）", en: "\(leaders[0].name) (\(leaders[0].code))")
      : head.leader.map { Bilingual($0, en: $0) }
    groupHasInspectors = try !people("inspection_group", head.group).isEmpty
  }

  /// The leader's task; where none is recorded, that of any of the group; where nobody is, anybody's.
  var maySubmit: Bool { leader == nil ? isOfGroup || !groupHasInspectors : isLeader }
}
