import KaoheScoring

/// The parts of a total: phases, sections, and what is added or subtracted.
extension ComparedView {
  static let phaseScore = ComparedView(
    "phase_score",
    """
    assessment, district, district_name, phase, title, \(micro("weight")), \(micro("points")), \(micro("score")), stale
    """
  ) { result in
    result.districts.flatMap { district in
      zip(result.rules.phases, district.card.phases).map { phase, score in
        line(
          result.code, district.participant.code, district.participant.name, phase.code, phase.title,
          "\(phase.weight.micro)", "\(score.points.micro)", score.score.map { "\($0.micro)" } ?? "", "0")
      }
    }
  }

  static let sectionScore = ComparedView(
    "section_score",
    """
    assessment, district, district_name, section, title, phase, \(micro("phase_weight")), \(micro("points")),
    \(micro("score")), stale
    """
  ) { result in
    let sections = result.rules.phases.flatMap { phase in phase.sections.map { (phase, $0) } }
    return result.districts.flatMap { district in
      zip(sections, district.card.sections).map { place, score in
        let (phase, section) = place
        return line(
          result.code, district.participant.code, district.participant.name, section.code, section.title, phase.code,
          "\(phase.weight.micro)", "\(section.points.micro)", score.score.map { "\($0.micro)" } ?? "", "0")
      }
    }
  }

  static let adjustmentDetail = ComparedView(
    "adjustment_detail",
    """
    assessment, district, district_name, entry, kind, code, title, level, event, count, \(micro("counted")), outcome,
    evidence <> '', stale
    """
  ) { result in
    result.districts.flatMap { district in
      district.card.entries.map { score in
        let (entry, group) = (score.entry, result.rules.group(score.entry.code))
        return line(
          result.code, district.participant.code, district.participant.name, entry.entry, group.kind, entry.code,
          group.title, entry.level ?? "", entry.event ?? "", "\(entry.count)", "\(score.points.micro)",
          score.outcome.rawValue, entry.hasEvidence ? "1" : "0", "0")
      }
    }
  }
}

extension RuleSet {
  fileprivate func group(_ code: String) -> (kind: String, title: String) {
    for (kind, rules) in [("bonus", bonus), ("penalty", penalty)] {
      if let group = rules?.groups.first(where: { $0.code == code }) { return (kind, group.title) }
    }
    return vetoes.first { $0.code == code }.map { ("veto", $0.title) } ?? ("", "")
  }
}
