import GRDB
import KaoheScoring

extension Store {
  /// Registers evidence: of a file its SHA-256, its size and its name.
  ///
  /// - Returns: its code.
  /// - Throws: `ChangeRefused` with every reason.
  public func add(_ evidence: NewEvidence, session: Session) throws -> String {
    // Read before the transaction begins: a film of the visit may take a while, and others write.
    let file = EvidenceFile.result(evidence.file)
    return try write(session) { database in
      let title = evidence.title.composed
      let date = try evidence.date ?? database.today()
      let subject = database.subjectResult(evidence.subject.composed)
      var problems = [subject.problem].compactMap { $0 }
      if title.isBlank { problems.append(StoreError("empty-text", Bilingual("要写明名称", en: "it needs a title"))) }
      if let problem = file.problem { problems.append(problem) }
      let found = file.value ?? nil
      let kind = evidence.kind?.composed ?? found.map { EvidenceFile.kind(of: $0.name) } ?? "文件"
      if !NewEvidence.kinds.contains(kind) {
        problems.append(
          StoreError(
            "unknown-word",
            Bilingual(
              "“\(kind.excerpt)”不在可填的类型中：\(NewEvidence.kinds.joined(separator: "、"))",
              en: "“\(kind.excerpt)” is not one of \(NewEvidence.kinds.joined(separator: ", "))")))
      }
      if !CalendarDay.isDay(date) { problems.append(.badDate(date)) }
      if let code = evidence.code { problems += try database.checked(newCode: code.composed, in: "evidence") }
      if let subject = subject.value, let found { problems += try Self.registered(found, subject, database) }
      if let refused = ChangeRefused(problems) { throw refused }
      guard let subject = subject.value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
      let code = try evidence.code?.composed ?? database.newCode("\(subject.code)-TZ", in: "evidence")
      func stated(_ text: String?) -> String? { text.flatMap { $0.isBlank ? nil : $0.composed } }
      try database.execute(
        sql: """
          INSERT INTO evidence
            (code, district, enterprise, park, title, kind, number, date, sha256, source, file_name, size_bytes)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: StatementArguments(
          [code] + subject.columns.map(\.value) + [
            title, kind, stated(evidence.number), date, found?.sha256, stated(evidence.source), found?.name,
            found?.size,
          ]))
      return code
    }
  }

  /// The same file twice would be the same fact twice.
  private static func registered(
    _ file: EvidenceFile, _ subject: Subject, _ database: Database
  ) throws -> [StoreError] {
    try Row.fetchAll(
      database, sql: "SELECT code, title FROM evidence WHERE subject = ? AND sha256 = ? ORDER BY code LIMIT 1",
      arguments: [subject.description, file.sha256]
    ).map { row in
      StoreError(
        "known-file",
        Bilingual(
          "\(file.name) 已为 \(subject) 登记：\(row[0] as String)《\(row[1] as String)》",
          en: "\(file.name) is registered for \(subject) already: \(row[0] as String) “\(row[1] as String)”"),
        hint: Bilingual("直接引用这个编号", en: "use that code"))
    }
  }
}

extension Result where Failure == StoreError {
  fileprivate var value: Success? { if case .success(let value) = self { value } else { nil } }
  fileprivate var problem: StoreError? { if case .failure(let problem) = self { problem } else { nil } }
}

extension EvidenceFile {
  fileprivate static func result(_ path: String?) -> Result<EvidenceFile?, StoreError> {
    guard let path else { return .success(nil) }
    do throws(StoreError) {
      return .success(try EvidenceFile(path))
    } catch {
      return .failure(error)
    }
  }
}

extension Database {
  fileprivate func subjectResult(_ text: String) -> Result<Subject, StoreError> {
    do throws(StoreError) {
      return .success(try subject(text))
    } catch {
      return .failure(error)
    }
  }

  /// A subject that is known, from `district:CODE`, `enterprise:CODE` or `park:CODE`.
  func subject(_ text: String) throws(StoreError) -> Subject {
    guard let subject = Subject(text) else {
      throw StoreError(
        "bad-subject",
        Bilingual(
          "“\(text.excerpt)”不是对象：应写 district:代码、enterprise:代码 或 park:代码",
          en: "“\(text.excerpt)” is no subject: write district:CODE, enterprise:CODE or park:CODE"))
    }
    let table =
      switch subject.scope {
      case .district: "district"
      case .enterprise: "pilot_enterprise"
      case .park: "industrial_park"
      }
    let isKnown = try? Bool.fetchOne(self, sql: "SELECT 1 FROM \(table) WHERE code = ?", arguments: [subject.code])
    if isKnown == true { return subject }
    let label = Kind.of(subject.scope).label
    throw StoreError(
      "unknown-code",
      Bilingual(
        "没有代码为“\(subject.code.excerpt)”的\(label.chinese)",
        en: "there is no \(label.english) “\(subject.code.excerpt)”"))
  }
}
