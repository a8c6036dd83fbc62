import KaoheRules
import KaoheScoring
import KaoheStore
import KaoheTestSupport

/// Rule files: what is read can be told in words, stored, and ranks whatever was recorded.
struct RuleFuzzing: FuzzClass {
  private let corpus: [[UInt8]]
  private let folder: String
  private let database: WatchedDatabase

  init(folder: String) throws {
    self.folder = folder
    corpus = try Corpus.rules()
    database = try WatchedDatabase(folder + "/rules.db") { _ in }
  }

  mutating func input(_ random: inout SeededGenerator) throws -> FuzzInput {
    let base = random.oneIn(2) ? Array(random.wordedRuleSet(year: 2022).yaml.utf8) : random.pick(corpus)
    let other = random.pick(corpus)
    let changed =
      random.oneIn(3)
      ? Mutation.bytes(base, with: other, &random) : Mutation.text(base, with: other, &random)
    return FuzzInput(files: ["rules.yaml": changed])
  }

  mutating func judge(_ input: FuzzInput) throws -> FuzzVerdict {
    let bytes = input.files["rules.yaml"] ?? []
    let file: RuleFile
    do throws(InputProblems) {
      file = try RuleFile.read(bytes: bytes, file: "rules.yaml")
    } catch {
      for problem in error.problems {
        guard problem.file == "rules.yaml" else { throw FuzzFinding("another file: \(problem)") }
        try Refusals.check(problem)
      }
      return .refused(Set(error.problems.map(\.code)))
    }
    return try accepted(file, bytes)
  }

  private func accepted(_ file: RuleFile, _ bytes: [UInt8]) throws -> FuzzVerdict {
    let rules = file.ruleSet
    for leaf in rules.leaves where RuleText.standard(of: leaf).chinese.isEmpty {
      throw FuzzFinding("\(leaf.code) has no standard in words")
    }
    var random = SeededGenerator(seed: UInt64(bytes.count))
    if let records = try? random.records(of: rules, districts: 3) {
      let ranking = rules.ranking(records, explaining: "d1")
      guard ranking.scorecards.count == 3 else { throw FuzzFinding("\(ranking.scorecards.count) scorecards of 3") }
    }
    // A dry run: what was read can be stored.
    try Corpus.write(["rules.yaml": bytes], to: folder + "/import")
    _ = try database.store.importFolder(folder + "/import", session: WatchedDatabase.session, isDryRun: true)
    return .accepted
  }
}
