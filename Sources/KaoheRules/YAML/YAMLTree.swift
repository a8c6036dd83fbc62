/// Makes a tree of a file's single document.
///
/// Time and memory grow with the length of the file only: aliases are refused, never followed.
struct YAMLTree {
  /// How deep lists and mappings may be nested. A rule set of ten levels of sections needs 30.
  static let maximumDepth = 64

  private let events: YAMLEvents
  private let log: ProblemLog

  /// The document's root.
  ///
  /// Anchors, aliases, tags, duplicate keys and further documents are reported and then passed over; a syntax
  /// error or too deep a nesting ends the reading.
  static func root(of source: SourceText, log: ProblemLog) throws(Reported) -> YAMLNode {
    let tree = YAMLTree(events: YAMLEvents(source, log: log), log: log)
    guard case .documentStart = try tree.events.next().kind else {
      throw log.report(.emptyFile, at: nil, "文件是空的", en: "the file is empty")
    }
    let root = try tree.node(tree.events.next(), depth: 1)
    _ = try tree.events.next()
    let next = try tree.events.next()
    if case .documentStart = next.kind {
      log.report(
        .severalDocuments, at: next.place,
        "一个规则文件只能有一个 YAML 文档，这里又开始了一个", en: "a rule file is one YAML document, and here a second one begins",
        hint: .init("请分成几个文件", en: "make it several files"))
    }
    return root
  }

  private func node(_ event: YAMLEvent, depth: Int) throws(Reported) -> YAMLNode {
    try log.checkRoom()
    refuseProperties(of: event)
    switch event.kind {
    case .scalar(let text, let plain):
      if let control = text.unicodeScalars.first(where: \.isControl) {
        log.report(
          .controlCharacter, at: event.place,
          "文字里有不能用的控制字符 \(control.name)", en: "the text holds the control character \(control.name)",
          hint: .init("请删去它", en: "remove it"))
        return YAMLNode(content: .refused, place: event.place)
      }
      return YAMLNode(content: .scalar(text, plain: plain), place: event.place)
    case .listStart: return try list(event, depth: depth)
    case .mappingStart: return try mapping(event, depth: depth)
    default:
      log.report(
        .alias, at: event.place, "规则文件里不能用别名（*）", en: "aliases (*) are not allowed in rule files",
        hint: .init("请把内容写出来；以 * 开头的文字要加引号", en: "write the content out; quote a text that begins with *"))
      return YAMLNode(content: .refused, place: event.place)
    }
  }

  private func list(_ start: YAMLEvent, depth: Int) throws(Reported) -> YAMLNode {
    try checkDepth(depth, at: start.place)
    var elements: [YAMLNode] = []
    var event = try events.next()
    while !event.endsCollection {
      elements.append(try node(event, depth: depth + 1))
      event = try events.next()
    }
    return YAMLNode(content: .list(elements), place: start.place)
  }

  private func mapping(_ start: YAMLEvent, depth: Int) throws(Reported) -> YAMLNode {
    try checkDepth(depth, at: start.place)
    var entries: [YAMLEntry] = []
    var places: [String: Place] = [:]
    var event = try events.next()
    while !event.endsCollection {
      let key = try node(event, depth: depth + 1)
      let value = try node(events.next(), depth: depth + 1)
      switch key.content {
      case .scalar(let text, _):
        if let first = places[text] {
          log.report(
            .duplicateKey, at: key.place,
            "键 \(quoted(text)) 重复，第 \(first.line) 行已有",
            en: "the key \(quoted(text)) is there already, in line \(first.line)")
        } else {
          places[text] = key.place
          entries.append(YAMLEntry(key: text, place: key.place, value: value))
        }
      case .refused: break
      case .list, .mapping:
        log.report(.keyNotText, at: key.place, "键必须是文字", en: "a key must be a text")
      }
      event = try events.next()
    }
    return YAMLNode(content: .mapping(entries), place: start.place)
  }

  private func refuseProperties(of event: YAMLEvent) {
    if event.hasAnchor {
      log.report(
        .anchor, at: event.place, "规则文件里不能用锚点（&）", en: "anchors (&) are not allowed in rule files",
        hint: .init("请删去；以 & 开头的文字要加引号", en: "remove it; quote a text that begins with &"))
    }
    if event.hasTag {
      log.report(
        .tag, at: event.place, "规则文件里不能用标签（!）", en: "tags (!) are not allowed in rule files",
        hint: .init("请删去；以 ! 开头的文字要加引号", en: "remove it; quote a text that begins with !"))
    }
  }

  private func checkDepth(_ depth: Int, at place: Place) throws(Reported) {
    guard depth > Self.maximumDepth else { return }
    throw Self.reportDepth(at: place, to: log)
  }

  static func reportDepth(at place: Place, to log: ProblemLog) -> Reported {
    log.report(
      .tooDeep, at: place, "嵌套超过 \(Self.maximumDepth) 层", en: "nested more than \(Self.maximumDepth) levels deep")
  }
}

extension YAMLEvent {
  /// Whether a list or mapping ends here. The end of the file counts, so that no loop can run on.
  fileprivate var endsCollection: Bool {
    switch kind {
    case .listEnd, .mappingEnd, .documentEnd, .streamEnd: true
    default: false
    }
  }
}
