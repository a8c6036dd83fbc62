import GRDB
import KaoheScoring

/// Why a copy that is sound in itself can't be merged. Nothing was changed.
struct MergeRefusal {
  let file: String

  func otherRules(_ codes: [String]) throws {
    if codes.isEmpty { return }
    throw StoreError(
      "other-rules",
      Bilingual(
        "\(file) 里的细则 \(codes.joined(separator: "、")) 与本库的代码相同而内容不同",
        en: "\(file) has other contents for the rule set \(codes.joined(separator: ", "))"),
      hint: Bilingual("改动后的细则要用新的代码导入", en: "changed rules take a new code"))
  }

  func contradictions(_ found: [String]) throws {
    if found.isEmpty { return }
    throw StoreError(
      "changed-facts",
      Bilingual(
        "\(file) 与本库的同一条记录内容不同：\(found.joined(separator: "；"))",
        en: "\(file) holds other contents of the same record: \(found.joined(separator: "; "))"),
      hint: Bilingual(
        "用别的程序改过，或同一副本复制成两份分别使用了；每组各用 `kaohe field checkout` 签出",
        en: "it was changed with another program, or one copy was copied and used twice; check out one for each group"))
  }

  func unreadable(_ problems: [Bilingual]) throws {
    if problems.isEmpty { return }
    throw StoreError(
      "unreadable-observations",
      Bilingual(
        "\(file) 有无法识别的记录：\(problems.map(\.chinese).joined(separator: "；"))",
        en: "\(file) has observations that can't be read: \(problems.map(\.english).joined(separator: "; "))"),
      hint: Bilingual("在该副本里更正后再合并", en: "correct them in that copy, then merge"))
  }

  func missing(_ found: [(row: String, parent: String)]) throws {
    if found.isEmpty { return }
    throw StoreError(
      "missing-reference",
      Bilingual(
        "合并 \(file) 后，有记录引用的对象不存在：" + found.map { "\($0.row) → \($0.parent)" }.joined(separator: "；"),
        en: "with \(file) merged, what records refer to is missing: "
          + found.map { "\($0.row) → \($0.parent)" }.joined(separator: "; ")),
      hint: Bilingual(
        "一方删除了它或改了它的代码，在那一方补上后再合并", en: "one side deleted it or corrected its code; enter it again there, then merge"))
  }

  func unfit(_ error: DatabaseError) -> StoreError {
    let text = error.message ?? "\(error.resultCode)"
    return StoreError(
      "unfit-row", Bilingual("\(file) 有不合规定的记录（\(text)）", en: "\(file) has a row that does not fit (\(text))"),
      hint: Bilingual("它是用别的程序写的；在该副本里更正后再合并", en: "another program wrote it; correct it in that copy, then merge"))
  }
}
