import CLibXML2

/// Feeds a part to libxml2, and sees how much of it waits to be parsed.
///
/// libxml2 parses a start tag once it is complete, and compares each of its attributes with all others: a tag of
/// megabytes would take hours. Long texts are parsed as they come, and have a limit elsewhere.
final class PartInput {
  let stream: ArchiveStream
  /// Set once there is one: the first bytes are read while it is made.
  var reader: xmlTextReaderPtr?
  private(set) var problem: WorkbookProblem?
  private var count = 0

  /// The longest tag, comment or declaration. What programs save stays below a few thousand bytes, but for lists of
  /// ranges.
  private static let longestToken = 1 << 17

  init(_ stream: ArchiveStream) { self.stream = stream }

  /// - Returns: the number of bytes; 0 at the end, -1 where there is a `problem`.
  func read(into buffer: UnsafeMutableRawPointer, _ capacity: Int) -> Int {
    if problem != nil { return -1 }
    if let reader, count - max(0, Int(xmlTextReaderByteConsumed(reader))) > Self.longestToken {
      problem = .unusualXML(stream.part)
      return -1
    }
    let read = stream.read(into: buffer, capacity)
    problem = stream.problem
    count += max(0, read)
    return read
  }
}
