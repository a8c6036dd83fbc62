import GRDB
import KaoheScoring

extension Database {
  /// A code that no copy of the database gives to anything else: `V1-W1` at the office, `V1-W3.1` in its copy 3.
  ///
  /// - Parameters:
  ///   - stem: what the record belongs to, and a letter for its kind, e.g. `V1-W`.
  ///   - table: whose `code` it will be.
  func newCode(_ stem: String, in table: String) throws -> String {
    let replica = try replica()
    let stem = replica == 0 ? stem : "\(stem)\(replica)."
    // The first free number behind those that were given, so that a code is not given twice to two things.
    let numbers = try String.fetchAll(
      self, sql: "SELECT substr(code, ?1) FROM \(table) WHERE substr(code, 1, ?2) = ?3",
      arguments: [stem.unicodeScalars.count + 1, stem.unicodeScalars.count, stem]
    ).compactMap { Int($0) }
    return "\(stem)\((numbers.max() ?? 0) + 1)"
  }

  /// The code that a person gives to a new record, where it may be one.
  func checked(newCode code: String, in table: String) throws -> [StoreError] {
    if !code.isCode {
      return [
        StoreError(
          "bad-code",
          Bilingual("代码首尾不能有空格，不能含分号或不可见字符", en: "a code has no space at its ends, no `;` and nothing invisible"))
      ]
    }
    guard try Bool.fetchOne(self, sql: "SELECT 1 FROM \(table) WHERE code = ?", arguments: [code]) != nil else {
      return []
    }
    return [
      StoreError(
        "known-code", Bilingual("代码 \(code) 已经用了", en: "the code \(code) is taken"),
        hint: Bilingual("换一个；不写 --code 时自动编号", en: "choose another; without --code it is numbered"))
    ]
  }
}

extension String {
  /// Whether it can name a record in lists and terminals.
  var isCode: Bool {
    // Most are letters, digits and the like, between which nothing has to be looked up.
    if !isEmpty, utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ";") }) { return true }
    let hasInvisible = unicodeScalars.contains { scalar in
      [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
    return !isEmpty && !hasInvisible && !contains(";") && first?.isWhitespace == false && last?.isWhitespace == false
  }
}
