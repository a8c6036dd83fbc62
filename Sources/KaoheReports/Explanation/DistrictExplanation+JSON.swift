import KaoheScoring

extension DistrictExplanation {
  /// The JSON that docs/commands.md describes, with what else is known at the end of each object.
  func json(of leaves: [ExplainedLeaf], _ language: Language) -> JSON {
    [
      "assessment": .string(assessment),
      "district": .string(scorecard.participant.code),
      "leaves": .array(leaves.map { json(of: $0, language) }),
      "name": .string(scorecard.participant.name),
      "category": .string(scorecard.participant.category),
      "rule_set": .string(ruleSet.code),
      "rank": JSON(scorecard.rank),
      "grade": JSON(scorecard.grade.map { ruleSet.grades[$0].code }),
      "complete": .bool(scorecard.isComplete),
      "total": .string(total),
      "total_exact": .string(scorecard.exactTotal.description),
      "base_exact": .string(scorecard.base.description),
      "bonus_exact": .string(scorecard.bonus.description),
      "penalty_exact": .string(scorecard.penalty.description),
      "phases": .array(scorecard.phases.map(json)),
      "sections": .array(scorecard.sections.map(json)),
      "adjustments": .array(scorecard.entries.map(json)),
      "vetoes": .array(scorecard.vetoes.map { .string(ruleSet.vetoes[$0].code) }),
    ]
  }

  /// The total as it is printed.
  var total: String { scorecard.total.text(decimals: ruleSet.rounding.totalDecimals, ruleSet.rounding.mode) }

  private func json(of explained: ExplainedLeaf, _ language: Language) -> JSON {
    let (leaf, standing) = (explained.leaf, explained.standing)
    return [
      "code": .string(leaf.code),
      "title": .string(leaf.title),
      "points": .string(leaf.points.plainText),
      "score_exact": JSON(standing.score?.description),
      "status": .string(standing.status.rawValue),
      "lost_exact": .string(explained.lost.description),
      "subjects": .array(explained.appraisal.subjects.map { json(of: $0, explained, language) }),
      "steps": json(of: explained.steps, explained, language),
      "measure_exact": JSON(standing.measure?.description),
      "clause": JSON(leaf.clause),
      "source": JSON(leaf.source),
      "department": JSON(leaf.department),
    ]
  }

  private func json(of subject: SubjectAppraisal, _ explained: ExplainedLeaf, _ language: Language) -> JSON {
    [
      "subject": .string(subject.subject.description),
      "score_exact": JSON(subject.outcome.exactScore),
      "visits": .array(subject.visits.map { json(of: $0, explained, language) }),
      "steps": json(of: subject.steps, explained, language),
      "name": .string(name(of: subject.subject)),
      "outcome": .string(subject.outcome.code),
      "measure_exact": JSON(subject.outcome.exactMeasure),
    ]
  }

  private func json(of visit: VisitAppraisal, _ explained: ExplainedLeaf, _ language: Language) -> JSON {
    [
      "visit": .string(visit.visit),
      "score_exact": JSON(visit.outcome.exactScore),
      "steps": json(of: visit.steps, explained, language),
      "date": .string(visit.date),
      "group": JSON(visits[visit.visit]?.group),
      "outcome": .string(visit.outcome.code),
      "measure_exact": JSON(visit.outcome.exactMeasure),
      "recorded": .array(visit.rows.map { json(of: RecordedRow($0, of: explained.leaf)) }),
      "overrides": .array(
        (visits[visit.visit]?.overrides ?? []).map {
          ["action": .string($0.action), "by": .string($0.by), "reason": .string($0.reason)]
        }),
    ]
  }

  private func json(of steps: [Step], _ explained: ExplainedLeaf, _ language: Language) -> JSON {
    .array(
      steps.map { step in
        [
          "text": .string(explained.stepText.text(of: step).text(in: language)),
          "points_exact": .string(step.points.description),
        ]
      })
  }

  private func json(of row: RecordedRow) -> JSON {
    [
      "item": .string(row.item),
      "value": .string(row.value),
      "scorer": .string(row.scorer),
      "reason": .string(row.reason),
      "evidence": .array(row.evidence.map { ["code": .string($0), "title": JSON(evidenceTitles[$0])] }),
      "recorded_by": .string(row.recordedBy),
      "recorded_at": .string(row.recordedAt),
      "override": .array(
        row.overrides.map { ["inspector": .string($0.inspector), "reason": .string($0.reason)] }),
      "objection": JSON(row.objection),
    ]
  }

  private func json(of phase: PhaseScore) -> JSON {
    [
      "code": .string(phase.code),
      "points": .string(phase.points.plainText),
      "score_exact": JSON(phase.score?.description),
      "weight_exact": .string(phase.weight.description),
      "factor_exact": .string(phase.factor.description),
    ]
  }

  private func json(of section: SectionScore) -> JSON {
    [
      "code": .string(section.code),
      "points": .string(section.points.plainText),
      "score_exact": JSON(section.score?.description),
      "sum_exact": .string(section.sum.description),
      "factor_exact": .string(section.factor.description),
      "vetoed_by": JSON(section.vetoedBy),
    ]
  }

  private func json(of score: EntryScore) -> JSON {
    let entry = score.entry
    return [
      "entry": .string(entry.entry),
      "code": .string(entry.code),
      "level": JSON(entry.level),
      "event": JSON(entry.event),
      "count": .string(entry.count.plainText),
      "points_exact": .string(score.points.description),
      "outcome": .string(score.outcome.rawValue),
      "date": JSON(entries[entry.entry]?.date),
      "reason": JSON(entries[entry.entry]?.reason),
      "evidence": .array((entries[entry.entry]?.evidence ?? []).map(JSON.string)),
    ]
  }
}
