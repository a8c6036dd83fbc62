import GRDB
import KaoheScoring

/// Whether an answer may be recorded: the same checks as an import's, on one row.
struct AnswerCheck {
  private let database: Database
  private let sheet: ScoringSheet
  private let session: Session
  private let people: KnownPeople
  private var head: ScoringSheet.Head { sheet.head }

  init(_ database: Database, _ sheet: ScoringSheet, _ session: Session, _ people: KnownPeople? = nil) {
    self.database = database
    self.sheet = sheet
    self.session = session
    self.people = people ?? KnownPeople(database)
  }

  /// - Throws: `ChangeRefused` with every reason.
  func check(_ answer: Answer) throws -> (entry: SheetEntry, observed: ObservedValue) {
    try checkOpen(objection: answer.objection, answer.indicator)
    let entry = try entry(of: answer.indicator)
    var reasons: [StoreError] = entry.clashes.isEmpty ? [] : [conflict(entry)]
    var observed: ObservedValue?
    do throws(ObservationProblem) {
      observed = try entry.leaf.read(item: answer.item, value: answer.value)
    } catch {
      reasons.append(StoreError(error.code, error.text))
    }
    reasons += try scorerProblems(answer, observed)
    if let observed {
      reasons += reasonProblems(answer, observed, entry.leaf)
      reasons += unnamedScorerProblems(answer, observed, entry)
      if observed == .withdrawn { reasons += withdrawalProblems(answer, entry) }
    }
    reasons += try database.unknownEvidence(answer.evidence)
    reasons += try recusalProblems(answer, isWithdrawal: observed == .withdrawn)
    if let refused = ChangeRefused(reasons) { throw refused }
    guard let observed else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
    return (entry, observed)
  }

  /// To record would decide without a reason what a person has to decide with one.
  private func conflict(_ entry: SheetEntry) -> StoreError {
    StoreError(
      "open-conflict",
      Bilingual(
        "\(entry.leaf.code) 有冲突待裁定，裁定前不能再记",
        en: "\(entry.leaf.code) has a conflict, and takes nothing until it is decided"),
      hint: Bilingual(
        "kaohe conflict list 查看，kaohe conflict resolve 裁定",
        en: "see kaohe conflict list, decide with kaohe conflict resolve"))
  }

  /// Only a draft may change; and a visit that counts, where an objection was upheld.
  func checkOpen(objection: String?, _ indicator: String) throws {
    if let problem = try objection.map({ try objectionProblem($0, indicator) }) ?? closedProblem {
      throw ChangeRefused(problem)
    }
  }

  private func objectionProblem(_ objection: String, _ indicator: String) throws -> StoreError? {
    let found = try Row.fetchOne(
      database, sql: "SELECT visit, indicator, status FROM objection WHERE code = ?", arguments: [objection])
    if let found, found[0] == head.visit, found[1] == indicator, found[2] == "upheld" {
      if head.status == .cancelled { return closedProblem }
      return try ObjectionDecider(database, session).problems(at: head).first
    }
    return StoreError(
      "no-such-objection",
      Bilingual(
        "对督查 \(head.visit) 的 \(indicator) 没有成立的申诉 \(objection)",
        en: "there is no upheld objection \(objection) to \(indicator) of the visit \(head.visit)"),
      hint: Bilingual("用 `kaohe objection list` 查看", en: "see `kaohe objection list`"))
  }

  /// nil where the visit is a draft.
  var closedProblem: StoreError? {
    if head.status == .draft { return nil }
    return StoreError(
      "closed-visit",
      Bilingual(
        "督查 \(head.visit) \(head.status.label.chinese)，不能再改记录",
        en: "the visit \(head.visit) is \(head.status.rawValue); its scores can't be changed"),
      hint: head.status.counts
        ? Bilingual(
          "先退回：kaohe visit return \(head.visit) --reason 理由",
          en: "return it first: kaohe visit return \(head.visit) --reason WHY") : nil)
  }

  /// The leaf's entry.
  ///
  /// - Throws: `ChangeRefused` where there is no such leaf, or it is not scored here.
  func entry(of indicator: String) throws -> SheetEntry {
    if let entry = sheet.entry(of: indicator) { return entry }
    if let leaf = sheet.rules.leaves.first(where: { $0.code == indicator }),
      let misfit = VisitFit(
        visit: head.visit, subject: head.subject, district: head.district, category: head.category
      ).misfit(of: leaf)
    {
      throw ChangeRefused(StoreError(misfit.code, misfit.text))
    }
    let codes = sheet.entries.map(\.leaf.code)
    throw ChangeRefused(
      StoreError(
        "unknown-code",
        Bilingual(
          "细则 \(sheet.rules.code) 没有代码为“\(indicator.excerpt)”的考核要点",
          en: "there is no leaf “\(indicator.excerpt)” in the rule set \(sheet.rules.code)"),
        hint: Bilingual(
          "本次可填 \(codes.joined(separator: "、"))", en: "at this visit there are \(codes.joined(separator: ", "))")))
  }

  private func scorerProblems(_ answer: Answer, _ observed: ObservedValue?) throws -> [StoreError] {
    if answer.scorer.isEmpty { return [] }
    if let observed, !observed.takesScorer, observed != .withdrawn {
      return [
        StoreError(
          "scorer-not-taken", Bilingual("只有评分和档次写评分人", en: "only judged points and levels name a scorer"))
      ]
    }
    if try people.inspector(answer.scorer) != nil { return [] }
    return [
      StoreError(
        "unknown-code",
        Bilingual("没有代码为“\(answer.scorer.excerpt)”的督查员", en: "there is no inspector “\(answer.scorer.excerpt)”"))
    ]
  }

  private func reasonProblems(_ answer: Answer, _ observed: ObservedValue, _ leaf: Leaf) -> [StoreError] {
    guard answer.reason.isEmpty, let problem = observed.reasonMissing(in: leaf) else { return [] }
    return [StoreError("reason-missing", problem)]
  }

  /// A withdrawal of what was never recorded is most likely meant for another cell.
  private func withdrawalProblems(_ answer: Answer, _ entry: SheetEntry) -> [StoreError] {
    if entry.rows.contains(where: { $0.item == answer.item && $0.scorer == answer.scorer }) { return [] }
    let held = entry.rows.map { row in
      let key = row.item.isEmpty ? row.scorer : row.item
      return key.isEmpty ? row.value : "\(key)=\(row.value)"
    }
    return [
      StoreError(
        "nothing-to-withdraw", Bilingual("这里没有记录，不能撤回", en: "nothing was recorded here that could be withdrawn"),
        hint: held.isEmpty
          ? nil
          : Bilingual(
            "本项已记 \(held.joined(separator: "、"))", en: "of this leaf there is \(held.joined(separator: ", "))"))
    ]
  }

  /// Where several score, each row names its scorer.
  private func unnamedScorerProblems(_ answer: Answer, _ observed: ObservedValue, _ entry: SheetEntry) -> [StoreError] {
    guard observed.takesScorer else { return [] }
    let others = entry.rows.filter { $0.item == answer.item && $0.scorer != answer.scorer }
      .filter { $0.observed?.takesScorer == true }
    guard !others.isEmpty, answer.scorer.isEmpty || others.contains(where: \.scorer.isEmpty) else { return [] }
    return [
      StoreError(
        "scorer-missing", Bilingual("有多名评分人时，每行都要写明评分人", en: "where several score, each row names its scorer"),
        hint: answer.scorer.isEmpty
          ? Bilingual("写明评分人（--scorer）", en: "name the scorer (--scorer)")
          : Bilingual("先撤回没有写评分人的那一行（值填 -）", en: "withdraw the row that names none first (value -)"))
    ]
  }

  private func recusalProblems(_ answer: Answer, isWithdrawal: Bool) throws -> [StoreError] {
    guard answer.override.isBlank else { return [] }
    return try recused(answer, isWithdrawal: isWithdrawal).map { inspector in
      StoreError(
        "recusal",
        Bilingual(
          "督查员 \(inspector) 属于\(head.districtName)，应回避本地区的评分",
          en: "the inspector \(inspector) belongs to \(head.districtName) (\(head.district)) and may not score there"),
        hint: Bilingual(
          "换人记录；确需如此时用 --override 写明理由",
          en: "let another record it; where it must be, give the reason with --override"))
    }
  }

  /// Codes of the scorer and the recorder, where they belong to the district that is scored. A recused scorer's row may
  /// be withdrawn by others.
  func recused(_ answer: Answer, isWithdrawal: Bool) throws -> [String] {
    let scorer = isWithdrawal ? nil : try people.inspector(answer.scorer)
    let involved = [scorer].compactMap { $0 } + (try people.acting(session.actor))
    return involved.filter { $0.district == head.district }.map(\.code).eachOnce
  }
}

extension Database {
  /// nil where there is no inspector of that code.
  func inspector(_ code: String) throws -> (code: String, name: String, district: String?)? {
    try Row.fetchOne(
      cachedStatement(sql: "SELECT code, name, district FROM inspector WHERE code = ?"), arguments: [code]
    ).map { ($0[0], $0[1], $0[2]) }
  }

  /// The inspectors whom an actor may be: by code, else by name, which several may have.
  func actingInspectors(_ actor: String) throws -> [(code: String, name: String, district: String?)] {
    for column in ["code", "name"] {
      let found = try Row.fetchAll(
        cachedStatement(
          sql: "SELECT code, name, district FROM inspector WHERE \(column) = ? COLLATE NOCASE ORDER BY code"),
        arguments: [actor])
      if !found.isEmpty { return found.map { ($0[0], $0[1], $0[2]) } }
    }
    return []
  }

  /// The inspector who acts, where it is clear who that is.
  func actingInspector(_ actor: String) throws -> (code: String, name: String, district: String?)? {
    let found = try actingInspectors(actor)
    return found.count == 1 ? found[0] : nil
  }
}
