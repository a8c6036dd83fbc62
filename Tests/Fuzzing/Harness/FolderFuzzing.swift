import Foundation
import KaoheReports
import KaoheStore
import KaoheTestSupport

/// Folders of CSV files, of every kind: an import takes all of one, or nothing; what it took it gives back.
struct FolderFuzzing: FuzzClass {
  /// Sound folders, with a database that knows one of them.
  private let folders: [[String: [UInt8]]]
  private let databases: [WatchedDatabase]
  private let folder: String

  private static let marker = "database.txt"

  init(folder: String) throws {
    self.folder = folder
    let folders = try [Corpus.records()] + (1...6).map { try Corpus.randomRecords($0) }
    self.folders = folders
    databases = try [nil, 0, 1, 2].map { known in
      try WatchedDatabase("\(folder)/\(known.map { "\($0)" } ?? "empty").db") { store in
        guard let known else { return }
        try Corpus.write(folders[known], to: folder + "/known")
        _ = try store.importFolder(folder + "/known", session: WatchedDatabase.session)
      }
    }
  }

  mutating func input(_ random: inout SeededGenerator) throws -> FuzzInput {
    let base = random.oneIn(2) ? 0 : random.integer(0...folders.count - 1)
    var files = folders[base]
    // Into an empty database, or into one that knows these records, or others.
    let database = random.oneIn(3) ? 0 : base < 3 && !random.oneIn(8) ? base + 1 : random.integer(0...3)
    let tables = files.keys.filter { $0.hasSuffix(".csv") }.sorted()
    for _ in 0..<random.integer(1...2) {
      let name = random.oneIn(4) && tables.contains("scores.csv") ? "scores.csv" : random.pick(tables)
      files[name] = changed(files[name] ?? [], files[random.pick(tables)] ?? [], &random)
    }
    if random.oneIn(20) { files[random.pick(tables)] = nil }
    if random.oneIn(40) { files[random.pick(["Scores.CSV", "x.csv", "rules2.yaml", "a.yml"])] = [] }
    files[Self.marker] = Array("\(database)".utf8)
    return FuzzInput(files: files)
  }

  private func changed(_ bytes: [UInt8], _ other: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    if random.oneIn(5) { return Mutation.bytes(bytes, with: other, &random) }
    var grid = CSVGrid(bytes)
    for _ in 0..<random.integer(1...3) { grid.change(with: CSVGrid(other), &random) }
    return grid.bytes(&random)
  }

  mutating func judge(_ input: FuzzInput) throws -> FuzzVerdict {
    var files = input.files
    let number = Int(String(decoding: files.removeValue(forKey: Self.marker) ?? [], as: UTF8.self)) ?? 0
    let database = databases[number % databases.count]
    try Corpus.write(files, to: folder + "/import")
    return try database.watch { store in
      _ = try store.importFolder(folder + "/import", session: WatchedDatabase.session)
      try expectRoundTrip(of: store)
    }
  }

  /// What was stored can be handed on, and then is the same.
  private func expectRoundTrip(of store: Store) throws {
    let (first, second) = (folder + "/first", folder + "/second")
    for place in [first, second] { try Corpus.clear(place) }
    do {
      _ = try store.export(to: first, session: WatchedDatabase.session, line: CSVWriter.line)
    } catch is ChangeRefused {
      // It says what can't be handed on.
      return
    }
    // To copy an empty database takes a hundredth of the time that it takes to make one.
    WatchedDatabase.remove(folder + "/copy.db")
    try databases[0].template.write(to: URL(filePath: folder + "/copy.db"))
    let copy = try Store.open(folder + "/copy.db")
    do {
      _ = try copy.importFolder(first, session: WatchedDatabase.session)
    } catch let error as ImportError {
      throw FuzzFinding("exported, and not imported: \(error.problems.first?.text(in: .english) ?? "")")
    }
    _ = try copy.export(to: second, session: WatchedDatabase.session, line: CSVWriter.line)
    guard try Corpus.read(first) == Corpus.read(second) else { throw FuzzFinding("export, import, export differ") }
  }
}
