import Foundation

/// The files of the project, wherever it was cloned to.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// - Parameter path: from the root of the repository.
  static func url(_ path: String) -> URL { root.appending(path: path) }

  static func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

  /// Paths of the files in a folder and in its subfolders, sorted.
  ///
  /// - Parameter extensions: how their names end, e.g. `swift`.
  static func files(in folder: String, extensions: Set<String>) -> [String] {
    guard let found = FileManager.default.enumerator(atPath: url(folder).path) else { return [] }
    return found.compactMap { $0 as? String }
      .filter { extensions.contains(URL(filePath: $0).pathExtension) }
      .map { folder + "/" + $0 }
      .sorted()
  }

  /// Names of what is in a folder, sorted; hidden files are left out.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(folder).path).filter { !$0.hasPrefix(".") }.sorted()
  }
}

extension String {
  /// Whatever they end with; CR LF is one character.
  var lines: [String] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
  }
}
