import CLibXLSXWriter

/// The formats of a workbook, one for each style that is used.
final class StyleFormats {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  func format(_ style: CellStyle) throws(WorkbookProblem) -> UnsafeMutablePointer<lxw_format> {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(workbook) else {
      throw .failed(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    apply(style, to: format)
    formats[style] = format
    return format
  }

  /// The built-in format `@`. Written out, it would be one of the file's own, and not the “text” of the menus.
  private static let text: UInt8 = 49

  private func apply(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, CellStyle.fontName)
    format_set_font_size(format, style.fontSize)
    if style.isBold { format_set_bold(format) }
    let alignment =
      switch style.alignment {
      case .left: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      }
    format_set_align(format, UInt8(alignment.rawValue))
    let vertical =
      style.verticalAlignment == .top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
    format_set_align(format, UInt8(vertical.rawValue))
    if style.wraps { format_set_text_wrap(format) }
    if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill)
    }
    if style.isText { format_set_num_format_index(format, StyleFormats.text) }
    if style.isUnlocked { format_set_unlocked(format) }
  }
}
