import Foundation
import KaoheScoring

extension StoreError {
  /// A file or folder that can't be written.
  ///
  /// - Parameter reason: `errno`, as the call that failed left it.
  public static func cannotWrite(_ path: String, _ reason: Int32) -> StoreError {
    if reason == ENOSPC || reason == EDQUOT { return diskFull(path) }
    let text = String(cString: strerror(reason))
    let hint =
      reason == EFBIG
      ? Bilingual("放宽文件大小的限制（ulimit -f），或腾出空间后重试", en: "raise the limit of file sizes (ulimit -f), or make room")
      : Bilingual("检查路径和权限", en: "check the path and its permissions")
    return StoreError(
      "cannot-write", Bilingual("写不了 \(path)：\(text)", en: "can't write \(path): \(text)"), hint: hint)
  }

  /// A file or folder that has no room.
  static func diskFull(_ path: String) -> StoreError {
    StoreError(
      "disk-full", Bilingual("磁盘已满，没有写成 \(path)", en: "the disk is full; \(path) was not made"),
      hint: Bilingual("腾出空间，或写到别处", en: "make room, or write it elsewhere"))
  }

  /// A file or folder that another process is writing.
  static func beingMade(_ path: String) -> StoreError {
    StoreError(
      "being-made", Bilingual("另一个 kaohe 正在写 \(path)", en: "another kaohe is making \(path)"),
      hint: Bilingual("等它结束，或换一个名字", en: "wait until it has finished, or choose another name"))
  }
}
