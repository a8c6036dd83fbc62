import Foundation
import GRDB
import GRDBSQLite
import KaoheScoring

/// Several threads that read districts, appraise them and compare them with what is stored, each by a connection of its
/// own; what they find is taken in order by the thread that writes.
///
/// They see what the transaction sees for which they read: it holds the lock for writing, so that nobody else can commit,
/// and has written nothing yet of what they read. What it writes meanwhile is not committed, and so not seen.
final class Lanes {
  /// What is handed over at once.
  private static let pieceSize = 4

  private let lanes: [ReadAhead<Result<[ComparedDistrict], any Error>>]
  private let pieces: Int

  /// As many as there are cores, and not more than the one that writes can follow.
  static var usual: Int { min(ProcessInfo.processInfo.activeProcessorCount, 4) }

  /// - Parameters:
  ///   - count: how many lanes there are at most.
  ///   - pieceSize: how many districts are handed over at once.
  /// - Returns: nil where one connection has to do: for a few districts, or where none can be had beside that which
  ///   writes, as in memory, or without a write-ahead log.
  init?(
    _ recomputation: Recomputation, _ participants: [Participant], count: Int = Lanes.usual,
    pieceSize: Int = Lanes.pieceSize
  ) throws {
    let pieces = stride(from: 0, to: participants.count, by: pieceSize).map { start in
      participants[start..<min(start + pieceSize, participants.count)]
    }
    let count = min(count, pieces.count)
    guard count > 1, let path = try recomputation.database.pathForReaders() else { return nil }
    // What one connection can read is not to fail for want of another.
    guard let stores = try? (0..<count).map({ _ in try Store.connect(path) }) else { return nil }
    let (assessment, rules) = (recomputation.assessment.code, recomputation.rules)
    self.pieces = pieces.count
    lanes = stores.map(\.queue).enumerated().map { place, queue in
      ReadAhead(putting: { put in
        do {
          defer { try? queue.close() }
          try queue.read { database in
            var lane = try Lane(database, assessment, rules)
            for piece in stride(from: place, to: pieces.count, by: count) {
              guard put(.success(try pieces[piece].map { try lane.district($0) })) else { return }
            }
          }
        } catch {
          _ = put(.failure(error))
        }
      })
    }
  }

  /// Hands all districts out, in the order of the participants, while the next ones are made.
  func each(_ body: (ComparedDistrict) throws -> Void) throws {
    defer { for lane in lanes { lane.stop() } }
    for piece in 0..<pieces {
      for district in try lanes[piece % lanes.count].next()?.get() ?? [] { try body(district) }
    }
  }
}

/// What one thread has for itself.
private struct Lane {
  private let reader: DistrictRecordsReader
  private var appraiser: DistrictAppraiser
  private let comparison: DistrictComparison

  init(_ database: Database, _ assessment: String, _ rules: RuleSet) throws {
    reader = try DistrictRecordsReader(database, assessment: assessment, rules: rules)
    appraiser = DistrictAppraiser(rules)
    comparison = try DistrictComparison(database, assessment: assessment)
  }

  mutating func district(_ participant: Participant) throws -> ComparedDistrict {
    try comparison.compare(appraiser.appraise(try reader.rows(of: participant)))
  }
}

extension Database {
  /// The file, where other connections read what was committed while this one writes.
  fileprivate func pathForReaders() throws -> String? {
    guard sqlite3_txn_state(sqliteConnection, "main") == SQLITE_TXN_WRITE,
      try String.fetchOne(self, sql: "PRAGMA journal_mode") == "wal",
      let name = sqlite3_db_filename(sqliteConnection, "main")
    else { return nil }
    let path = String(cString: name)
    return path.isEmpty ? nil : path
  }
}
