import Foundation
import GRDB
import KaoheScoring

/// What a group's copy holds.
public struct CheckoutSummary: Sendable {
  public var file: String
  /// The copy's number.
  public var replica: Int
  /// By table, in the order of their names.
  public var rows: [(table: String, count: Int)]
  /// The visits that the copy holds.
  public var visits: Int { rows.first { $0.table == "visit" }?.count ?? 0 }
}

extension Store {
  /// Writes a database with all that a group needs to work offline (docs/offline.md).
  ///
  /// - Parameter file: must not be there yet; it is there as a whole, or not at all.
  /// - Throws: `StoreError`.
  public func checkout(_ group: String, to file: String, session: Session) throws -> CheckoutSummary {
    try refuseCheckout(of: group, to: file)
    let part = try PartFile(of: file)
    do {
      let copy = try Store.prepare(part.path).store
      let summary = try fill(copy, group, file, session)
      try copy.queue.close()
      try part.keep()
      return summary
    } catch {
      part.discard()
      guard let full = error as? StoreError, full.code == "disk-full", full.problem.english.contains(part.path) else {
        throw error
      }
      throw StoreError.diskFull(file)
    }
  }

  /// Fills a new database, and gives it its number.
  func fill(_ copy: Store, _ group: String, _ file: String, _ session: Session) throws -> CheckoutSummary {
    // One file is all there is to carry: a log beside it would hold answers that nobody brings back.
    try copy.translatingAny {
      try copy.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    }
    var filling = session
    filling.isBulk = true
    filling.isMerging = true
    let rows = try copy.attaching(Store.readingAddresses(of: path), as: Checkout.schema, named: path) {
      try copy.write(filling) { database in
        var checkout = Checkout(database, group: group)
        return try checkout.run(filling)
      }
    }
    // The number is taken last, and is taken for good: nothing that fails or is killed makes two copies of one number.
    let taken = try takeReplica(for: group, fileName: URL(filePath: file).lastPathComponent, session)
    try copy.write(filling) { database in
      try database.execute(
        sql: """
          INSERT INTO field_copy (replica, inspection_group, file, made_at, made_by) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [taken.replica, group, taken.file, taken.madeAt, taken.madeBy])
      try database.execute(
        sql: "UPDATE database_identity SET value = ? WHERE key = 'replica'", arguments: ["\(taken.replica)"])
      var clock = try ObservationClock(database)
      clock.pass(taken.newest)
      try clock.save(database)
    }
    return CheckoutSummary(
      file: file, replica: taken.replica, rows: rows.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { ($0, $1) }
    )
  }

  private struct TakenReplica {
    var replica: Int
    var file: String
    var madeAt: String
    var madeBy: String
    /// The newest identity that the office's database knows.
    var newest: Int64
  }

  private func takeReplica(for group: String, fileName: String, _ session: Session) throws -> TakenReplica {
    try write(session) { database in
      let replica = try Int.fetchOne(database, sql: "SELECT coalesce(max(replica), 0) + 1 FROM field_copy") ?? 1
      guard replica <= 1023 else {
        throw StoreError(
          "no-number-left", Bilingual("已签出 1023 份副本，没有编号可用了", en: "1023 copies were checked out; no number is left"),
          hint: Bilingual("让各组继续使用已有的副本", en: "let the groups go on with the copies they have"))
      }
      let taken = TakenReplica(
        replica: replica, file: fileName, madeAt: ObservationClock.text(milliseconds: ObservationClock.now()),
        madeBy: session.actor,
        newest: try Int64.fetchOne(database, sql: "SELECT last FROM observation_clock") ?? 0)
      try database.execute(
        sql: "INSERT INTO field_copy (replica, inspection_group, file, made_at, made_by) VALUES (?, ?, ?, ?, ?)",
        arguments: [taken.replica, group, taken.file, taken.madeAt, taken.madeBy])
      return taken
    }
  }

  private func refuseCheckout(of group: String, to file: String) throws {
    let replica = try identity().replica
    if replica != 0 {
      throw StoreError(
        "not-the-office",
        Bilingual(
          "\(path) 是第 \(replica) 号副本，不能再签出", en: "\(path) is copy \(replica); copies can't be checked out of it"),
        hint: Bilingual("在办公室数据库上签出", en: "check out of the office's own database"))
    }
    if isReadOnly { throw StoreError(DatabaseError(resultCode: .SQLITE_READONLY), path: path) }
    let groups = try read { try String.fetchAll($0, sql: "SELECT code FROM inspection_group ORDER BY code") }
    if !groups.contains(group) {
      throw StoreError(
        "unknown-group", Bilingual("没有督查观摩组 \(group)", en: "there is no inspection group \(group)"),
        hint: groups.isEmpty
          ? Bilingual("还没有任何组", en: "there is none yet")
          : Bilingual("有：\(groups.joined(separator: "、"))", en: "there are: \(groups.joined(separator: ", "))"))
    }
    if FileManager.default.fileExists(atPath: file) { throw PartFile.isThere(file) }
  }
}
