import Foundation

extension String {
  /// In Unicode's normalization form C, so that texts that look alike are the same bytes, as SQLite compares them.
  var composed: String {
    let mayDecompose = unicodeScalars.contains { scalar in
      switch scalar.value {
      case ..<0x300, 0x3100...0xABFF: false
      case 0x300...0x36F, 0x483...0x1FFF, 0x20D0...0x20FF, 0x212A...0x212B, 0x2ADC, 0x302A...0x302F, 0x3099...0x309A,
        0xF900...0xFEFF, 0x10000...:
        true
      default: false
      }
    }
    return mayDecompose ? precomposedStringWithCanonicalMapping : self
  }
}
