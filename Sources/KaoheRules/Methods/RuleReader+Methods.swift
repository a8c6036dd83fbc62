import KaoheScoring

/// What methods need to know of their leaf.
struct LeafPoints {
  let points: Reading<Rational>
  let cap: Reading<Rational?>

  /// Whether the leaf can score more than its points; nil where that could not be read.
  var capIsAbovePoints: Bool? {
    guard let points = points.known, let cap = cap.known else { return nil }
    return (cap ?? points) > points
  }
}

extension RuleReader {
  /// The methods of a leaf, each as far as it can be read.
  func methods(_ fields: Fields, _ leaf: LeafPoints) throws(Reported) -> MethodList {
    guard let field = fields["methods"] else {
      throw log.report(
        .missingKey, at: fields.place, "指标缺少 `methods`（部分则要有 `children`）",
        en: "a leaf lacks `methods` (a section has `children`)")
    }
    let elements = try field.elements()
    if elements.isEmpty { throw field.report(.emptyList, "`methods` 不能是空的", en: "`methods` must not be empty") }
    var list = MethodList(items: .success([]))
    for element in elements {
      do throws(Reported) {
        let (name, keys) = try self.method(element)
        let (method, items) = method(name, keys, leaf, firstItem: list.items.known?.count ?? 0)
        list.drafts.append(MethodDraft(name: name, place: element.place, method: method))
        list.items = reading { () throws(Reported) in try list.items.get() + items.get() }
      } catch {
        list.isComplete = false
      }
    }
    checkConflicts(list.drafts)
    return list
  }

  /// The method's name and its keys: `{name: {keys}}`, or the bare name.
  private func method(_ field: Field) throws(Reported) -> (MethodName, Fields) {
    switch field.value.content {
    case .scalar:
      let name = try methodName(field)
      return (name, .none(at: field.place, name.owner, log: log))
    case .mapping(let entries):
      guard let entry = entries.first, entries.count == 1 else {
        throw field.report(
          .notOneMethod, "每个方法单独一项，写成“- 方法名:”，它的键缩进在下面",
          en: "each method is an entry of its own, `- name:`, with its keys indented below it")
      }
      let name = try methodName(
        Field(key: "methods", value: YAMLNode(content: .scalar(entry.key, plain: true), place: entry.place), log: log))
      let value = Field(key: name.rawValue, value: entry.value, log: log)
      if entry.value.isEmpty { return (name, .none(at: field.place, name.owner, log: log)) }
      return (name, try Fields(value, name.owner, keys: name.keys))
    case .list, .refused: throw field.value.isRefused ? Reported() : notOneMethod(field)
    }
  }

  private func notOneMethod(_ field: Field) -> Reported {
    field.report(
      .notOneMethod, "方法写成 {方法名: {…}}，或只写方法名", en: "a method is written as {name: {…}}, or as its bare name")
  }

  private func methodName(_ field: Field) throws(Reported) -> MethodName {
    let text = try field.text()
    if let name = MethodName(rawValue: text) { return name }
    let names = MethodName.allCases.map(\.rawValue)
    let expected = names.alternatives
    throw field.report(
      .unknownMethod, "没有 \(quoted(text)) 这种方法", en: "there is no method \(quoted(text))",
      hint: Suggestion.nearest(to: text, among: names).map(Suggestion.hint)
        ?? Bilingual("方法有 \(expected.chinese)", en: "a method is \(expected.english)"))
  }

  private func method(
    _ name: MethodName, _ fields: Fields, _ leaf: LeafPoints, firstItem: Int
  ) -> (Reading<Method>, Reading<[Item]>) {
    if let kind = name.itemKind { return itemMethod(kind, fields, firstItem: firstItem) }
    let method = reading { () throws(Reported) in
      switch name {
      case .ratio: try ratio(fields, leaf)
      case .bands: try bands(fields)
      case .steps: try steps(fields)
      case .levels: try levels(fields)
      case .peerRatio: try peerRatio(fields)
      case .peerRank: try peerRank(fields)
      case .peerRange: try peerRange(fields)
      case .judged, .deduct, .add, .checklist: Method.judged
      }
    }
    return (method, .success([]))
  }

  /// A leaf has at most one of: a measure, or one peer method alone; `levels`; `judged`.
  private func checkConflicts(_ drafts: [MethodDraft]) {
    for (position, draft) in drafts.enumerated() {
      guard let other = drafts[..<position].first(where: { !$0.name.goes(with: draft.name) }) else { continue }
      let (first, second) = (other.name.rawValue, draft.name.rawValue)
      if first == second {
        log.report(
          .methodConflict, at: draft.place, "一个指标只能有一个 `\(first)`", en: "a leaf has one `\(first)` only")
      } else {
        log.report(
          .methodConflict, at: draft.place, "`\(second)` 不能与 `\(first)` 用在同一指标",
          en: "`\(second)` can't stand beside `\(first)` in one leaf")
      }
      return
    }
  }
}

extension MethodName {
  fileprivate var owner: Bilingual { Bilingual("`\(rawValue)` ", en: "`\(rawValue)`") }

  fileprivate var itemKind: Item.Kind? {
    switch self {
    case .deduct: .deduct
    case .add: .add
    case .checklist: .checklist
    default: nil
    }
  }
}

extension YAMLNode {
  fileprivate var isRefused: Bool {
    if case .refused = content { true } else { false }
  }
}
