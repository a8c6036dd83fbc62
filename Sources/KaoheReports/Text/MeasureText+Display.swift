import KaoheScoring

/// How a measure and the numbers of the rules beside it are written: as shares (75%) or as plain numbers.
struct MeasureWriter {
  private let measure: MeasureText
  private let writesPercent: Bool

  /// - Parameter references: thresholds and targets that the measure is compared with.
  init(_ measure: MeasureText, beside references: [Rational]) {
    self.measure = measure
    let isShareScale = references.allSatisfy { $0.magnitude <= .one }
    if measure.fraction != nil {
      writesPercent = isShareScale && measure.value.magnitude <= (references.isEmpty ? .one : Rational(10))
    } else {
      writesPercent =
        isShareScale && measure.value.magnitude <= Rational(2)
        && (references + [measure.value]).contains { !$0.isInteger }
    }
  }

  /// `45/60 = 75%`, `2/3 ≈ 66.67%`, `79%`, `1041`.
  var text: String {
    guard let fraction = measure.fraction else { return number(measure.value) }
    let written = "\(fraction.numerator.plainText)/\(fraction.denominator.plainText)"
    if writesPercent {
      return measure.value.exactPercent.map { "\(written) = \($0)" } ?? "\(written) \(measure.value.percent)"
    }
    return measure.value.isDecimal
      ? "\(written) = \(measure.value.plainText)" : "\(written) ≈ \(measure.value.text(decimals: 3))"
  }

  /// A distance between two measures: `5 个百分点`, `12`.
  func difference(_ value: Rational) -> Bilingual {
    guard writesPercent else { return Bilingual(value.readable, en: value.readable) }
    // The measure's own fraction stands before it; a second one would only be in the way.
    let points = String(value.percent.dropLast())
    return Bilingual("\(points) 个百分点", en: "\(points) pp")
  }

  /// A threshold, a target, or another district's measure.
  func number(_ value: Rational) -> String {
    writesPercent ? value.percent : value.readable
  }
}
