import CLibZip
import KaoheScoring

/// The bytes of one part, inflated as they are asked for.
final class ArchiveStream {
  /// The part's name.
  let part: String
  /// Why the reading ended before the part did.
  private(set) var problem: WorkbookProblem?

  private let archive: Archive
  private let file: OpaquePointer
  private let promised: UInt64
  private var count: UInt64 = 0

  init(_ entry: Archive.Entry, of archive: Archive) throws(WorkbookProblem) {
    guard let file = zip_fopen_index(archive.handle, entry.index, 0) else {
      throw ArchiveStream.damaged(entry.name)
    }
    self.archive = archive
    self.file = file
    part = entry.name.excerpt
    promised = entry.size
  }

  deinit { zip_fclose(file) }

  /// - Returns: the number of bytes; 0 at the end, -1 where there is a `problem`.
  ///
  /// What is really there is counted: limits were checked against the directory, which can lie.
  func read(into buffer: UnsafeMutableRawPointer, _ capacity: Int) -> Int {
    if problem != nil { return -1 }
    let read = zip_fread(file, buffer, UInt64(capacity))
    if read < 0 {
      problem = ArchiveStream.damaged(part)
      return -1
    }
    count += UInt64(read)
    if count > promised {
      problem = .wrongSize(part)
      return -1
    }
    return Int(read)
  }

  private static func damaged(_ part: String) -> WorkbookProblem {
    .damaged(Bilingual("部件“\(part.excerpt)”无法读取", en: "the part “\(part.excerpt)” can't be read"))
  }
}
