import CLibEdit
import Glibc

/// Lines that a person types, edited and called back by libedit.
struct EditedLines: LineSource {
  init() {
    // libedit takes Chinese characters for what they are only in a UTF-8 locale.
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    using_history()
  }

  mutating func next(prompt: String) -> InputLine? {
    guard let line = readline(prompt) else { return nil }
    defer { free(line) }
    let bytes = UnsafeBufferPointer(start: line, count: strlen(line)).map { UInt8(bitPattern: $0) }
    guard let text = String(validating: bytes, as: UTF8.self) else { return .notText }
    if !text.isEmpty { add_history(text) }
    return .text(text)
  }
}
