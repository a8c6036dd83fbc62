import CLibCSV
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

  /// The most that one cell may hold.
  static let cellLimit = 1 << 20

  /// One row. Valid only during the call that hands it out.
  struct Row {
    /// Where the row begins.
    let line: Int
    let cells: [Cell]
  }

  struct Cell {
    let text: String
    let isValid: Bool

    /// Whether it can't be read only because of a NUL character. UTF-16 has them, too, mostly beside what is no UTF-8.
    var holdsNUL: Bool { !isValid && text.utf8.contains(0) && !text.unicodeScalars.contains("\u{FFFD}") }
  }

  /// Calls `onRow` for the header and every row; empty lines are passed over.
  ///
  /// - Parameters:
  ///   - onProgress: called now and then with the number of bytes read.
  ///   - onRow: returns false to stop.
  /// - Returns: a problem that ended the reading early, if there was one.
  func read(onProgress: (Int) -> Void = { _ in }, onRow: (Row) throws -> Bool) throws -> InputProblem? {
    var status = stat()
    // To open a pipe would wait for ever for somebody to write to it; a device may never end.
    if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      return InputProblem(
        "unreadable-file", file: name, Bilingual("不是普通文件", en: "is no ordinary file"))
    }
    guard let file = fopen(path, "rb") else { return unreadable() }
    defer { fclose(file) }
    return try withoutActuallyEscaping(onRow) { onRow in
      let collector = RowCollector(onRow: onRow)
      var parser = csv_parser()
      csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
      csv_set_blk_size(&parser, 4096)
      csv_set_realloc_func(&parser) { buffer, size in size > CSVReader.cellLimit ? nil : realloc(buffer, size) }
      defer { csv_free(&parser) }
      let context = Unmanaged.passUnretained(collector).toOpaque()
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      var total = 0
      while !collector.isStopped {
        var count = fread(&buffer, 1, buffer.count, file)
        if count == 0 {
          if ferror(file) != 0 { return unreadable() }
          break
        }
        var start = 0
        if total == 0, count >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF {
          start = 3
          collector.isFromSpreadsheet = true
        }
        total += count
        count -= start
        let parsed = buffer.withUnsafeBytes { bytes in
          csv_parse(&parser, bytes.baseAddress.map { $0 + start }, count, takeCell, takeRowEnd, context)
        }
        if parsed < count, !collector.isStopped { return failure(&parser, collector) }
        if collector.isTooLarge { return failure(&parser, collector) }
        onProgress(total)
      }
      if !collector.isStopped, csv_fini(&parser, takeCell, takeRowEnd, context) != 0 {
        return failure(&parser, collector)
      }
      if let error = collector.error { throw error }
      if collector.isTooLarge { return failure(&parser, collector) }
      if !collector.hasRows {
        return InputProblem(
          "empty-file", file: name, line: 1,
          Bilingual("文件是空的，应有一行列名", en: "the file is empty; expected a row of column names"))
      }
      return nil
    }
  }

  private func unreadable() -> InputProblem {
    let reason = String(cString: strerror(errno))
    return InputProblem(
      "unreadable-file", file: name, Bilingual("无法读取：\(reason)", en: "can't be read: \(reason)"))
  }

  private func failure(_ parser: inout csv_parser, _ collector: RowCollector) -> InputProblem {
    let line = collector.line
    if collector.isTooLarge {
      return InputProblem(
        "row-too-large", file: name, line: line,
        Bilingual(
          "从本行开始的一行超过 \(RowCollector.maximumCells) 格或 4 MB",
          en: "the row that begins here has over \(RowCollector.maximumCells) cells or 4 MB"))
    }
    if csv_error(&parser) == CSV_EPARSE {
      return InputProblem(
        "bad-quotes", file: name, line: line,
        Bilingual(
          "从本行开始的一行引号不成对：含引号的单元格应整体加引号，内部引号写两个",
          en: "the row that begins here has unbalanced quotes: quote the whole cell, and double a quote inside it"))
    }
    return InputProblem(
      "cell-too-large", file: name, line: line,
      Bilingual(
        "从本行开始的一行有单元格超过 1 MB，可能漏了引号", en: "the row that begins here has a cell of over 1 MB; is a quote missing?"))
  }
}

/// Gathers the cells of a row from libcsv's callbacks and hands the row out at its end.
private final class RowCollector {
  private let onRow: (CSVReader.Row) throws -> Bool
  private var cells: [CSVReader.Cell] = []
  private(set) var isStopped = false
  private(set) var hasRows = false
  private(set) var error: (any Error)?
  /// Where the current row begins.
  private(set) var line = 1
  private var breaks = 0
  private var lastTerminator: Int32 = 0
  private var size = 0
  /// Whether the file begins with a byte order mark, as those for spreadsheets do: texts are guarded in them.
  var isFromSpreadsheet = false
  /// Whether the row has more cells or bytes than any row of ours.
  private(set) var isTooLarge = false

  static let maximumCells = 1000
  static let maximumBytes = 4 << 20

  init(onRow: @escaping (CSVReader.Row) throws -> Bool) { self.onRow = onRow }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    lastTerminator = 0
    size += bytes.count
    if cells.count == Self.maximumCells || size > Self.maximumBytes {
      isTooLarge = true
      isStopped = true
    }
    if isStopped { return }
    for (position, byte) in bytes.enumerated() {
      if byte == 10 || byte == 13 && (position + 1 == bytes.count || bytes[position + 1] != 10) { breaks += 1 }
    }
    if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) {
      let plain = isFromSpreadsheet ? text.unguardedFromFormulas : text
      cells.append(CSVReader.Cell(text: plain.composed, isValid: true))
    } else {
      cells.append(CSVReader.Cell(text: String(decoding: bytes, as: UTF8.self), isValid: false))
    }
  }

  /// - Parameter terminator: the character that ended the row; -1 at the end of the file.
  func endRow(_ terminator: Int32) {
    // What is left in the buffer is passed over, and the line stays where it stopped.
    if isStopped { return }
    // CRLF is reported as two ends.
    if terminator == CSV_LF, lastTerminator == CSV_CR {
      lastTerminator = 0
      return
    }
    lastTerminator = terminator
    let row = CSVReader.Row(line: line, cells: cells)
    let isBlank = cells.isEmpty || cells.count == 1 && cells[0].text.isEmpty
    cells.removeAll(keepingCapacity: true)
    line += breaks + (terminator < 0 ? 0 : 1)
    breaks = 0
    size = 0
    if isBlank { return }
    hasRows = true
    do {
      isStopped = try !onRow(row)
    } catch {
      self.error = error
      isStopped = true
    }
  }
}

private func takeCell(_ start: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  let collector = Unmanaged<RowCollector>.fromOpaque(context).takeUnretainedValue()
  let bytes = start?.assumingMemoryBound(to: UInt8.self)
  collector.take(UnsafeBufferPointer(start: bytes, count: count))
}

private func takeRowEnd(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<RowCollector>.fromOpaque(context).takeUnretainedValue().endRow(terminator)
}
