import Foundation
import KaoheScoring
import Testing

@testable import KaoheStore

/// Every mistake that a folder of records can have, with every word that is said about it, in both languages; and that
/// nothing of such a folder is stored.
@Suite struct RefusalTests {
  @Test func baseIsFine() throws {
    let store = try Store.inMemory()
    try store.importing(.base)
    let again = try store.importing(.base)
    #expect(again.changes.isEmpty)
  }

  @Test(arguments: Refusal.all)
  func refusal(_ refusal: Refusal) throws {
    let store = try Store.inMemory()
    if refusal.isLater { try store.importing(.base) }
    let before = try store.contents()
    let messages = try store.refusal(of: refusal.records).joined(separator: "\n")
    if ProcessInfo.processInfo.environment["KAOHE_RECORD"] != nil { print("@@\(refusal.mistake)\n\(messages)\n@@") }
    #expect(messages == refusal.messages)
    expectSame(try store.contents(), before)
  }

  @Test func mistakesHaveNamesOfTheirOwn() {
    #expect(Set(Refusal.all.map(\.mistake)).count == Refusal.all.count)
  }
}
