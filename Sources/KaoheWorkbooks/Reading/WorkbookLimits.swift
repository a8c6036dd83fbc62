/// What a workbook may hold, so that no file can exhaust memory or time. Forms of ours stay far below.
struct WorkbookLimits: Sendable {
  /// Bytes of the file: photographs may be in it. Bounds what the archive's directory alone can take.
  var fileBytes = 128 << 20
  /// Parts of the archive.
  var entries = 2000
  /// Bytes of one part when inflated.
  var entryBytes: UInt64 = 256 << 20
  /// Bytes of all parts when inflated.
  var totalBytes: UInt64 = 512 << 20
  /// How many times its compressed size a part may have, …
  var ratio: UInt64 = 200
  /// … once it is larger than this: small parts of repeated text compress far, and harm nobody.
  var ratioAppliesOver: UInt64 = 1 << 20
  /// Cells of one sheet; shared strings of the workbook.
  var cells = 5_000_000
  /// Sheets, relationships, styles. Excel's own limit for styles is 65,490.
  var listed = 1 << 16
  /// Bytes of one cell's text. Excel holds 32,767 characters.
  var textBytes = 1 << 20

  static let rows = 1_048_576
  static let columns = 16_384
}
