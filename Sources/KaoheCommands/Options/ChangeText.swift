import KaoheReports
import KaoheScoring
import KaoheStore

/// What was stored, in words: `新增：记录 4、更正 1；更新：试点企业 1`, `new: 4 observations, …; changed: …`.
func changeText(_ changes: [(table: String, change: ImportSummary.Change)]) -> Bilingual {
  let parts: [(Bilingual, KeyPath<ImportSummary.Change, Int>)] = [
    (Bilingual("新增", en: "new"), \.inserted), (Bilingual("更新", en: "changed"), \.updated),
    (Bilingual("删除", en: "removed"), \.removed),
  ]
  let texts = parts.compactMap { name, count in
    TableWord.counted(changes.map { ($0.table, $0.change[keyPath: count]) }).map {
      Bilingual("\(name.chinese)：\($0.chinese)", en: "\(name.english): \($0.english)")
    }
  }
  // Of versions alone, people see nothing: a decision that was taken elsewhere comes in.
  if texts.isEmpty { return Bilingual("只更新了修改历史", en: "only the history of changes is new") }
  return Bilingual(texts.map(\.chinese).joined(separator: "；"), en: texts.map(\.english).joined(separator: "; "))
}
