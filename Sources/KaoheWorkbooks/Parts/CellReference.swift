/// The place of a cell as the file gives it: `E5`.
struct CellReference {
  /// 1-based, both.
  let column: Int
  let row: Int

  /// - Returns: nil for what is no reference. It may lie outside any sheet.
  init?(_ text: String) {
    var column = 0
    var letters = 0
    var rest = text.utf8[...]
    while let byte = rest.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
      // Four letters are beyond the last column already.
      if letters == 4 { return nil }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      letters += 1
      rest.removeFirst()
    }
    guard letters > 0, let row = rowNumber(Substring(rest)) else { return nil }
    self.column = column
    self.row = row
  }
}

/// - Returns: nil for what is no positive number, or a far too long one.
func rowNumber(_ text: some StringProtocol) -> Int? {
  let isPlain =
    (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  guard isPlain, let number = Int(text), number > 0 else { return nil }
  return number
}
