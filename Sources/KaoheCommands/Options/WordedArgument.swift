import ArgumentParser
import KaoheScoring
import KaoheStore

/// A value that is typed as its code, or as a list shows it to people: `draft` or `草稿`.
protocol WordedArgument: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {
  var label: Bilingual { get }
  /// Other words that mean the same.
  var otherWords: [String] { get }
}

extension WordedArgument {
  var otherWords: [String] { [] }

  public init?(argument: String) {
    let found = Self.allCases.first { value in
      [value.rawValue, value.label.chinese, value.label.english].contains(argument)
        || value.otherWords.contains(argument)
    }
    guard let found else { return nil }
    self = found
  }
}

extension VisitStatus: WordedArgument {}
extension FindingKind: WordedArgument {}

extension FindingStatus: WordedArgument {
  var otherWords: [String] { self == .open ? ["待整改"] : [] }
}

extension ObjectionStatus: WordedArgument {
  var otherWords: [String] {
    switch self {
    case .open: []
    case .upheld: ["申诉成立"]
    case .rejected: ["申诉不成立"]
    }
  }
}
