extension String {
  /// With digits, signs and letters of full width, `８５％`, as the plain ones, `85%`.
  public var halfWidth: String {
    // What has none of their first bytes, as plain ASCII, is the same.
    if !utf8.contains(where: { $0 == 0xEF || $0 == 0xE3 }) { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.value {
          case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
          case 0x3000: " "
          default: scalar
          }
        }))
  }
}
