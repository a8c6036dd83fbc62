import Foundation
import GRDB
import KaoheScoring

@testable import KaoheStore

extension Store {
  /// An empty database that no file holds, and that other connections of this process can attach.
  static func shared() throws -> Store { try connect("file:/\(UUID().uuidString)?vfs=memdb") }

  func cloned() throws -> Store {
    let clone = try Store.shared()
    try queue.backup(to: clone.queue)
    return clone
  }

  /// A group's copy, in memory.
  func checkedOut(_ group: String) throws -> Store {
    let copy = try prepared(Store.shared())
    _ = try fill(copy, group, "\(group).db", Store.tester)
    return copy
  }

  private func prepared(_ store: Store) throws -> Store {
    try Store.inMemory().queue.backup(to: store.queue)
    return store
  }

  @discardableResult
  func merging(_ copy: Store, named file: String = "copy.db") throws -> MergeSummary {
    try merge(IncomingCopy(copy, file: file, addresses: [copy.path], for: self), session: Store.tester)
  }

  /// What a merge of the two makes, and leaves both as they are.
  func merged(with copy: Store) throws -> Store {
    let union = try cloned()
    try union.merging(copy)
    return union
  }

  /// All facts and the versions of records, in an order of their own.
  func facts() throws -> [String: [String]] {
    try read { database in
      let tables = CopiedTable.all + [CopiedTable.versions, CopiedTable.successions]
      return try Dictionary(
        uniqueKeysWithValues: (tables.map(\.name) + ["rule_set", "indicator"]).map {
          ($0, try database.literals(of: $0).sorted())
        })
    }
  }

  /// Writes as a person does with Kaohe.
  func recording(_ actor: String = "测试员", _ body: (Database) throws -> Void) throws {
    try write(Session(actor: actor, command: "test")) { database in
      try body(database)
      try Recomputation.refreshAll(database)
    }
  }

  func recording(_ sql: String, actor: String = "测试员") throws {
    try recording(actor) { try $0.execute(sql: sql) }
  }

  /// Records one observation in place of what its cell held.
  func observe(
    _ cell: ScoreCell, _ value: String, reason: String = "", evidence: [String] = [], by actor: String = "测试员"
  )
    throws
  {
    try recording(actor) { try $0.observe(cell, value, reason: reason, evidence: evidence, by: actor) }
  }
}

extension Database {
  func observe(
    _ cell: ScoreCell, _ value: String, reason: String = "", evidence: [String] = [], by actor: String = "测试员"
  ) throws {
    var writer = try ObservationWriter(self, visit: cell.visit, actor: actor)
    let place = SheetRow.Cell(item: cell.item, scorer: cell.scorer)
    _ = try writer.write(
      cell.indicator, place, value: value, reason: reason, evidence: evidence,
      superseding: try liveObservations(cell.visit, cell.indicator, place))
    try writer.finish()
  }
}

extension ScoreCell {
  init(_ visit: String, _ indicator: String, item: String = "", scorer: String = "") {
    self.init(visit: visit, indicator: indicator, item: item, scorer: scorer)
  }
}
