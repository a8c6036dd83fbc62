import KaoheReports
import KaoheRules
import KaoheScoring
import KaoheStore

/// One sitting of `record`: goes through the leaves of a visit, asks, stores each answer before the next question.
struct RecordingSession<Lines: LineSource> {
  private let recording: VisitRecording
  private let options: GlobalOptions
  private let override: String
  private let text: RecordingText
  /// Where texts and problems are written.
  private let output: (String) throws -> Void
  private let problems: (String) -> Void
  /// Whether a person is asked; else only what became of the answers is printed.
  private let isInteractive: Bool
  private var lines: Lines
  private var lineNumber = 0
  private var sheet: ScoringSheet
  /// Position of the leaf that is asked; the number of leaves: behind the last one.
  private var position = 0
  private var receipts: [Receipt] = []
  private let scorer: String
  /// Whether a jump failed and no person was there to see it: what follows was meant for another leaf.
  private var isLost = false
  /// A word for the program that was typed where a reason was asked.
  private var pending: AnswerLine?
  /// How many lines were refused.
  private(set) var refusals = 0

  init(
    _ recording: VisitRecording, lines: Lines, isInteractive: Bool, options: GlobalOptions, override: String,
    text: RecordingText, output: @escaping (String) throws -> Void = { try write($0) },
    problems: @escaping (String) -> Void = complain
  ) throws {
    self.recording = recording
    self.lines = lines
    self.isInteractive = isInteractive
    self.options = options
    self.override = override
    self.text = text
    self.output = output
    self.problems = problems
    sheet = try recording.sheet()
    scorer = try recording.actingScorer()
  }

  private var entry: SheetEntry? { sheet.entries.indices.contains(position) ? sheet.entries[position] : nil }

  private func say(_ chinese: String, _ english: String) -> String {
    options.language == .chinese ? chinese : english
  }

  /// Runs until the person quits or the lines end.
  ///
  /// - Parameter start: the leaf to begin with; nil: the first that is open, where a person is asked.
  /// - Throws: `ChangeRefused` where there is no such leaf to begin with.
  mutating func run(from start: String?) throws {
    if isInteractive { try output(text.opening(sheet)) }
    if let start {
      guard let found = index(of: start) else { throw ChangeRefused(unknownLeaf(start)) }
      position = found
    } else if isInteractive {
      position = firstOpen ?? sheet.entries.count
    }
    var isAsked = false
    while true {
      if !isAsked { try ask() }
      isAsked = true
      if let line = pending {
        pending = nil
        if try !take(line) { break }
        isAsked = false
        continue
      }
      guard let line = try read(prompt: entry?.leaf.code ?? say("完", "end")) else { break }
      let before = (position, refusals)
      guard case .text(let typed) = line else {
        refuse(line == .tooLong ? say("这一行超过 1 MB", "the line has over 1 MB") : say("不是 UTF-8 文字", "not UTF-8"))
        continue
      }
      if try !take(AnswerLine(typed)) { break }
      // A leaf with items is shown as it is now; what was refused changed nothing.
      isAsked = position == before.0 && (refusals > before.1 || entry?.leaf.items.isEmpty != false)
    }
    try close()
  }

  private mutating func read(prompt: String) throws -> InputLine? {
    lineNumber += 1
    return try lines.next(prompt: TerminalText.escaped(prompt) + "> ")
  }

  private func ask() throws {
    guard isInteractive else { return }
    guard let entry else { return try output("\n" + ending) }
    try output(
      text.question(
        entry, number: position + 1, of: sheet.entries.count, standard: RuleText.standard(of: entry.leaf)))
  }

  private var ending: String {
    let open = sheet.entries.filter(\.rows.isEmpty).map(\.leaf.code)
    let rest =
      open.isEmpty
      ? say("各项都有记录。", "Every leaf has a record. ")
      : say(
        "未记 \(open.count) 项：\(open.joined(separator: "、"))。", "\(open.count) open: \(open.joined(separator: ", ")). ")
    return rest + say("回车或 :q 退出，:o 到未记的一项，:b 返回\n", "Enter or :q quits, :o goes to an open one, :b goes back\n")
  }

  private var firstOpen: Int? { sheet.entries.firstIndex { $0.rows.isEmpty || !$0.gaps.isEmpty } }

  /// - Returns: whether to go on.
  private mutating func take(_ line: AnswerLine) throws -> Bool {
    switch line {
    case .quit: return false
    case .next:
      if position >= sheet.entries.count { return !isInteractive }
      position += 1
    case .previous: position = max(0, position - 1)
    case .firstOpen: position = firstOpen ?? sheet.entries.count
    case .go(let code): goTo(code)
    case .at(let code, let line):
      goTo(code)
      // What was meant for another leaf is not for this one.
      if index(of: code) != nil { return try take(line) }
    case .help: try output(help)
    case .list: try output(text.list(sheet.entries))
    case .search(let words): try search(words)
    case .undo: try undo()
    case .unknownWord(let word):
      refuse(say("没有命令“:\(word)”，:? 查看帮助", "there is no command “:\(word)”; ? shows them"))
    case .values(let assignments, let reason, let evidence): try record(assignments, reason, evidence)
    }
    return true
  }

  // MARK: Moving

  private func index(of code: String) -> Int? {
    if let exact = sheet.entries.firstIndex(where: { $0.leaf.code == code }) { return exact }
    let wanted = code.halfWidth.lowercased()
    return sheet.entries.firstIndex { $0.leaf.code.lowercased() == wanted }
  }

  private mutating func goTo(_ code: String) {
    if let found = index(of: code) {
      position = found
      isLost = false
    } else {
      isLost = !isInteractive
      refuse(unknownLeaf(code).text(in: options.language))
    }
  }

  private func unknownLeaf(_ code: String) -> StoreError {
    let codes = sheet.entries.map(\.leaf.code)
    return StoreError(
      "unknown-leaf", Bilingual("本次没有考核要点 \(code)", en: "there is no leaf \(code) at this visit"),
      hint: Bilingual("有：\(codes.joined(separator: "、"))", en: "there are: \(codes.joined(separator: ", "))"))
  }

  private mutating func search(_ words: String) throws {
    let found = sheet.entries.indices.filter { index in
      let leaf = sheet.entries[index].leaf
      let titles = [leaf.code, leaf.title, leaf.clause ?? ""] + leaf.items.map(\.title) + sheet.entries[index].sections
      return titles.contains { $0.lowercased().contains(words.lowercased()) }
    }
    if found.isEmpty || words.isEmpty { return refuse(say("没有找到“\(words)”", "nothing has “\(words)” in it")) }
    try output(text.list(found.map { sheet.entries[$0] }))
    if found.count == 1 { position = found[0] }
  }

  // MARK: Recording

  private mutating func record(_ assignments: [AnswerLine.Assignment], _ reason: String, _ evidence: [String]) throws {
    if isLost {
      return refuse(say("前面的跳转没有成功，这一行没有记", "the jump before failed, so this line is not recorded"))
    }
    guard let entry else {
      return refuse(say("已过最后一项，先用 :g 代码 跳到要填的一项", "this is behind the last leaf: go to one with :g CODE"))
    }
    var isStored = true
    for assignment in assignments {
      var answer = assignment.answer(at: entry, sheet, scorer: scorer, reason: reason, evidence: evidence)
      answer.override = override
      if isInteractive, answer.reason.isEmpty, needsReason(answer, entry.leaf) { isStored = try askReason(&answer) }
      if isStored { isStored = try store(answer) }
      if !isStored { break }
    }
    // A receipt brings the sheet; what was refused may be so because another process changed it.
    if !isStored { sheet = try recording.sheet() }
    if isInteractive ? isFinished(assignments) : isOnly(assignments, of: entry.leaf) { position += 1 }
  }

  /// Asks for the reason that an answer needs; a word for the program takes the answer back.
  ///
  /// - Returns: whether there is one now.
  private mutating func askReason(_ answer: inout Answer) throws -> Bool {
    let given = try read(prompt: say("理由", "reason"))
    guard case .text(let typed)? = given, !AnswerLine(typed).isWord,
      case .values(_, let reason, let evidence) = AnswerLine(AnswerLine.reasonMark + typed), !reason.isEmpty
    else {
      refuse(say("没有写理由，未保存 \(answer.value)", "no reason was given; \(answer.value) is not saved"))
      if case .text(let typed)? = given, !typed.trimmed.isEmpty { pending = AnswerLine(typed) }
      return false
    }
    answer.reason = reason
    answer.evidence += evidence
    return true
  }

  private func needsReason(_ answer: Answer, _ leaf: Leaf) -> Bool {
    guard let value = try? leaf.read(item: answer.item, value: answer.value) else { return false }
    return value.reasonMissing(in: leaf) != nil
  }

  /// - Returns: whether it was stored.
  private mutating func store(_ answer: Answer) throws -> Bool {
    do {
      let receipt = try recording.record(answer)
      if !receipt.changes.isEmpty { receipts.append(receipt) }
      sheet = receipt.sheet
      let key = answer.item.isEmpty ? answer.scorer : answer.item
      try output(
        text.receipt(
          "\(answer.indicator) " + (key.isEmpty ? answer.value : "\(key)=\(answer.value)"),
          isNew: !receipt.changes.isEmpty, withdrawn: receipt.withdrawn, receipt.entry, receipt.sum, sheet.rules))
      return true
    } catch let error as ChangeRefused {
      for reason in error.reasons { refuse(reason.text(in: options.language)) }
      return false
    }
  }

  /// Whether there is nothing more to ask of the leaf: one answer is all of it, or every part has its row.
  private func isFinished(_ assignments: [AnswerLine.Assignment]) -> Bool {
    guard let entry, entry.gaps.isEmpty, !entry.rows.isEmpty else { return false }
    if entry.rows.contains(where: { $0.observed == ObservedValue.none || $0.observed == .notApplicable }) {
      return true
    }
    let named = assignments.contains { $0.key != nil }
    if let survey = entry.leaf.survey {
      return survey.answers.allSatisfy { answer in entry.rows.contains { $0.item == answer.code } }
    }
    return entry.leaf.items.isEmpty
      ? !named : entry.leaf.items.allSatisfy { item in entry.rows.contains { $0.item == item.code } }
  }

  /// Whether, in a file of answers, the next line is for the next leaf. What was recorded before has no say in it, nor
  /// whether the line was refused: else lines would be taken for answers to other leaves.
  private func isOnly(_ assignments: [AnswerLine.Assignment], of leaf: Leaf) -> Bool {
    guard assignments.count == 1, assignments[0].key == nil else { return false }
    return leaf.items.isEmpty && leaf.survey == nil
      || ["none", "无", "n/a", "不适用"].contains(assignments[0].value.lowercased())
  }

  private mutating func undo() throws {
    guard let last = receipts.last else {
      return refuse(
        say("没有可撤销的记录；要改更早的记录，到那一项重新填写", "there is nothing to undo; to change what is older, record it anew"))
    }
    do {
      let receipt = try recording.undo(last)
      receipts.removeLast()
      follow(receipt, after: last)
      sheet = receipt.sheet
      position = sheet.entries.firstIndex { $0.leaf.code == receipt.entry.leaf.code } ?? position
      let cell = last.changes.first?.cell
      let key = cell.map { $0.item.isEmpty ? $0.scorer : $0.item } ?? ""
      let place = receipt.entry.leaf.code + (key.isEmpty ? "" : " " + key)
      try output(
        text.undone(
          place, held: last.changes.first?.previous?.value, receipt.entry, receipt.sum, sheet.rules))
    } catch let error as ChangeRefused {
      receipts.removeLast()
      for reason in error.reasons { refuse(reason.text(in: options.language)) }
    }
  }

  /// What an undo gave back stands under a new identity: earlier receipts speak of that one now.
  private mutating func follow(_ undone: Receipt, after last: Receipt) {
    for (change, again) in zip(last.changes, undone.changes) {
      guard let old = change.previous?.id else { continue }
      for index in receipts.indices {
        for position in receipts[index].changes.indices where receipts[index].changes[position].id == old {
          receipts[index].changes[position].id = again.id
        }
      }
    }
  }

  // MARK: Saying

  private mutating func refuse(_ problem: String) {
    refusals += 1
    let place = isInteractive ? "  ✗ " : say("第 \(lineNumber) 行：", "line \(lineNumber): ")
    let leaf = isInteractive ? "" : entry.map { $0.leaf.code + say("：", ": ") } ?? ""
    problems(TerminalText.escaped(place + leaf + problem))
  }

  private func close() throws {
    if isInteractive {
      try output("\n" + text.progress(sheet.sum) + say("。已填的都已保存。\n", ". All of it is saved.\n"))
      return
    }
    try output(text.progress(sheet.sum) + "\n")
  }

  private var help: String {
    say(
      """
        值            45/60、85%、1041、良 0.85、是；细项用 编号=值：A1-1=2，或按序号 1=2；几项用空格隔开：1=是 2=否
        值；理由      扣分和“不适用”要写理由：1=2；缺两次会议 @TZ-01（@ 后面是台账编号）
        无、不适用    没有可记的；不适用（写明理由）。 -  撤回已记的值
        P03=4.5       写明评分人（代码或姓名）
        :A2.1 45/60   跳到一项并填写（文件中的答案最好都这样写）
        回车 下一项   :b 上一项   :g A2.1 跳到   :o 到未记的一项   /词 查找   :l 列表   :u 撤销   :q 退出

      """,
      """
        VALUE           45/60, 85%, 1041, 良 0.85, yes; items as CODE=VALUE: A1-1=2, or by number 1=2; several: 1=yes 2=no
        VALUE; REASON   deductions and n/a need one: 1=2; two meetings missed @TZ-01 (evidence behind @)
        none, n/a       nothing found; not applicable (with a reason).   -  withdraws what was recorded
        P03=4.5         names the scorer, by code or name
        :A2.1 45/60     goes to a leaf and answers (in a file of answers the surest way)
        Enter next   :b back   :g A2.1 go to   :o first open   /TEXT search   :l list   :u undo   :q quit

      """)
  }
}
