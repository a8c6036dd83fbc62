import CLibZip
import KaoheScoring

/// Changes the XML of a workbook that was written: for cells that no form of ours has.
enum WorkbookPatch {
  struct Failure: Error { let what: String }

  /// - Parameter change: of the text of a part.
  static func apply(_ path: String, part: String, _ change: (String) -> String) throws {
    var reason: Int32 = 0
    guard let archive = zip_open(path, 0, &reason) else { throw Failure(what: "open \(reason)") }
    let index = zip_name_locate(archive, part, 0)
    var status = zip_stat_t()
    guard index >= 0, zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0,
      let file = zip_fopen_index(archive, zip_uint64_t(index), 0)
    else { throw Failure(what: part) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let count = zip_fread(file, &bytes, status.size)
    zip_fclose(file)
    guard count == bytes.count else { throw Failure(what: "read") }
    let old = String(decoding: bytes, as: UTF8.self)
    let new = change(old)
    guard new != old else { throw Failure(what: "nothing was changed") }
    try Array(new.utf8).withUnsafeBytes { buffer in
      guard let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(buffer.count), 0),
        zip_file_replace(archive, zip_uint64_t(index), source, 0) == 0, zip_close(archive) == 0
      else { throw Failure(what: "write") }
    }
  }

  /// Gives a cell of the visible sheet another content: the XML between `<c r="K12" …>` and `</c>`, and its type.
  static func setCell(_ path: String, _ cell: String, _ content: String, type: String?, style: Int? = nil) throws {
    try apply(path, part: "xl/worksheets/sheet1.xml") { xml in
      guard let start = xml.range(of: "<c r=\"\(cell)\"") else { return xml }
      let rest = xml[start.upperBound...]
      guard let close = rest.firstIndex(of: ">") else { return xml }
      let isEmpty = rest[..<close].last == "/"
      let end = isEmpty ? rest.index(after: close) : (rest.range(of: "</c>")?.upperBound ?? rest.endIndex)
      let attributes = (type.map { " t=\"\($0)\"" } ?? "") + (style.map { " s=\"\($0)\"" } ?? "")
      return xml[..<start.upperBound] + attributes + ">" + content + "</c>" + xml[end...]
    }
  }
}

extension StringProtocol {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
