import Foundation
import Testing

@testable import KaoheStore

/// Something that is refused on the base records, and every word that is said about it.
struct ChangeRefusal: Sendable, CustomTestStringConvertible {
  /// What is wrong, in few words; unique.
  let mistake: String
  /// The codes of all reasons, in order.
  let code: String
  /// What another program did to the base records before.
  let setup: String
  /// The lines of the Chinese messages, then those of the English ones.
  let messages: String
  let act: @Sendable (Store) throws -> Void

  init(
    _ mistake: String, code: String, after setup: String = "", messages: String,
    _ act: @escaping @Sendable (Store) throws -> Void
  ) {
    self.mistake = mistake
    self.code = code
    self.setup = setup
    self.messages = messages
    self.act = act
  }

  var testDescription: String { mistake }

  /// SQL of an observation that another program made.
  static func row(
    _ visit: String, _ indicator: String, _ value: String, item: String = "", scorer: String = "", id: Int = 7
  ) -> String {
    """
    INSERT INTO observation (visit, indicator, item, scorer, id, value, recorded_at, recorded_by)
    VALUES ('\(visit)', '\(indicator)', '\(item)', '\(scorer)', \(id), '\(value)', '2022-06-10T08:00:00.000Z', 'x');

    """
  }

  static let isCopy = "UPDATE database_identity SET value = '3' WHERE key = 'replica';"
}

/// Everything that is refused about visits, findings, evidence and objections, with its exact words, and that nothing of
/// it is stored.
@Suite struct ChangeRefusalTests {
  static let all = ChangeRefusal.visits + ChangeRefusal.findings + ChangeRefusal.objections

  @Test(arguments: all)
  func refusal(_ refusal: ChangeRefusal) throws {
    let store = try Store.withBase()
    if !refusal.setup.isEmpty { try store.executeAsOther(refusal.setup) }
    let before = try store.contents()
    var reasons: [StoreError] = []
    do {
      try refusal.act(store)
    } catch let refused as ChangeRefused {
      reasons = refused.reasons
    } catch let error as StoreError {
      reasons = [error]
    }
    let messages = (reasons.map { $0.text(in: .chinese) } + reasons.map { $0.text(in: .english) }).joined(
      separator: "\n")
    let codes = reasons.map(\.code).joined(separator: " ")
    if ProcessInfo.processInfo.environment["KAOHE_RECORD"] != nil {
      print("@@\(refusal.mistake)\n\(codes)\n\(messages)\n@@")
    }
    #expect(messages == refusal.messages)
    #expect(codes == refusal.code)
    expectSame(try store.contents(), before)
  }

  @Test func mistakesHaveNamesOfTheirOwn() {
    #expect(Set(Self.all.map(\.mistake)).count == Self.all.count)
  }
}
