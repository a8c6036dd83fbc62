import Foundation
import KaoheScoring

/// The files below a folder, by name and size; each is read at most once, and only where it may be one of the register.
///
/// Symbolic links are passed over, so that nothing outside the folder is looked at, and nothing twice.
final class EvidenceFolder {
  struct File {
    /// From the folder on, as it is shown.
    var path: String
    var name: String
    var size: Int
    /// The whole path to the byte, with a 0 at its end: a name that Windows packed need not be UTF-8.
    fileprivate var place: [CChar]
  }

  private let root: String
  private(set) var files: [File] = []
  private var hashes: [[CChar]: String] = [:]

  /// - Throws: `StoreError` where the folder, or one below it, can't be read: what it may hold must not be said to be
  ///   missing.
  init(_ folder: String) throws {
    root = folder
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw StoreError("no-folder", Bilingual("打不开文件夹 \(folder)", en: "can't open the folder \(folder)"))
    }
    try list(Array(folder.utf8CString), shown: "")
    files.sort { $0.path < $1.path }
  }

  private func list(_ place: [CChar], shown: String) throws {
    for name in try names(in: place, shown: shown) {
      let inner = place.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name + [0]
      let text = String(decoding: name.map(UInt8.init(bitPattern:)), as: UTF8.self)
      let path = shown.isEmpty ? text : shown + "/" + text
      var status = stat()
      guard lstat(inner, &status) == 0 else {
        // Somebody may have taken it away in the meantime.
        if errno == ENOENT { continue }
        throw unreadable(path)
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try list(inner, shown: path)
      case S_IFREG:
        files.append(File(path: path, name: text.composed, size: Int(status.st_size), place: inner))
      default: continue
      }
    }
  }

  /// Names in a folder, without the 0 at their ends.
  private func names(in place: [CChar], shown: String) throws -> [[CChar]] {
    guard let folder = opendir(place) else { throw unreadable(shown) }
    defer { closedir(folder) }
    var names: [[CChar]] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      // The structure's own type has room for more than an entry of a folder takes.
      let text = UnsafeRawPointer(entry).advanced(by: Self.nameOffset).assumingMemoryBound(to: CChar.self)
      let name = Array(UnsafeBufferPointer(start: text, count: strlen(text)))
      if name != Self.itself, name != Self.itself + Self.itself { names.append(name) }
    }
    if errno != 0 { throw unreadable(shown) }
    return names
  }

  private static let itself = [CChar(bitPattern: UInt8(ascii: "."))]
  private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0

  private func unreadable(_ shown: String) -> StoreError {
    StoreError(
      "no-folder", Bilingual("打不开文件夹 \(root)/\(shown)", en: "can't open the folder \(root)/\(shown)"),
      hint: Bilingual("检查权限", en: "check its permissions"))
  }

  func sha256(of file: File) throws -> String {
    if let known = hashes[file.place] { return known }
    let hash = try EvidenceFile(place: file.place, shown: root + "/" + file.path, followsLinks: false).sha256
    hashes[file.place] = hash
    return hash
  }
}
