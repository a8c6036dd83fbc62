import Foundation
import KaoheScoring
import Testing

/// A folder with records and the ranking that they give, of Tests/Cases or Fixtures/cases.
struct Case: Sendable, CustomTestStringConvertible {
  let name: String
  let records: Records
  let expected: ExpectedRanking

  var testDescription: String { name }

  init(_ folder: URL) throws {
    name = folder.lastPathComponent
    records = try Records.read(folder.path())
    expected = try JSONDecoder().decode(
      ExpectedRanking.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
  }

  static let all: [Case] = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let folders = [tests.appending(path: "Cases"), tests.appending(path: "../Fixtures/cases").standardized]
    let found = folders.flatMap { folder in
      let entries = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
      return entries.compactMap { try? Case($0) }
    }
    return found.sorted { $0.name < $1.name }
  }()
}

/// The fields of `rank --format json` that do not depend on the workflow.
struct ExpectedRanking: Decodable, Equatable, Sendable {
  struct Section: Decodable, Equatable, Sendable {
    var score_exact: String?
  }

  struct District: Decodable, Equatable, Sendable {
    var rank: Int?
    var code: String
    var name: String
    var category: String
    var total: String
    var total_exact: String
    var base_exact: String
    var bonus_exact: String
    var penalty_exact: String
    var grade: String?
    var vetoes: [String]
    var complete: Bool
    var missing: [String]
    var sections: [String: Section]
  }

  var assessment: String
  var rule_set: String
  var decimals: Int
  var ranking: [District]
}

extension ExpectedRanking {
  init(_ report: RankingReport) {
    assessment = report.assessment
    rule_set = report.ruleSet
    decimals = report.decimals
    ranking = report.rows.map { row in
      District(
        rank: row.rank, code: row.code, name: row.name, category: row.category, total: row.total,
        total_exact: row.exactTotal.description, base_exact: row.base.description,
        bonus_exact: row.bonus.description, penalty_exact: row.penalty.description, grade: row.grade,
        vetoes: row.vetoes, complete: row.isComplete, missing: row.missing,
        sections: Dictionary(
          uniqueKeysWithValues: zip(report.sections, row.sections).map { section, score in
            (section.code, Section(score_exact: score?.description))
          }))
    }
  }
}
