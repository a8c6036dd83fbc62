import Foundation
import KaoheFixtures
import KaoheTestSupport
import Testing

/// The demo assessment is what it says it is, and is made by its own program.
@Suite struct FixtureTests {
  private let folder = "Fixtures/wuxi-2022"

  @Test func rosterIsThatOfTheCity() throws {
    #expect(try rows("districts").count == 8)
    let parks = try rows("parks")
    #expect(parks.count == 12)
    #expect(Set(parks.map { $0["batch"] ?? "" }.filter { !$0.isEmpty }).count == 3)
    let enterprises = try rows("enterprises")
    #expect(enterprises.count == 40)
    #expect(Set(enterprises.map { $0["level"] }) == ["国家级", "省级", "市级", "区级", "镇级"])
    #expect(try rows("groups").count == 2)
  }

  @Test func thereAreAboutTwelveHundredScores() throws {
    #expect((1100...1300).contains(try rows("scores").count))
  }

  @Test func everyQuestionOfTheWorkingClothesSurveyHas1041Answers() throws {
    let answers = try rows("surveys").filter { $0["code"] == "GZ22-01" }
    let counts = Dictionary(grouping: answers) { $0["question"] ?? "" }
      .mapValues { $0.compactMap { Int($0["count"] ?? "") }.reduce(0, +) }
    #expect(counts.count >= 3)
    for (question, count) in counts { #expect(count == 1041, "\(question)") }
  }

  @Test func itsReadmeSaysThatItIsInvented() throws {
    let readme = try Repository.text(folder + "/README.md")
    for word in ["illustrative", "invented", "synthetic", "虚构", "合成"] { #expect(readme.contains(word)) }
    for file in ["rules-2021.yaml", "rules-2022.yaml"] {
      #expect(try Repository.text(folder + "/" + file).contains("演示"), "\(file) must call itself a demonstration")
    }
  }

  @Test func theProgramHoldsTheFilesAsTheyAre() throws {
    let names = try Repository.names(in: folder).filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }
    #expect(DemoFixture.files.map(\.name).sorted() == names)
    for file in DemoFixture.files {
      #expect(try Repository.text(folder + "/" + file.name) == file.text, "\(file.name)")
    }
  }

  @Test(.enabled(if: Shell.has("python3"), "python3 is not installed, so the fixture can't be made anew"))
  func itIsMadeAnewToTheByte() throws {
    try withTemporaryFolder { made in
      let script = Repository.url(folder + "/generate.py").path
      let result = try Shell(folder: made.path).run("python3 '\(script)' '\(made.path)/out'")
      try #require(result.exitCode == 0, "\(result.output)")
      let names = try Repository.names(in: folder).filter { $0.hasSuffix(".csv") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: made.file("out")).sorted() == names)
      for name in names {
        let new = FileManager.default.contents(atPath: made.file("out/" + name))
        #expect(
          new == FileManager.default.contents(atPath: Repository.url(folder + "/" + name).path),
          "\(name) is not what generate.py makes: change the tables in generator/, and run it")
      }
    }
  }

  /// The rows of a file, by column.
  private func rows(_ name: String) throws -> [[String: String]] {
    let records = CSVText.records(try Repository.text("\(folder)/\(name).csv"))
    let header = try #require(records.first)
    return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}
