import KaoheScoring

extension Language {
  /// What follows a name in parentheses, as each language writes it.
  func inParentheses(_ text: String) -> String {
    switch self {
    case .chinese: "（\(text)）"
    case .english: " (\(text))"
    }
  }
}
