import GRDB
import KaoheScoring

/// Why an objection is decided as it is.
public struct ObjectionDecision: Sendable {
  public var reason: String
  /// Codes.
  public var evidence: [String]

  public init(reason: String, evidence: [String] = []) {
    self.reason = reason
    self.evidence = evidence
  }
}

extension Store {
  /// The score stays.
  public func reject(_ code: String, _ decision: ObjectionDecision, session: Session) throws {
    try write(session) { database in
      let objection = try ObjectionReader(database).read(code)
      try decide(objection, .rejected, decision, session, database)
    }
  }

  /// The score is corrected: the objection is upheld and the observation that supersedes is recorded, or neither.
  ///
  /// - Parameter answer: the correction; its leaf is the objection's.
  /// - Throws: `ChangeRefused` with every reason.
  public func uphold(
    _ code: String, _ decision: ObjectionDecision, correction answer: Answer, session: Session
  ) throws -> ObjectionOutcome {
    let objection = try read { try ObjectionReader($0).read(code) }
    let recording = try VisitRecording(self, visit: objection.visit, session: session)
    var answer = answer
    (answer.indicator, answer.objection) = (objection.indicator, code)
    return try write(session) { database in
      // Another may have decided it in the meantime.
      let objection = try ObjectionReader(database).read(code)
      try decide(objection, .upheld, decision, session, database)
      try Recomputation.refreshAll(database)
      let before = try standing(objection, database)
      let receipt = try recording.record(answer, database)
      return ObjectionOutcome(
        objection: try ObjectionReader(database).read(code), leaf: receipt.entry.leaf, before: before,
        after: try standing(objection, database), withdrawn: receipt.withdrawn, gaps: receipt.entry.gaps)
    }
  }

  private func decide(
    _ objection: Objection, _ status: ObjectionStatus, _ decision: ObjectionDecision, _ session: Session,
    _ database: Database
  ) throws {
    let (reason, evidence) = (decision.reason.composed, decision.evidence.map(\.composed).eachOnce)
    let head = try ScoringSheetReader(database).read(objection.visit).head
    var problems: [StoreError] = []
    if objection.status != .open { problems.append(Self.decidedAlready(objection)) }
    problems += try ObjectionDecider(database, session).problems(at: head)
    if status == .upheld, head.status == .cancelled {
      problems.append(
        StoreError(
          "closed-visit",
          Bilingual(
            "督查 \(head.visit) 已取消，没有得分可更正",
            en: "the visit \(head.visit) is cancelled; there is no score to correct"),
          hint: Bilingual("申诉不成立：kaohe objection reject", en: "reject it: kaohe objection reject")))
    }
    if reason.isBlank { problems.append(Self.reasonMissing) }
    problems += try database.unknownEvidence(evidence)
    if let refused = ChangeRefused(problems) { throw refused }
    try database.execute(
      sql: "UPDATE objection SET status = ?, decision = ?, decided_at = ?, decided_by = ? WHERE code = ?",
      arguments: [
        status.rawValue, reason, ObservationClock.text(milliseconds: ObservationClock.now()), session.actor,
        objection.code,
      ])
    try database.link(evidence, to: objection.code)
  }

  private static func decidedAlready(_ objection: Objection) -> StoreError {
    let by = objection.decidedBy ?? ""
    return StoreError(
      "decided-already",
      Bilingual(
        "申诉 \(objection.code) 已复核：\(objection.status.label.chinese)（\(by)）",
        en: "the objection \(objection.code) is \(objection.status.rawValue) already (\(by))"),
      hint: objection.status == .upheld
        ? Bilingual(
          "还要更正同一指标时：kaohe score \(objection.visit) \(objection.indicator) 值 --objection \(objection.code)",
          en: "to correct more of the leaf: kaohe score \(objection.visit) \(objection.indicator) VALUE --objection "
            + objection.code)
        : Bilingual("有新的理由时另开一件：kaohe objection open", en: "for new reasons open another: kaohe objection open"))
  }

  private func standing(_ objection: Objection, _ database: Database) throws -> ObjectionOutcome.Standing? {
    try Row.fetchOne(
      database,
      sql: """
        SELECT l.score_exact, r.total, r.rank
        FROM district_result AS r
        JOIN leaf_result AS l ON l.assessment = r.assessment AND l.district = r.district
        WHERE r.assessment = ? AND r.district = ? AND l.indicator = ?
        """, arguments: [objection.assessment, objection.district, objection.indicator]
    ).map { row in
      ObjectionOutcome.Standing(
        score: (row[0] as String?).flatMap { Rational(exact: $0) }, total: row[1], rank: row[2])
    }
  }
}
