import KaoheScoring

// Phases, sections and the points that must add up.

extension RuleReader {
  func phases(_ fields: Fields, points: Reading<Rational>) throws(Reported) -> [Phase] {
    guard fields["phases"] != nil else {
      let sections = try self.sections(fields, points: points).get()
      return [Phase(code: "", title: "", weight: .one, sections: sections)]
    }
    if let place = fields.placeOfKey("sections") {
      log.report(
        .phasesAndSections, at: place,
        "有了 `phases`，部分要写在各阶段里，不能再有顶层的 `sections`",
        en: "with `phases` the sections belong into the phases; there can't be `sections` at top level too")
    }
    noteUnlessList(fields["phases"])
    var weights: [Reading<Rational>] = []
    let phases = fields.list("phases") { field throws(Reported) in
      weights.append(.failure(Reported()))
      let fields = try Fields(field, Bilingual("阶段", en: "a phase"), keys: ["code", "title", "weight", "sections"])
      let code = codes.enter(fields, .phase)
      let title = fields.text("title")
      let weight = fields.number("weight", .positive)
      weights[weights.count - 1] = weight
      let sections = self.sections(fields, points: points)
      return Phase(code: try code.get(), title: try title.get(), weight: try weight.get(), sections: try sections.get())
    }
    if let sum = sum(weights), sum != .one, !weights.isEmpty {
      log.report(
        .weightsSum, at: fields.placeOfKey("phases"), "各阶段权重合计 \(sum.plainText)，应为 1（100%）",
        en: "the weights of the phases add up to \(sum.plainText), not to 1 (100%)")
    }
    return try phases.get()
  }

  private func sections(_ fields: Fields, points: Reading<Rational>) -> Reading<[Section]> {
    noteUnlessList(fields["sections"])
    var parts: [Reading<Rational>] = []
    let sections = fields.list("sections") { field throws(Reported) in
      let (node, points) = self.node(field, within: nil)
      parts.append(points)
      switch try node.get() {
      case .section(let section): return section
      case .leaf: throw Reported()
      }
    }
    if let wanted = points.known, let sum = sum(parts), sum != wanted, !parts.isEmpty {
      log.report(
        .pointsSum, at: fields.placeOfKey("sections"),
        "各部分分值合计 \(sum.plainText)，应等于 `points` \(wanted.plainText)",
        en: "the sections' points add up to \(sum.plainText), not to the \(wanted.plainText) of `points`")
    }
    return sections
  }

  /// A section or a leaf, and its points, which may be known where the rest is not.
  ///
  /// - Parameter parent: the code of the section around it; nil for the nodes directly under `sections`.
  private func node(_ field: Field, within parent: String?) -> (Reading<Node>, Reading<Rational>) {
    do throws(Reported) {
      let isSection = try isSection(field, atTop: parent == nil)
      var points: Reading<Rational> = .failure(Reported())
      let node = reading { () throws(Reported) in
        isSection
          ? Node.section(try section(field, within: parent, points: &points)) : try leaf(field, points: &points)
      }
      return (node, points)
    } catch {
      codes.noteUnread()
      return (.failure(error), .failure(error))
    }
  }

  /// Tells sections from leaves; reports what is neither, or in the wrong place.
  private func isSection(_ field: Field, atTop: Bool) throws(Reported) -> Bool {
    guard case .mapping(let entries) = field.value.content else {
      _ = try Fields(field, Bilingual("部分或指标", en: "a section or leaf"), keys: ["code", "title", "points"])
      return false
    }
    let keys = Set(entries.map(\.key))
    let hasMethods = keys.contains("methods")
    guard keys.contains("children") else {
      if atTop, hasMethods {
        throw field.report(
          .leafAtTop, "`sections` 下直接的是部分，要有 `children`，不能是指标",
          en: "what stands directly under `sections` is a section with `children`, not a leaf")
      }
      return atTop
        || !hasMethods
          && keys.contains { Suggestion.nearest(to: $0, among: Self.leafKeys + ["children"]) == "children" }
    }
    guard hasMethods else { return true }
    throw log.report(
      .leafWithChildren, at: entries.first { $0.key == "methods" }?.place,
      "有 `children` 的是部分，不能有 `methods`；计分的指标没有 `children`",
      en: "what has `children` is a section and takes no `methods`; a leaf has `methods` and no `children`")
  }

  private func section(
    _ field: Field, within parent: String?, points: inout Reading<Rational>
  ) throws(Reported) -> Section {
    let fields = try Fields(
      field, Bilingual("部分", en: "a section"), keys: ["code", "title", "points", "floor", "cap", "children"])
    let code = codes.enter(fields, parent.map { .section(within: $0) } ?? .topSection)
    let title = fields.text("title")
    points = fields.number("points", .positive)
    let floor = fields.optionalNumber("floor", .any)
    let cap = fields.optionalNumber("cap", .any)
    checkFloor(floor, cap, fields)
    noteUnlessList(fields["children"])
    var parts: [Reading<Rational>] = []
    let children = fields.list("children") { field throws(Reported) in
      let (node, points) = self.node(field, within: code.known ?? "")
      parts.append(points)
      return try node.get()
    }
    if let wanted = points.known, let sum = sum(parts), sum != wanted, !parts.isEmpty {
      log.report(
        .pointsSum, at: fields["points"]?.place,
        "下级分值合计 \(sum.plainText)，应等于本部分的 \(wanted.plainText)",
        en: "the children's points add up to \(sum.plainText), not to the section's \(wanted.plainText)")
    }
    return Section(
      code: try code.get(), title: try title.get(), points: try points.get(), floor: try floor.get(),
      cap: try cap.get(), children: try children.get())
  }

  private func checkFloor(_ floor: Reading<Rational?>, _ cap: Reading<Rational?>, _ fields: Fields) {
    guard case .success(let floor?) = floor, case .success(let cap?) = cap, floor > cap else { return }
    log.report(
      .floorAboveCap, at: fields["floor"]?.place,
      "`floor` \(floor.plainText) 高于 `cap` \(cap.plainText)",
      en: "`floor` \(floor.plainText) is above `cap` \(cap.plainText)")
  }

  /// Codes of a list that is not one can't be known.
  private func noteUnlessList(_ field: Field?) {
    if case .list = field?.value.content { return }
    codes.noteUnread()
  }

  /// The sum; nil where a part could not be read, and nothing can be said about it.
  private func sum(_ parts: [Reading<Rational>]) -> Rational? {
    let known = parts.compactMap(\.known)
    return known.count == parts.count ? known.sum : nil
  }
}
