import KaoheScoring

extension ComparedView {
  static let siteScore = ComparedView(
    "site_score",
    """
    assessment, district, district_name, subject, subject_name, scope, leaf, title, \(micro("points")), \(micro("score")),
    status, visits, stale
    """
  ) { result in
    result.districts.flatMap { district in
      zip(result.rules.leaves, district.appraisal.leaves).flatMap { leaf, appraised in
        appraised.subjects.compactMap { appraised -> String? in
          let score: String
          switch appraised.outcome {
          case .score(let points): score = "\(points.micro)"
          case .notApplicable: score = ""
          case .measure, .summed, .missing: return nil
          }
          let subject = appraised.subject
          return line(
            result.code, district.participant.code, district.participant.name, subject.description,
            result.names.sites[subject] ?? "", subject.scope.rawValue, leaf.code, leaf.title, "\(leaf.points.micro)",
            score, score.isEmpty ? "not_applicable" : "scored", "\(appraised.visits.count)", "0")
        }
      }
    }
  }

  static let enterpriseOverview = overview(.enterprise) { $0.enterprises }
  static let parkOverview = overview(.park) { $0.parks }

  /// What the sites of a district came to: of each leaf its score to the millionth, summed. A share is compared by the
  /// score that it gives back.
  private static func overview(
    _ scope: Scope, _ sites: @escaping @Sendable (DistrictRecords) -> [String]
  ) -> ComparedView {
    ComparedView(
      "\(scope.rawValue)_overview",
      """
      assessment, year, \(scope.rawValue), name, subject, district, district_name, visits, last_visit, leaves_scored,
      \(micro("score")), \(micro("points")), \(micro("share * points")), stale
      """
    ) { result in
      result.districts.flatMap { district in
        sites(district.records).map { code in
          let subject = Subject(scope: scope, code: code)
          let visits = district.visits(to: subject)
          let scores = district.scores(of: subject, result.rules)
          let score = scores.isEmpty ? "" : "\(scores.map(\.score.micro).reduce(0, +))"
          let points = scores.map(\.points.micro).reduce(0, +)
          return line(
            result.code, "\(result.year)", code, result.names.sites[subject] ?? "", subject.description,
            district.participant.code, district.participant.name, "\(visits.count)", visits.map(\.date).max() ?? "",
            "\(scores.count)", score, scores.isEmpty ? "" : "\(points)", points == 0 ? "" : score, "0")
        }
      }
    }
  }
}

extension EngineResult.District {
  fileprivate func visits(to subject: Subject) -> [VisitRecord] { records.visits.filter { $0.subject == subject } }

  /// The leaves that a subject has a score for.
  fileprivate func scores(of subject: Subject, _ rules: RuleSet) -> [(score: Rational, points: Rational)] {
    zip(rules.leaves, appraisal.leaves).flatMap { leaf, appraised in
      appraised.subjects.compactMap { appraised in
        guard appraised.subject == subject, case .score(let score) = appraised.outcome else { return nil }
        return (score, leaf.points)
      }
    }
  }
}
