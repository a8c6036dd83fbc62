import Foundation
import KaoheScoring

/// The files below a folder, by name and size; each is read at most once, and only where it may be one of the register.
///
/// Symbolic links are passed over, so that nothing outside the folder is looked at, and nothing twice.
final class EvidenceFolder {
  struct File {
    /// From the folder on.
    var path: String
    var name: String
    var size: Int
  }

  private let root: String
  private(set) var files: [File] = []
  private var hashes: [String: String] = [:]

  /// - Throws: `StoreError` where the folder, or one below it, can't be read: what it may hold must not be said to be
  ///   missing.
  init(_ folder: String) throws {
    root = folder
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw StoreError("no-folder", Bilingual("打不开文件夹 \(folder)", en: "can't open the folder \(folder)"))
    }
    try list("")
    files.sort { $0.path < $1.path }
  }

  private func list(_ below: String) throws {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: below.isEmpty ? root : root + "/" + below)
    } catch {
      throw StoreError(
        "no-folder", Bilingual("打不开文件夹 \(root)/\(below)", en: "can't open the folder \(root)/\(below)"),
        hint: Bilingual("检查权限", en: "check its permissions"))
    }
    for name in names {
      let path = below.isEmpty ? name : below + "/" + name
      var status = stat()
      guard lstat(root + "/" + path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try list(path)
      case S_IFREG: files.append(File(path: path, name: name.composed, size: Int(status.st_size)))
      default: continue
      }
    }
  }

  func sha256(of file: File) throws -> String {
    if let known = hashes[file.path] { return known }
    let hash = try EvidenceFile(root + "/" + file.path, followsLinks: false).sha256
    hashes[file.path] = hash
    return hash
  }
}
