import Foundation
import KaoheScoring

/// Streams a CSV file (RFC 4180, UTF-8, a BOM allowed) row by row, in constant memory.
///
/// Reports what is wrong with the file as such: its encoding, quotes, oversized cells. Line numbers are those of
/// an editor: a quoted cell may hold line breaks.
struct CSVReader {
  let path: String
  /// The file's name in problems.
  let name: String
  var portions = Portions()

  /// How much is read at a time.
  struct Portions {
    /// The size in bytes from which a second thread parses the file.
    var aheadFrom = 1 << 20
    /// How many bytes a batch has, or a few more.
    var batch = 1 << 18
    /// How many bytes are parsed at once.
    var buffer = 1 << 16
  }

  /// The most that one cell may hold.
  static let cellLimit = 1 << 20

  /// Calls `onRow` for the header and every row; empty lines are passed over.
  ///
  /// - Parameters:
  ///   - ahead: looks at some rows before they are handed out, the header first, on the thread that parses.
  ///   - onProgress: called now and then with the number of bytes read.
  ///   - onRow: returns false to stop.
  /// - Returns: a problem that ended the reading early, if there was one.
  func read(
    ahead: (@Sendable (CSVBatch) -> Void)? = nil, onProgress: (Int) -> Void = { _ in },
    onRow: (CSVBatch.Row) throws -> Bool
  ) throws -> InputProblem? {
    var status = stat()
    // To open a pipe would wait for ever for somebody to write to it; a device may never end.
    if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      return InputProblem(
        "unreadable-file", file: name, Bilingual("不是普通文件", en: "is no ordinary file"))
    }
    guard let file = fopen(path, "rb") else { return Self.unreadable(name) }
    let parser = CSVParser(file, name: name, portions)
    let next: @Sendable () -> CSVBatch? = {
      let batch = parser.next()
      if let batch { ahead?(batch) }
      return batch
    }
    guard status.st_size >= portions.aheadFrom else { return try handOut(next, onProgress, onRow) }
    let reading = ReadAhead(next)
    defer { reading.stop() }
    return try handOut(reading.next, onProgress, onRow)
  }

  private func handOut(
    _ next: () -> CSVBatch?, _ onProgress: (Int) -> Void, _ onRow: (CSVBatch.Row) throws -> Bool
  ) throws -> InputProblem? {
    while let batch = next() {
      for row in 0..<batch.rowCount where try !onRow(batch[row]) { return nil }
      if let problem = batch.problem { return problem }
      onProgress(batch.done)
    }
    return nil
  }

  static func unreadable(_ name: String) -> InputProblem {
    let reason = String(cString: strerror(errno))
    return InputProblem(
      "unreadable-file", file: name, Bilingual("无法读取：\(reason)", en: "can't be read: \(reason)"))
  }

  static func empty(_ name: String) -> InputProblem {
    InputProblem(
      "empty-file", file: name, line: 1,
      Bilingual("文件是空的，应有一行列名", en: "the file is empty; expected a row of column names"))
  }
}
