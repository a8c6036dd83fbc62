import Glibc
import KaoheReports
import KaoheScoring
import KaoheStore

/// Shows how far an import has come, on standard error, where that is a terminal.
final class ProgressBar {
  private let language: Language
  private var shown = ""
  private var next = timespec()

  init(language: Language) { self.language = language }

  func show(_ progress: ImportProgress) {
    guard Terminal.isError, isDue(progress) else { return }
    let name = TerminalText.escaped(progress.file)
    let text: String
    if progress.of == 0 {
      text = Bilingual("重算 \(name)…", en: "computing \(name)…").text(in: language)
    } else {
      let percent = min(100, progress.done * 100 / progress.of)
      let bar = String(repeating: "█", count: percent / 5) + String(repeating: "░", count: 20 - percent / 5)
      text = "\(name) \(bar) \(percent)%"
    }
    guard text != shown else { return }
    shown = text
    write("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  /// Small files pass too fast to be shown.
  private func isDue(_ progress: ImportProgress) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    if next.tv_sec == 0 { next = now.later(milliseconds: 200) }
    guard (now.tv_sec, now.tv_nsec) >= (next.tv_sec, next.tv_nsec) else { return false }
    next = now.later(milliseconds: 100)
    return true
  }

  func clear() {
    if !shown.isEmpty { write("\r\u{1B}[K", to: STDERR_FILENO) }
    shown = ""
  }
}

extension timespec {
  fileprivate func later(milliseconds: Int) -> timespec {
    let total = tv_nsec + milliseconds * 1_000_000
    return timespec(tv_sec: tv_sec + total / 1_000_000_000, tv_nsec: total % 1_000_000_000)
  }
}
