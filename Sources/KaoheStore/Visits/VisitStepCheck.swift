import GRDB
import KaoheScoring

/// Whether a step of a visit's life may be taken: every reason against it.
struct VisitStepCheck {
  let database: Database
  let action: VisitAction
  let override: String
  let session: Session

  func problems(at sheet: ScoringSheet) throws -> [StoreError] {
    let head = sheet.head
    guard action.from.contains(head.status) else { return [wrongStatus(head)] }
    var problems = try actorProblems(at: head)
    if action == .submit { problems += try contentProblems(sheet) }
    if action == .confirm { problems += conflictProblems(sheet) }
    return problems
  }

  // MARK: Who

  /// Every reason why this person may not take the step.
  func actorProblems(at head: ScoringSheet.Head) throws -> [StoreError] {
    let actor = try VisitActor(database, session.actor, at: head)
    return personProblems(actor, head) + (actor.isRecused && override.isEmpty ? [recusal(actor, head)] : [])
  }

  private func personProblems(_ actor: VisitActor, _ head: ScoringSheet.Head) -> [StoreError] {
    switch action {
    case .submit: return actor.maySubmit ? [] : [notLeader(actor, head)]
    case .cancel where head.status == .draft:
      // The group's own business, as long as it has not handed it in; and the office's.
      return actor.maySubmit || !actor.isOfGroup ? [] : [notLeader(actor, head)]
    case .sendBack, .confirm, .cancel: return actor.isOfGroup ? [Self.notOffice(actor.name, head)] : []
    }
  }

  private func notLeader(_ actor: VisitActor, _ head: ScoringSheet.Head) -> StoreError {
    guard let leader = actor.leader else {
      return StoreError(
        "not-of-group",
        Bilingual(
          "督查 \(head.visit) 由\(head.groupName)（\(head.group)）的督查员\(action.label.chinese)，\(actor.name) 不在其中",
          en: "the visit \(head.visit) is for an inspector of the group \(head.group) to \(action.rawValue); "
            + "\(actor.name) is none"),
        hint: Bilingual("用 --as 写明操作人的代码", en: "say with --as who acts, by code"))
    }
    return StoreError(
      "not-leader",
      Bilingual(
        "督查 \(head.visit) 由组长\(leader.chinese)\(action.label.chinese)，操作人是 \(actor.name)",
        en: "the visit \(head.visit) is for its group's leader, \(leader.english), to \(action.rawValue); the actor is "
          + actor.name),
      hint: Bilingual("由组长操作（--as 组长的代码或姓名）", en: "let the leader do it (--as, with code or name)"))
  }

  /// What a group did is judged by others.
  static func notOffice(_ actor: String, _ head: ScoringSheet.Head) -> StoreError {
    StoreError(
      "not-office",
      Bilingual(
        "督查 \(head.visit) 由\(head.groupName)完成，本组的 \(actor) 不能退回、确认、取消已提交的督查，也不能裁定其申诉",
        en: "the visit \(head.visit) was made by \(head.groupName); \(actor), who is of it, can't return, confirm or "
          + "cancel what it submitted, nor decide an objection to it"),
      hint: Bilingual("由办公室操作", en: "that is the office's to do"))
  }

  private func recusal(_ actor: VisitActor, _ head: ScoringSheet.Head) -> StoreError {
    StoreError(
      "recusal",
      Bilingual(
        "\(actor.name) 属于\(head.districtName)，应回避督查 \(head.visit)",
        en: "\(actor.name) belongs to \(head.districtName) (\(head.district)) and has to stand aside from the visit "
          + head.visit),
      hint: Bilingual(
        "换人操作；确需如此时用 --override 写明理由", en: "let another do it; where it must be, give the reason with --override"))
  }

  // MARK: What

  private func wrongStatus(_ head: ScoringSheet.Head) -> StoreError {
    let from = action.from
    if action.to == head.status, action != .sendBack {
      return StoreError(
        "wrong-status",
        Bilingual(
          "督查 \(head.visit) \(head.status.label.chinese)，无需再次\(action.label.chinese)",
          en: "the visit \(head.visit) is \(head.status.phrase.english) already"))
    }
    return StoreError(
      "wrong-status",
      Bilingual(
        "督查 \(head.visit) \(head.status.phrase.chinese)，不能\(action.label.chinese)：只有"
          + from.map(\.label.chinese).joined(separator: "、") + "的才能\(action.label.chinese)",
        en: "the visit \(head.visit) is \(head.status.phrase.english) and can't be \(action.participle): only one that "
          + "is " + from.map(\.phrase.english).joined(separator: " or ") + " can"),
      hint: action == .confirm && head.status == .draft
        ? Bilingual(
          "先由组长提交：kaohe visit submit \(head.visit)",
          en: "its leader submits it first: kaohe visit submit \(head.visit)")
        : action == .cancel && head.status == .confirmed
          ? Bilingual(
            "先退回：kaohe visit return \(head.visit) --reason 理由",
            en: "return it first: kaohe visit return \(head.visit) --reason WHY") : nil)
  }

  private func contentProblems(_ sheet: ScoringSheet) throws -> [StoreError] {
    let head = sheet.head
    if sheet.entries.allSatisfy(\.rows.isEmpty) {
      return [
        StoreError(
          "empty-visit",
          Bilingual(
            "督查 \(head.visit) 不能提交：还没有任何记录",
            en: "the visit \(head.visit) can't be submitted: nothing is recorded"),
          hint: Bilingual(
            "先记录（kaohe record \(head.visit)）；没有成行的用 kaohe visit cancel 取消",
            en: "record it (kaohe record \(head.visit)); where it did not take place, kaohe visit cancel"))
      ]
    }
    return sheet.gaps.map { Self.unfit("incomplete-visit", head.visit, $0.leaf, $0.gap) } + (try scorerProblems(sheet))
  }

  /// What the office confirms has to be clear.
  private func conflictProblems(_ sheet: ScoringSheet) -> [StoreError] {
    sheet.entries.flatMap { entry in
      entry.clashes.map { clash in
        StoreError(
          "open-conflict",
          Bilingual(
            "督查 \(sheet.head.visit) 不能确认：\(entry.leaf.code) \(entry.leaf.title)：\(clash.chinese)",
            en:
              "the visit \(sheet.head.visit) can't be confirmed: \(entry.leaf.code) \(entry.leaf.title): \(clash.english)"
          ))
      }
    }
  }

  static func unfit(_ code: String, _ visit: String, _ leaf: Leaf, _ problem: Bilingual) -> StoreError {
    StoreError(
      code,
      Bilingual(
        "督查 \(visit) 不能提交：\(leaf.code) \(leaf.title)：\(problem.chinese)",
        en: "the visit \(visit) can't be submitted: \(leaf.code) \(leaf.title): \(problem.english)"))
  }

  /// Scorers who turned out to belong to the district, and of whom nobody said why they score all the same.
  private func scorerProblems(_ sheet: ScoringSheet) throws -> [StoreError] {
    let head = sheet.head
    let overridden = Set(
      try Int64.fetchAll(database, sql: "SELECT id FROM recusal_override WHERE visit = ?", arguments: [head.visit]))
    let fit = VisitFit(visit: head.visit, subject: head.subject, district: head.district, category: head.category)
    var problems: [StoreError] = []
    for entry in sheet.entries {
      for row in entry.rows where !row.scorer.isEmpty && !overridden.contains(row.id) {
        guard let home = try database.inspector(row.scorer)?.district,
          let misfit = fit.recusal(of: row.scorer, from: home)
        else { continue }
        problems.append(Self.unfit(misfit.code, head.visit, entry.leaf, misfit.text))
      }
    }
    return problems
  }
}

extension VisitStatus {
  /// What is said of a visit: it is a draft, it is submitted …
  var phrase: Bilingual { self == .draft ? Bilingual("是草稿", en: "a draft") : label }
}
