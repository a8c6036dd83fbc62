/// Where the answers of a recording come from, line by line.
protocol LineSource {
  /// The next line, without its end; nil where there are no more.
  mutating func next(prompt: String) throws -> InputLine?
}

enum InputLine: Equatable {
  case text(String)
  /// Not UTF-8, or with a NUL byte.
  case notText
  case tooLong
}
