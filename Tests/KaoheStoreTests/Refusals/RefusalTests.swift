import Foundation
import KaoheScoring
import Testing

@testable import KaoheStore

/// Every mistake that a folder of records can have, with every word that is said about it, in both languages; and that
/// nothing of such a folder is stored.
@Suite struct RefusalTests {
  @Test func baseIsFine() throws {
    let store = try Store.withBase()
    #expect(try store.importing(.base).changes.isEmpty)
  }

  @Test(arguments: Refusal.all)
  func refusal(_ refusal: Refusal) throws {
    let store = try refusal.isLater ? Store.withBase() : Store.inMemory()
    let error = try store.refusal(of: refusal.records)
    let codes = Set(error?.problems.map(\.code) ?? []).sorted()
    let messages = error?.messages.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["KAOHE_RECORD"] != nil {
      print("@@\(refusal.mistake)\n\(codes.joined(separator: " "))\n\(messages ?? "")\n@@")
    }
    #expect(messages == refusal.messages)
    #expect(codes == refusal.codes)
    expectSame(try store.contents(), try (refusal.isLater ? Store.baseContents : Store.emptyContents).get())
  }

  @Test func mistakesHaveNamesOfTheirOwn() {
    #expect(Set(Refusal.all.map(\.mistake)).count == Refusal.all.count)
  }
}
