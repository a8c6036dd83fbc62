import KaoheScoring
import Testing

@testable import KaoheStore

@Suite struct ManyProblemsTests {
  @Test func tenThousandAreCountedAndTheFirstKept() throws {
    let header = "visit,indicator,item,value\n"
    let rows = (1...10_000).map { "V6,A4,,没有\($0)\n" }.joined()
    let store = try Store.inMemory()
    do {
      try store.importing(.base.with(.file("scores.csv", header + rows), .add("groups.csv", "G2,,")))
      Issue.record("not refused")
    } catch let refused as Refused {
      let error = refused.error
      #expect(error.count == 10_001)
      #expect(error.problems.first?.text(in: .english) == "groups.csv:3: name: must not be empty")
      #expect(error.problems.dropFirst().map(\.line) == (2...1001).map { $0 })
    }
    #expect(try store.rows("SELECT count(*) FROM district") == ["0"])
  }
}
