import KaoheScoring

extension CSVTable {
  /// Reads a file of this form and hands out every row that can be read; what can't is reported.
  ///
  /// - Parameters:
  ///   - ahead: looks at some rows before they are handed out, the header first, on a thread of its own if the file is
  ///     large.
  ///   - onProgress: called now and then with the number of bytes read.
  func read(
    _ path: String, _ problems: ProblemCollector, _ portions: CSVReader.Portions = .init(),
    ahead: (@Sendable (CSVBatch) -> Void)? = nil, onProgress: (Int) -> Void = { _ in },
    _ body: (CSVRecord) throws -> Void
  ) throws {
    var layout: Layout?
    let reader = CSVReader(path: path, name: file, portions: portions)
    let failure = try reader.read(ahead: ahead, onProgress: onProgress) { row in
      guard let known = layout else {
        layout = self.layout(of: row, problems)
        return layout != nil
      }
      if isWellFormed(row, known) {
        try body(CSVRecord(row, known))
      } else {
        problems.unreadableFiles.insert(file)
      }
      return true
    }
    if let failure { problems.add(failure) }
    if failure != nil || layout == nil { problems.unreadableFiles.insert(file) }
  }

  /// What is wrong with a row whose key an earlier one has.
  static func repetition(ofLine line: Int) -> Bilingual {
    Bilingual("与第 \(line) 行重复，同一文件中每个键只能有一行", en: "has the same key as line \(line); a key stands once in a file")
  }
}
