import Glibc

/// A file that is written in one go.
struct TextFile {
  private let path: String

  init(_ path: String) { self.path = path }

  func write(_ bytes: [UInt8]) throws(GeneratorError) {
    guard let file = fopen(path, "we") else {
      throw GeneratorError("can't write \(path): \(String(cString: strerror(errno)))")
    }
    let count = fwrite(bytes, 1, bytes.count, file)
    if fclose(file) != 0 || count < bytes.count {
      throw GeneratorError("can't write \(path): \(String(cString: strerror(errno)))")
    }
  }
}
