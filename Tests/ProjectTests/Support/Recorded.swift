import Foundation
import Testing

/// Files that tests write when they are told to, and compare with otherwise.
enum Recorded {
  static var isRecording: Bool { ProcessInfo.processInfo.environment["KAOHE_RECORD"] == "1" }

  /// Expects a file to hold a text. With KAOHE_RECORD=1 it is written, and the test fails so that nobody forgets it.
  ///
  /// - Parameter hint: what to do where they differ.
  static func expect(
    _ path: String, toBe text: String, _ hint: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if isRecording {
      try Data(text.utf8).write(to: Repository.url(path))
      Issue.record("recorded \(path); run again without KAOHE_RECORD", sourceLocation: sourceLocation)
      return
    }
    let known = Repository.exists(path) ? try Repository.text(path) : ""
    if known == text { return }
    let (old, new) = (known.lines, text.lines)
    let line = zip(old, new).prefix { $0 == $1 }.count
    Issue.record(
      "\(path):\(line + 1) is “\(old.dropFirst(line).first ?? "")”, expected “\(new.dropFirst(line).first ?? "")”",
      sourceLocation: sourceLocation)
    Issue.record(hint, sourceLocation: sourceLocation)
  }
}
