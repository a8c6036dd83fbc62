import Foundation
import KaoheScoring

/// Says where the stored results of an assessment are not what its records give.
struct ResultCheck {
  /// How many rows of a table are named.
  static let limit = 5

  private let assessment: String

  init(of assessment: String) { self.assessment = assessment }

  /// One fault for each table that has differences.
  func faults(_ differences: DerivedDifferences) -> [DatabaseFault] {
    differences.counts.sorted { $0.key < $1.key }.map { table, count in
      let texts = differences.first.filter { $0.table == table }.map(\.text)
      let more = count > texts.count ? " …" : ""
      return DatabaseFault(
        .result,
        Bilingual(
          "\(table) 有 \(count) 行与重算不符：\(texts.map(\.chinese).joined(separator: "；"))\(more)",
          en:
            "\(count) row\(count == 1 ? "" : "s") of \(table) differ\(count == 1 ? "s" : "") from a recomputation: "
            + texts.map(\.english).joined(separator: "; ") + more),
        assessment: assessment, place: table)
    }
  }
}

extension DerivedDifference {
  /// `320281 A1.1 score_exact 19/4，应为 5`.
  fileprivate var text: Bilingual {
    let place = ([district] + key).filter { !$0.isEmpty }.joined(separator: " ")
    let head = place.isEmpty ? table : place
    guard let stored else { return Bilingual("\(head) 没有存下", en: "\(head) is not stored") }
    guard let computed else { return Bilingual("\(head) 不该有", en: "\(head) should not be there") }
    guard let column = columns.indices.first(where: { stored[$0] != computed[$0] }) else {
      return Bilingual(head, en: head)
    }
    let parts = Self.parts(columns[column], stored[column], computed[column])
    return Bilingual(
      head + " " + parts.map { "\($0.name) \($0.stored)，应为 \($0.computed)" }.joined(separator: "，"),
      en: head + " " + parts.map { "\($0.name) \($0.stored), should be \($0.computed)" }.joined(separator: ", "))
  }

  private typealias Part = (name: String, stored: String, computed: String)

  /// A column; of several scores in one column, which is a JSON object, the first that differ.
  private static func parts(_ column: String, _ stored: String?, _ computed: String?) -> [Part] {
    func plain(_ value: String?) -> String { value ?? "NULL" }
    guard let left = scores(stored), let right = scores(computed) else {
      return [(column, plain(stored), plain(computed))]
    }
    let names = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    // Written otherwise, and the same: what there is to say is the text.
    if names.isEmpty { return [(column, plain(stored), plain(computed))] }
    return names.prefix(3).map { ($0, plain(left[$0] ?? nil), plain(right[$0] ?? nil)) }
  }

  private static func scores(_ text: String?) -> [String: String?]? {
    text.flatMap { try? JSONDecoder().decode([String: String?].self, from: Data($0.utf8)) }
  }
}
