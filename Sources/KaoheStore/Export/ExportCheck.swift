import GRDB
import KaoheScoring

/// What can't be handed on as records: what awaits a person's decision, and what another program wrote and no import
/// takes, as far as it shows before the rows are read: codes that no file can hold, and references to what is not there.
struct ExportCheck {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func problems() throws -> [StoreError] {
    let conflicts = try ConflictReader(database).all().map { conflict in
      StoreError(
        "open-conflict",
        Bilingual("冲突 \(conflict.name) 待裁定，不能导出", en: "the conflict \(conflict.name) is open and can't be exported"),
        hint: Bilingual(
          "kaohe conflict list 查看，kaohe conflict resolve 裁定",
          en: "see kaohe conflict list, decide with kaohe conflict resolve"))
    }
    return try conflicts + codeProblems() + DanglingReferences(database).problems() + stepProblems()
  }

  /// Findings that another program made something else than a problem after somebody had put them right.
  private func stepProblems() throws -> [StoreError] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT code, kind FROM finding
        WHERE kind <> 'problem' AND code IN (SELECT finding FROM finding_step) ORDER BY code
        """
    ).map { row in
      StoreError(
        "not-a-problem",
        Bilingual(
          "finding \(row[0] as String) 是 \(row[1] as String)，却有整改步骤（finding_step）",
          en: "finding \(row[0] as String) is a \(row[1] as String), and has steps of being put right (finding_step)"),
        hint: Bilingual("先把它改回 problem", en: "make it a problem again first"))
    }
  }

  private func codeProblems() throws -> [StoreError] {
    // Of a survey the code is a part of the key; of others it is all of it.
    let codes = CopiedTable.records.filter { ["code", "entry"].contains($0.key.first) && $0.kind == .record }
    let links = CopiedTable.all.filter { $0.kind == .link || $0.key.last == "evidence" }
    var problems: [StoreError] = []
    for (table, column, isInList) in codes.map({ ($0.name, $0.key[0], false) })
      + links.map({ ($0.name, $0.key.last ?? "", true) })
    {
      let texts = try String.fetchCursor(database, sql: "SELECT DISTINCT \(column) FROM \(table) ORDER BY 1")
      while let text = try texts.next() {
        if isInList ? text.fitsList : text.isCode { continue }
        problems.append(
          StoreError(
            "bad-code",
            Bilingual(
              "\(table).\(column) 的“\(text.excerpt)”写不进文件：首尾有空格，或含分号或不可见字符",
              en:
                "“\(text.excerpt)” in \(table).\(column) fits no file: a space at its ends, a `;` or something invisible"
            ),
            hint: Bilingual("先改掉它", en: "correct it first")))
      }
    }
    return problems
  }
}

extension String {
  /// Whether it comes back from a list of texts with `;` between.
  fileprivate var fitsList: Bool { !contains(";") && !contains("；") && trimmed == self && !isEmpty }
}
