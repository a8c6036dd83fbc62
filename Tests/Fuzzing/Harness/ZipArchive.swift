import CLibZip
import Glibc

/// The parts of an archive, read, and written again after they were changed.
enum ZipArchive {
  static func read(_ path: String) throws -> [(name: String, bytes: [UInt8])] {
    var reason: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &reason) else { throw FuzzFinding("no archive: \(reason)") }
    defer { zip_discard(archive) }
    return try (0..<zip_get_num_entries(archive, 0)).map { index in
      var status = zip_stat_t()
      guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0,
        let file = zip_fopen_index(archive, zip_uint64_t(index), 0)
      else { throw FuzzFinding("no part \(index)") }
      defer { zip_fclose(file) }
      var bytes = [UInt8](repeating: 0, count: Int(status.size))
      guard zip_fread(file, &bytes, status.size) == bytes.count else { throw FuzzFinding("part \(index) ends early") }
      return (String(cString: status.name), bytes)
    }
  }

  static func write(_ parts: [(name: String, bytes: [UInt8])], to path: String) throws {
    var reason: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &reason) else {
      throw FuzzFinding("can't write: \(reason)")
    }
    for part in parts {
      // libzip frees it, but not where it is empty.
      let copy = part.bytes.isEmpty ? nil : malloc(part.bytes.count)
      copy?.copyMemory(from: part.bytes, byteCount: part.bytes.count)
      guard let source = zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1),
        zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8)) >= 0
      else { throw FuzzFinding("can't write \(part.name)") }
    }
    guard zip_close(archive) == 0 else { throw FuzzFinding("can't write the archive") }
  }
}
