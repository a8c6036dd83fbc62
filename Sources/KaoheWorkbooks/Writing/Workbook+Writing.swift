import CLibXLSXWriter
import Glibc

extension Workbook {
  /// Writes the file, or nothing: it is made beside its place as `path.part`, synced, and moved there.
  ///
  /// A file that stands there already is replaced. Everything that Excel would refuse is checked before.
  public func write(to path: String) throws(WorkbookProblem) {
    try check()
    let part = path + ".part"
    // libxlsxwriter tells reasons on the error output only; so find them out here.
    let file = Glibc.open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if file < 0 { throw .unwritable(systemReason(errno)) }
    close(file)
    do throws(WorkbookProblem) {
      try writeContents(to: part)
      try sync(part)
      if rename(part, path) != 0 { throw .unwritable(systemReason(errno)) }
    } catch {
      unlink(part)
      throw error
    }
  }

  private func writeContents(to path: String) throws(WorkbookProblem) {
    guard let workbook = workbook_new(path) else { throw .failed(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    do {
      try fill(workbook)
    } catch {
      lxw_workbook_free(workbook)
      throw error
    }
    // Frees the workbook, also where it fails.
    try succeeded(workbook_close(workbook))
  }

  private func fill(_ workbook: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookProblem) {
    if let created {
      var properties = lxw_doc_properties()
      properties.created = time_t(created)
      try succeeded(workbook_set_properties(workbook, &properties))
    }
    let formats = StyleFormats(workbook)
    var hasActive = false
    for sheet in sheets {
      guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
        throw .failed(LXW_ERROR_MEMORY_MALLOC_FAILED)
      }
      try SheetWriter(worksheet, formats).write(sheet)
      if !sheet.isHidden, !hasActive {
        hasActive = true
        worksheet_activate(worksheet)
        worksheet_set_first_sheet(worksheet)
      }
    }
  }

  private func sync(_ path: String) throws(WorkbookProblem) {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { throw .unwritable(systemReason(errno)) }
    defer { close(file) }
    if fsync(file) != 0 { throw .unwritable(systemReason(errno)) }
  }
}

/// Everything is checked before; what libxlsxwriter still refuses is a lack of memory or disk.
func succeeded(_ result: lxw_error) throws(WorkbookProblem) {
  if result != LXW_NO_ERROR { throw .failed(result) }
}
