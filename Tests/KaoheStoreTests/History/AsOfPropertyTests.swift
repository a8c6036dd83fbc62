import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Whatever happened to a database, it tells how it stood at any moment in between. `KAOHE_SEEDS=1-2000` tries as many.
@Suite struct AsOfPropertyTests {
  @Test(arguments: Seeds.chosen(else: 1...6))
  func everyMomentIsAsItWas(seed: UInt64) throws {
    var life = try RandomLife(seed: seed)
    try life.run(steps: 20)
    for (place, (moment, standing)) in life.snapshots.enumerated() {
      let told = try Standing(life.office, at: moment)
      let name = "seed \(seed), moment \(place)"
      expectSame([name: told.observations], [name: standing.observations])
      expectSame([name: told.records], [name: standing.records])
    }
    // Every state ends after it begins, and what stands now has no end.
    #expect(try life.office.rows("SELECT * FROM observation_history WHERE valid_until < valid_from") == [])
    let held = try life.office.rows(
      "SELECT count(*) FROM observation_history WHERE valid_until IS NULL AND NOT withdrawn")
    #expect(try held == life.office.rows("SELECT count(*) FROM current_observation"))
  }
}
