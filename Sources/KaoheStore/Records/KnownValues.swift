import KaoheScoring

/// What short values were read as before: most rows say one of a few words or a small count.
struct KnownValues {
  private struct Entry {
    var leaf: Int
    var item: ShortText
    var value: ShortText
    /// nil where the leaf can't read it.
    var observed: ObservedValue?
  }

  /// Each has one place, where the next that belongs there puts it out.
  private var entries: [Entry?] = Array(repeating: nil, count: 512)

  mutating func value(
    _ leaf: Int, _ item: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, read: () -> ObservedValue?
  ) -> ObservedValue? {
    guard let item = ShortText(item), let value = ShortText(value), !value.isLongNumber else { return read() }
    let place = (leaf &* 31 &+ item.hash &* 17 &+ value.hash) & (entries.count - 1)
    if let entry = entries[place], entry.leaf == leaf, entry.item == item, entry.value == value {
      return entry.observed
    }
    let observed = read()
    entries[place] = Entry(leaf: leaf, item: item, value: value, observed: observed)
    return observed
  }
}

/// A text of at most eight bytes, as a number.
private struct ShortText: Equatable {
  private let bytes: UInt64
  private let count: Int

  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count <= 8 else { return nil }
    count = text.count
    bytes = text.reduce(0) { $0 << 8 | UInt64($1) }
  }

  var hash: Int { Int(truncatingIfNeeded: (bytes &* 0x9E37_79B9_7F4A_7C15) >> 40) }

  /// Measures differ from one another; they are read faster than found.
  var isLongNumber: Bool {
    count > 2 && (UInt64(UInt8(ascii: "0"))...UInt64(UInt8(ascii: "9"))).contains(bytes >> UInt64(8 * (count - 1)))
  }
}
