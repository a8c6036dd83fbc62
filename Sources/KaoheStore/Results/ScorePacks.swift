import KaoheScoring

/// The scores of a district's visits and subjects as `scored_visit` and `scored_subject` hold them: one JSON text each.
struct ScorePacks {
  private struct VisitPack {
    var code: String
    var scores: [UInt8] = []
  }

  private struct SubjectPack {
    var subject: Subject
    /// Of the subject, in the order of the visits.
    var visits: Range<Int>
    /// Whether its scores are those of its only visit.
    var isAlone: Bool
    /// What a subject's only visit scored is the subject's score, whatever combines visits. Should it ever not be, the
    /// subject has all scores of its own.
    var isContradicted = false
    /// What it has beside these.
    var scores: [UInt8] = []
  }

  /// `"A1.1":` for each leaf.
  private let names: [[UInt8]]
  private var visits: [VisitPack] = []
  private var subjects: [SubjectPack] = []

  init(_ rules: RuleSet) {
    names = rules.leaves.map { leaf in
      var name: [UInt8] = []
      name.append(quoted: leaf.code)
      name.append(UInt8(ascii: ":"))
      return name
    }
  }

  /// Puts what an appraisal has of single visits and subjects into the rows of the two tables.
  mutating func pack(
    _ appraisal: Appraisal, _ records: DistrictRecords, _ visitRows: inout DerivedRows, _ subjectRows: inout DerivedRows
  ) {
    begin(records)
    for (leaf, appraised) in appraisal.leaves.enumerated() { add(appraised, names[leaf]) }
    if subjects.contains(where: \.isContradicted) {
      let contradicted = subjects.map(\.isContradicted)
      begin(records)
      for place in subjects.indices where contradicted[place] { subjects[place].isAlone = false }
      for (leaf, appraised) in appraisal.leaves.enumerated() { add(appraised, names[leaf]) }
    }
    for subject in subjects {
      if !subject.scores.isEmpty {
        subjectRows.add { $0.append(subject.subject) }
        subjectRows.add { $0.append(object: subject.scores) }
      }
      for visit in visits[subject.visits] where !visit.scores.isEmpty {
        visitRows.add { $0.append(subject.subject) }
        visitRows.add(visit.code)
        visitRows.add(subject.isAlone ? 1 : 0)
        visitRows.add { $0.append(object: visit.scores) }
      }
    }
  }

  private mutating func begin(_ records: DistrictRecords) {
    visits.removeAll(keepingCapacity: true)
    subjects.removeAll(keepingCapacity: true)
    // As the engine sorts them, so that each leaf has them in this order.
    for visit in records.visits.sorted(by: { ($0.subject, $0.date, $0.code) < ($1.subject, $1.date, $1.code) }) {
      let place = visits.count
      visits.append(VisitPack(code: visit.code))
      if let last = subjects.indices.last, subjects[last].subject == visit.subject {
        subjects[last].visits = subjects[last].visits.lowerBound..<(place + 1)
        subjects[last].isAlone = false
      } else {
        subjects.append(SubjectPack(subject: visit.subject, visits: place..<(place + 1), isAlone: true))
      }
    }
  }

  private mutating func add(_ leaf: LeafAppraisal, _ name: [UInt8]) {
    var place = 0
    for subject in leaf.subjects {
      place = self.place(of: subject.subject, from: place)
      var isNoted = false
      var next = subjects[place].visits.lowerBound
      for visit in subject.visits where visit.outcome.isKept {
        next = self.visit(visit.visit, of: place, from: next)
        visits[next].scores.append(name, visit.outcome)
        isNoted = subjects[place].isAlone
        if isNoted, visit.outcome != subject.outcome { subjects[place].isContradicted = true }
      }
      if !isNoted, subject.outcome.isKept { subjects[place].scores.append(name, subject.outcome) }
    }
  }

  /// - Returns: its place; it stands behind the last one, or else is looked for.
  private func place(of subject: Subject, from start: Int) -> Int {
    subjects[start...].firstIndex { $0.subject == subject } ?? subjects.firstIndex { $0.subject == subject } ?? start
  }

  private func visit(_ code: String, of subject: Int, from start: Int) -> Int {
    let own = visits[subjects[subject].visits]
    return own[start...].firstIndex { $0.code == code } ?? own.firstIndex { $0.code == code } ?? start
  }
}

extension Outcome {
  /// Whether it is a score of its own, or that there is none.
  fileprivate var isKept: Bool {
    switch self {
    case .score, .notApplicable: true
    case .measure, .summed, .missing: false
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ name: [UInt8], _ outcome: Outcome) {
    if !isEmpty { append(UInt8(ascii: ",")) }
    append(contentsOf: name)
    guard let score = outcome.score else {
      append(contentsOf: "null".utf8)
      return
    }
    append(UInt8(ascii: "\""))
    append(decimal: score.micro)
    append(UInt8(ascii: " "))
    append(exact: score)
    append(UInt8(ascii: "\""))
  }

  fileprivate mutating func append(object members: [UInt8]) {
    append(UInt8(ascii: "{"))
    append(contentsOf: members)
    append(UInt8(ascii: "}"))
  }

  mutating func append(_ subject: Subject) {
    append(contentsOf: subject.scope.rawValue.utf8)
    append(UInt8(ascii: ":"))
    append(contentsOf: subject.code.utf8)
  }
}
