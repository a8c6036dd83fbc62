import KaoheScoring

// Tests write numbers as rule files do: `3`, "0.25", "85%", "100/109". Never a binary float.

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let value = try? NumberText.parse(text, digits: 1000).value else {
      preconditionFailure("“\(text)” is no number")
    }
    self = value
  }
}

extension Rational {
  /// The number, or the nearest of the two bounds.
  public func clamped(from floor: Rational, to cap: Rational) -> Rational {
    Swift.min(Swift.max(self, floor), cap)
  }
}
