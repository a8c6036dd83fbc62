import KaoheTestSupport

/// Changes bytes and words as accidents and enemies do.
enum Mutation {
  /// What parsers stumble over: controls, broken and overlong UTF-8, surrogates, marks, signs of each format.
  static let snippets: [[UInt8]] =
    [
      [0], [0xFF], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4],
      [0xEF, 0xBB, 0xBF], [0x1B, 0x5B, 0x33, 0x31, 0x6D], [0xC2, 0x9B], [0x7F], [0x0D], [0x0A], [0x0D, 0x0A], [0x09],
    ]
    + [
      "\u{202E}", "\u{2066}", "\u{200B}", "\u{2028}", "\u{85}", "e\u{301}", "\u{FFFF}", "😀", "，", "\"", "\"\"", "'",
      ",",
      ";", "\\", "\\uD800", "\\u0000", "\\x", "&a ", "*a", "<<: ", "!!binary ", "|\n", ">-\n", "- ", ": ", "? ", "#",
      "[",
      "]", "{", "}", "---\n", "...\n", "%YAML 1.2\n", "@", "`", "<", ">", "&lt;", "&#0;", "<!DOCTYPE a [", "]]>", "../",
    ].map { Array($0.utf8) }

  /// Words where a number, a code, a date or a word of a choice is expected.
  static let words = [
    "", " ", "0", "-0", "+0", "1", "-1", "00", "01", "1.", ".5", "1e9", "0.1", "0.0000001", "0.000000", "1/3", "1/0",
    "0/0", "-1/3", "1/-3", "1/3/3", "100%", "101%", "-1%", "0.5%", "1/2%", "5％", "５", "1,000", "NaN", "inf", "0x10",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616",
    "999999999999999999999999999999", "0.999999999999999999999999999999", "1/999999999999999999999999999999",
    "true", "false", "yes", "no", "是", "null", "~", "none", "无", "n/a", "不适用", "-", "--", "=1+1", "@x",
    "2022-02-29", "2022-02-28", "0000-00-00", "9999-12-31", "2022-1-1", "2022-06-01T00:00:00Z", "20220601",
    "district:", "district:d1", "park:P1", "enterprise:E1", "d1", "D1", "Ｄ1", " d1", "d1 ", "A", "A1", "A1-1", "V1",
    "EV1",
    "EV1;EV1", ";", "EV1; 台账 1", "优 0.5", "良 0.8", "good", "draft", "submitted", "confirmed", "cancelled", "mean",
    "sum",
    "pooled", "total", "district", "higher", "none\u{0}", "a\u{301}", "\u{202E}1", "甲", "甲乙丙丁戊己庚辛", "'", "\"", "\\",
  ]

  /// Some changes of a file's bytes.
  static func bytes(_ original: [UInt8], with other: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<random.integer(1...4) { change(&bytes, with: other, &random) }
    return bytes
  }

  private static func change(
    _ bytes: inout [UInt8], with other: [UInt8], _ random: inout SeededGenerator
  ) {
    guard !bytes.isEmpty else { return bytes = random.pick(snippets) }
    let place = random.integer(0...bytes.count - 1)
    let end = min(bytes.count, place + random.integer(1...random.pick([2, 8, 64, 1024])))
    switch random.integer(0...10) {
    case 0: bytes[place] ^= 1 << UInt8(random.integer(0...7))
    case 1: bytes[place] = UInt8(random.integer(0...255))
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: random.integer(0...bytes.count))
    case 4: bytes.removeSubrange(place...)
    case 5 where !other.isEmpty:
      let start = random.integer(0...other.count - 1)
      bytes.replaceSubrange(place..<end, with: other[start..<min(other.count, start + end - place)])
    case 6: bytes.insert(contentsOf: repeated(random.pick(snippets), &random), at: place)
    default: bytes.insert(contentsOf: random.pick(snippets), at: place)
    }
  }

  /// Once in a while very often: nesting, long lines, long cells.
  private static func repeated(_ snippet: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let count = random.oneIn(20) ? random.integer(1...100_000) : random.integer(1...80)
    return (0..<count).flatMap { _ in snippet }
  }

  /// Some words of a text replaced by others, of its own or of those above; some lines moved.
  static func text(_ original: [UInt8], with other: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<random.integer(1...3) {
      if random.oneIn(4) { changeLines(&bytes, with: other, &random) } else { changeWord(&bytes, with: other, &random) }
    }
    return bytes
  }

  private static func changeWord(_ bytes: inout [UInt8], with other: [UInt8], _ random: inout SeededGenerator) {
    guard let old = word(in: bytes, &random) else { return }
    var new = Array(random.pick(words).utf8)
    switch random.integer(0...3) {
    case 0: new = word(in: bytes, &random).map { Array(bytes[$0]) } ?? new
    case 1: new = word(in: other, &random).map { Array(other[$0]) } ?? new
    default: break
    }
    bytes.replaceSubrange(old, with: new)
  }

  /// A word, a number or a Chinese text.
  private static func word(in bytes: [UInt8], _ random: inout SeededGenerator) -> Range<Int>? {
    func isPart(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        || byte | 0x20 >= UInt8(ascii: "a")
          && byte | 0x20 <= UInt8(ascii: "z")
        || [0x2E, 0x2F, 0x25, 0x2D, 0x5F].contains(byte)
    }
    guard !bytes.isEmpty else { return nil }
    let place = random.integer(0...bytes.count - 1)
    guard let start = bytes[place...].firstIndex(where: isPart) else { return nil }
    var begin = start
    while begin > 0, isPart(bytes[begin - 1]) { begin -= 1 }
    return begin..<(bytes[start...].firstIndex { !isPart($0) } ?? bytes.count)
  }

  private static func changeLines(_ bytes: inout [UInt8], with other: [UInt8], _ random: inout SeededGenerator) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let others = other.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let place = random.integer(0...lines.count - 1)
    switch random.integer(0...5) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[place], at: random.integer(0...lines.count))
    case 2: lines.swapAt(place, random.integer(0...lines.count - 1))
    case 3: lines[place].insert(contentsOf: Array(repeating: 0x20, count: random.integer(1...4)), at: 0)
    case 4: lines[place] = Array(lines[place].drop { $0 == 0x20 })
    default: if !others.isEmpty { lines.insert(random.pick(others), at: place) }
    }
    bytes = Array(lines.joined(separator: [10]))
  }
}
