import KaoheReports
import KaoheStore

extension Cell {
  init(_ value: QueryValue) {
    switch value {
    case .null: self = .null
    case .number(let text): self = .number(text)
    case .text(let text): self = .text(text)
    case .blob(let bytes): self = .text(Self.hex(bytes))
    }
  }

  /// About so many bytes.
  var size: Int {
    switch self {
    case .null: 16
    case .number(let text), .text(let text): 16 + text.utf8.count
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(unsafeUninitializedCapacity: bytes.count * 2 + 3) { text in
      text[0] = UInt8(ascii: "X")
      text[1] = UInt8(ascii: "'")
      for (place, byte) in bytes.enumerated() {
        text[place * 2 + 2] = digits[Int(byte >> 4)]
        text[place * 2 + 3] = digits[Int(byte & 15)]
      }
      text[bytes.count * 2 + 2] = UInt8(ascii: "'")
      return bytes.count * 2 + 3
    }
  }
}
