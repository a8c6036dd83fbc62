import KaoheScoring

extension RuleReader {
  static let leafKeys = [
    "code", "title", "points", "scope", "applies_to", "aggregate", "min_sites", "repeat", "scorers", "start", "floor",
    "cap", "methods", "survey", "not_applicable", "zero_denominator", "evidence", "examples", "clause", "source",
    "department",
  ]

  /// Reads a leaf and enters it among the leaves.
  ///
  /// - Parameter points: set as soon as they are known, for the sum of the section around.
  func leaf(_ field: Field, points: inout Reading<Rational>) throws(Reported) -> Node {
    let problemsBefore = log.problems.count
    let fields = try Fields(field, Bilingual("指标", en: "a leaf"), keys: Self.leafKeys)
    let code = codes.enter(fields, .leaf)
    let title = fields.text("title")
    points = fields.number("points", .positive)
    let cap = fields.optionalNumber("cap", .any)
    let methods = reading { () throws(Reported) in
      try self.methods(fields, LeafPoints(points: points, cap: cap))
    }
    let shape = LeafShape(fields, methods: methods.known)
    let appliesTo = fields.optional("applies_to", categories)
    let minSites = fields.whole("min_sites", 1...(.max), default: 1)
    let scorers = fields.word("scorers", default: ScorerCombination.mean)
    let bounds = reading { () throws(Reported) in
      try self.bounds(fields, points: points, cap: cap, methods: methods)
    }
    let survey = fields.optional("survey") { field throws(Reported) in
      try self.survey(field, items: methods.known?.itemCodes ?? [])
    }
    let policy = fields.word("not_applicable", default: notApplicable)
    let clause = fields.optionalText("clause")
    let source = fields.optionalText("source")
    let department = fields.optionalText("department")
    let examples = fields.optionalList("examples", example)
    shape.check(log)

    // At scope district there are no sites to combine: what is said about them has no effect there.
    let scope = try shape.scope.get()
    let aggregate = try shape.aggregate.get()
    let sites = try minSites.get()
    let leaf = Leaf(
      code: try code.get(), title: try title.get(), points: try points.get(), scope: scope,
      appliesTo: try appliesTo.get(), aggregate: scope == .district ? .mean : aggregate,
      minSites: scope == .district ? 1 : sites, repeat: try shape.repeat.get(), scorers: try scorers.get(),
      start: try bounds.get().start, floor: try bounds.get().floor, cap: try bounds.get().cap,
      methods: try methods.get().methods.get(), items: try methods.get().items.get(), survey: try survey.get(),
      notApplicable: try policy.get(), zeroDenominator: try shape.zeroDenominator.get(),
      evidenceRequired: try shape.evidence.get() == .required, clause: try clause.get(), source: try source.get(),
      department: try department.get(), examples: try examples.get().map(\.example))
    // What an example comes to means nothing while its leaf is not as it should be.
    if log.problems.count == problemsBefore { check(try examples.get(), of: leaf) }
    leaves.append(leaf)
    return .leaf(leaves.count - 1)
  }

  private func categories(_ field: Field) throws(Reported) -> [String] {
    let elements = try field.elements()
    guard !elements.isEmpty else {
      throw field.report(
        .emptyList, "`\(field.key)` 不能是空的", en: "`\(field.key)` must not be empty",
        hint: Bilingual("适用于所有类别时请删去", en: "leave it out where the leaf applies to all"))
    }
    var listed = ListedCodes()
    return try all(elements) { field throws(Reported) in
      let category = try field.code()
      try listed.enter(category, at: field.place, log: log)
      return category
    }
  }
}
