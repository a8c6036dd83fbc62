/// In what the stored rows of a district in one table are not the computed ones.
struct DerivedChange: Sendable {
  /// The computed rows, where some of them are to be written.
  let rows: DerivedRows
  /// Those that are not stored, or stored otherwise.
  let missing: [Int]
  /// Keys of stored rows that should not be there.
  let gone: [[String]]
}
