import Foundation
import KaoheRules
import KaoheScoring
import KaoheTestSupport
import Testing

/// Any rule set that is written in the rule language reads back as the same.
@Suite struct WrittenRulesTests {
  @Test(arguments: Seeds.chosen(else: 1...100))
  func whatIsWrittenReadsBackTheSame(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rules = random.wordedRuleSet(year: 2022)
    let read = try RuleFile.read(bytes: Array(rules.yaml.utf8), file: "rules-\(seed).yaml").ruleSet
    for (read, written) in zip(read.leaves, rules.leaves) where read != written {
      Issue.record("\(written.code) was written as \(written) and read as \(read)")
    }
    #expect(read == rules)
  }
}
