import CLibCSV
import Foundation
import KaoheScoring

/// Parses a CSV file by libcsv, some rows at a time.
///
/// It is used by one thread at a time.
final class CSVParser: @unchecked Sendable {
  /// The file's name in problems.
  private let name: String
  private let file: UnsafeMutablePointer<FILE>
  private let parser: UnsafeMutablePointer<csv_parser>
  private var buffer: [UInt8]
  /// How many bytes a batch holds, about.
  private let batchSize: Int
  /// What is being filled.
  private var batch = CSVBatch()
  private var isAtEnd = false
  private var hasRows = false
  private var done = 0
  /// Where the current row begins.
  private var line = 1
  private var breaks = 0
  private var lastTerminator: Int32 = 0
  private var size = 0
  /// Whether the file begins with a byte order mark, as those for spreadsheets do: texts are guarded in them.
  private var isFromSpreadsheet = false
  /// Whether the row has more cells or bytes than any row of ours.
  private var isTooLarge = false

  static let maximumCells = 1000
  static let maximumBytes = 4 << 20

  /// - Parameter file: open for reading; the parser closes it.
  init(_ file: UnsafeMutablePointer<FILE>, name: String, _ portions: CSVReader.Portions) {
    self.file = file
    self.name = name
    buffer = [UInt8](repeating: 0, count: portions.buffer)
    batchSize = portions.batch
    parser = .allocate(capacity: 1)
    csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    csv_set_blk_size(parser, 4096)
    csv_set_realloc_func(parser) { buffer, size in size > CSVReader.cellLimit ? nil : realloc(buffer, size) }
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
    fclose(file)
  }

  /// The next rows; nil behind the last ones. Nothing of a batch is touched here once it is handed out: another thread
  /// may read it then.
  func next() -> CSVBatch? {
    if isAtEnd { return nil }
    while !isAtEnd, batch.byteCount < batchSize {
      if let problem = readOn() {
        batch.problem = problem
        isAtEnd = true
      }
    }
    let full = batch
    full.done = done
    batch = CSVBatch(capacity: isAtEnd ? 0 : batchSize + 2 * buffer.count)
    full.moveUnfinishedRow(to: batch)
    return full
  }

  /// Parses the next bytes of the file.
  private func readOn() -> InputProblem? {
    let context = Unmanaged.passUnretained(self).toOpaque()
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 {
      isAtEnd = true
      if ferror(file) != 0 { return CSVReader.unreadable(name) }
      if csv_fini(parser, takeCell, takeRowEnd, context) != 0 || isTooLarge { return failure }
      return hasRows ? nil : CSVReader.empty(name)
    }
    if done == 0 { isFromSpreadsheet = buffer.prefix(count).starts(with: [0xEF, 0xBB, 0xBF]) }
    let start = done == 0 && isFromSpreadsheet ? 3 : 0
    done += count
    let parsed = buffer.withUnsafeBytes { bytes in
      csv_parse(parser, bytes.baseAddress.map { $0 + start }, count - start, takeCell, takeRowEnd, context)
    }
    return parsed < count - start || isTooLarge ? failure : nil
  }

  // MARK: What libcsv finds

  fileprivate func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    lastTerminator = 0
    size += bytes.count
    if batch.cellCount == Self.maximumCells || size > Self.maximumBytes { isTooLarge = true }
    // What is left in the buffer is passed over, and the line stays where it stopped.
    if isTooLarge { return }
    for (position, byte) in bytes.enumerated() where byte <= 13 {
      if byte == 10 || byte == 13 && (position + 1 == bytes.count || bytes[position + 1] != 10) { breaks += 1 }
    }
    if !isFromSpreadsheet, bytes.allSatisfy({ 0 < $0 && $0 < 0x80 }) {
      batch.add(cell: bytes)
    } else if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) {
      batch.add(cell: (isFromSpreadsheet ? text.unguardedFromFormulas : text).composed.utf8)
    } else {
      batch.add(cell: String(decoding: bytes, as: UTF8.self).utf8, isValid: false)
    }
  }

  /// - Parameter terminator: the character that ended the row; -1 at the end of the file.
  fileprivate func endRow(_ terminator: Int32) {
    if isTooLarge { return }
    // CRLF is reported as two ends.
    if terminator == CSV_LF, lastTerminator == CSV_CR {
      lastTerminator = 0
      return
    }
    lastTerminator = terminator
    if batch.cellCount == 0 || batch.cellCount == 1 && size == 0 {
      batch.dropRow()
    } else {
      batch.endRow(line: line)
      hasRows = true
    }
    line += breaks + (terminator < 0 ? 0 : 1)
    (breaks, size) = (0, 0)
  }

  private var failure: InputProblem {
    if isTooLarge {
      return InputProblem(
        "row-too-large", file: name, line: line,
        Bilingual(
          "从本行开始的一行超过 \(Self.maximumCells) 格或 4 MB",
          en: "the row that begins here has over \(Self.maximumCells) cells or 4 MB"))
    }
    if csv_error(parser) == CSV_EPARSE {
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

private func takeCell(_ start: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  let bytes = start?.assumingMemoryBound(to: UInt8.self)
  Unmanaged<CSVParser>.fromOpaque(context).takeUnretainedValue().take(UnsafeBufferPointer(start: bytes, count: count))
}

private func takeRowEnd(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<CSVParser>.fromOpaque(context).takeUnretainedValue().endRow(terminator)
}
