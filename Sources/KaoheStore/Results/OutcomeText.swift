import KaoheScoring

/// The outcomes of a district's leaves as `district_appraisal` holds them: `5 =9/10 - ?`.
enum OutcomeText {
  static func write(_ leaves: [LeafAppraisal], to bytes: inout [UInt8]) {
    for (position, leaf) in leaves.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: " ")) }
      switch leaf.outcome {
      case .score(let score): bytes.append(exact: score)
      case .measure(let measure):
        bytes.append(UInt8(ascii: "="))
        bytes.append(exact: measure)
      case .notApplicable: bytes.append(UInt8(ascii: "-"))
      case .missing: bytes.append(UInt8(ascii: "?"))
      // No district's outcome.
      case .summed: bytes.append(UInt8(ascii: "+"))
      }
    }
  }

  /// - Returns: nil where it is not the text of so many leaves.
  static func read(_ text: UnsafeBufferPointer<UInt8>, leaves: Int) -> [LeafAppraisal]? {
    var result: [LeafAppraisal] = []
    result.reserveCapacity(leaves)
    for word in text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      guard let outcome = outcome(UnsafeBufferPointer(rebasing: word)) else { return nil }
      result.append(LeafAppraisal(outcome))
    }
    return result.count == leaves ? result : nil
  }

  private static func outcome(_ word: UnsafeBufferPointer<UInt8>) -> Outcome? {
    switch (word.first, word.count) {
    case (UInt8(ascii: "-"), 1): .notApplicable
    case (UInt8(ascii: "?"), 1): .missing
    case (UInt8(ascii: "+"), 1): .summed
    case (UInt8(ascii: "="), _): number(UnsafeBufferPointer(rebasing: word.dropFirst())).map(Outcome.measure)
    default: number(word).map(Outcome.score)
    }
  }

  private static func number(_ word: UnsafeBufferPointer<UInt8>) -> Rational? {
    guard word.count <= 18 else { return Rational(exact: String(decoding: word, as: UTF8.self)) }
    // What Kaohe wrote is in lowest terms; a fraction that another program wrote may not be, and is reduced.
    var parts: (Int, Int) = (0, 0)
    var isFraction = false
    var digits = 0
    for byte in word.first == UInt8(ascii: "-") ? word.dropFirst() : word[...] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        let digit = Int(byte - UInt8(ascii: "0"))
        if isFraction { parts.1 = parts.1 * 10 + digit } else { parts.0 = parts.0 * 10 + digit }
      case UInt8(ascii: "/") where !isFraction && digits > 0: (isFraction, digits) = (true, 0)
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    let numerator = word.first == UInt8(ascii: "-") ? -parts.0 : parts.0
    if !isFraction { return Rational(numerator) }
    return parts.1 == 0 ? nil : Rational(numerator, parts.1)
  }
}
