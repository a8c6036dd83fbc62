/// A text for people, in Chinese and in English. Chinese comes first.
///
/// Every message that reaches a user is made as such a pair, where the facts are at hand; which of the
/// two is shown is decided once, at the edge (`--lang`).
public struct Bilingual: Sendable, Hashable {
  public let chinese: String
  public let english: String

  public init(_ chinese: String, en english: String) {
    self.chinese = chinese
    self.english = english
  }

  public func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// The language of messages and tables. JSON keys, column names and exit codes never change with it.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
