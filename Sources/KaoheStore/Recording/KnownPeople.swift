import GRDB

/// People as the checks of answers ask for them, each looked up once. It holds as long as the roster is not changed.
final class KnownPeople {
  typealias Person = (code: String, name: String, district: String?)

  private let database: Database
  private var inspectors: [String: Person?] = [:]
  private var acting: [String: [Person]] = [:]

  init(_ database: Database) { self.database = database }

  /// nil where there is no inspector of that code.
  func inspector(_ code: String) throws -> Person? {
    if let known = inspectors[code] { return known }
    let found = try database.inspector(code)
    inspectors[code] = .some(found)
    return found
  }

  /// The inspectors whom an actor may be.
  func acting(_ actor: String) throws -> [Person] {
    if let known = acting[actor] { return known }
    let found = try database.actingInspectors(actor)
    acting[actor] = found
    return found
  }
}
