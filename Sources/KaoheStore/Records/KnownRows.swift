import Foundation
import KaoheScoring

/// What the rows of a leaf at a visit were read as before, and what they came to: at many sites the same is found.
struct KnownRows {
  private struct Leaf {
    var asked = 0
    var found = 0

    /// Where hardly two visits have the same rows, as of a measure, keeping them costs more than it saves.
    var isWorthIt: Bool { asked < 100 || found * 4 > asked }
  }

  /// Each has one place, where the next that belongs there puts it out.
  private var keys: [[UInt8]] = Array(repeating: [], count: size)
  private var rows: [VisitRecord.LeafRows?] = Array(repeating: nil, count: size)
  private var leaves: [Leaf] = []

  private static let size = 1 << 15
  /// Longer ones are few, and differ.
  private static let longest = 256

  /// - Parameters:
  ///   - bytes: of the rows, as `DistrictRows` holds them.
  ///   - read: nil where none of the rows counts.
  mutating func rows(
    _ bytes: UnsafeBufferPointer<UInt8>, of leaf: Int, read: () -> VisitRecord.LeafRows?
  ) -> VisitRecord.LeafRows? {
    while leaves.count <= leaf { leaves.append(Leaf()) }
    guard bytes.count <= Self.longest, leaves[leaf].isWorthIt else { return read() }
    leaves[leaf].asked += 1
    let place = Self.hash(bytes) & (Self.size - 1)
    if keys[place].withUnsafeBufferPointer({ $0.isEqual(to: bytes) }) {
      leaves[leaf].found += 1
      return rows[place]
    }
    let read = read()
    keys[place] = Array(bytes)
    rows[place] = read
    return read
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let words = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(words.count)
    var place = 0
    while place + 8 <= words.count {
      mix(words.loadUnaligned(fromByteOffset: place, as: UInt64.self), into: &hash)
      place += 8
    }
    var rest: UInt64 = 0
    while place < words.count {
      rest = rest << 8 | UInt64(words[place])
      place += 1
    }
    mix(rest, into: &hash)
    return Int(hash >> 40)
  }

  private static func mix(_ word: UInt64, into hash: inout UInt64) {
    hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
  }
}
