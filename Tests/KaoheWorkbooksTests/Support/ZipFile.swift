import CLibZip
import Foundation
import Testing

/// Writes zip archives as no workbook program would, and changes what their directories say.
enum ZipFile {
  static func write(_ parts: [(name: String, text: String)], to path: String) throws {
    var reason: Int32 = 0
    let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &reason))
    for part in parts {
      let bytes = Array(part.text.utf8)
      // libzip frees it, but not where it is empty.
      let copy = bytes.isEmpty ? nil : malloc(bytes.count)
      copy?.copyMemory(from: bytes, byteCount: bytes.count)
      let source = try #require(zip_source_buffer(archive, copy, UInt64(bytes.count), 1))
      try #require(zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8)) >= 0)
    }
    try #require(zip_close(archive) == 0)
  }

  /// Changes the header of a part in the directory, and the one before its bytes.
  static func patch(_ path: String, part: String, _ change: (inout Header) -> Void) throws {
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    for (signature, layout) in [
      ([0x50, 0x4B, 1, 2] as [UInt8], Layout.directory), ([0x50, 0x4B, 3, 4], .local),
    ] {
      for start in 0..<bytes.count - 46 where Array(bytes[start..<start + 4]) == signature {
        let name = start + layout.name
        guard name + part.utf8.count <= bytes.count,
          bytes[name..<name + part.utf8.count].elementsEqual(part.utf8)
        else { continue }
        var header = Header(bytes: bytes, start: start, layout: layout)
        change(&header)
        bytes = header.bytes
      }
    }
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// Where a header has its fields.
  struct Layout {
    let flags, method, size, name: Int

    static let directory = Layout(flags: 8, method: 10, size: 24, name: 46)
    static let local = Layout(flags: 6, method: 8, size: 22, name: 30)
  }

  struct Header {
    fileprivate(set) var bytes: [UInt8]
    fileprivate let start: Int
    fileprivate let layout: Layout

    mutating func setEncrypted() { bytes[start + layout.flags] |= 1 }

    mutating func setMethod(_ method: UInt8) { bytes[start + layout.method] = method }

    mutating func setSize(_ size: UInt32) {
      for byte in 0..<4 {
        bytes[start + layout.size + byte] = UInt8(truncatingIfNeeded: size >> (8 * UInt32(byte)))
      }
    }
  }
}
