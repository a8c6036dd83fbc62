import CYaml

/// One step of libyaml's walk through a file.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case documentEnd
    case streamEnd
    case scalar(String, plain: Bool)
    case alias
    case listStart
    case listEnd
    case mappingStart
    case mappingEnd
  }

  let kind: Kind
  let place: Place
  var hasAnchor = false
  var hasTag = false
}

/// libyaml's events, one after another.
///
/// Events and not Yams' composed tree: composing stops at the first duplicate key, does not say where the
/// others are, and expands aliases.
final class YAMLEvents {
  /// libyaml keeps a pointer to the parser inside the parser, so it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let log: ProblemLog

  init(_ source: SourceText, log: ProblemLog) {
    self.log = log
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    input = .allocate(capacity: source.bytes.count)
    _ = input.initialize(from: source.bytes)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, UnsafePointer(input.baseAddress), input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event; a syntax error is reported.
  func next() throws(Reported) -> YAMLEvent {
    var event = yaml_event_t()
    repeat {
      guard yaml_parser_parse(parser, &event) == 1 else { throw YAMLSyntax.report(parser.pointee, to: log) }
      // After the end libyaml gives events without a type.
    } while event.type == YAML_STREAM_START_EVENT
    defer { yaml_event_delete(&event) }
    let place = Place(event.start_mark)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, place: place)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, place: place)
    case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, place: place)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLEvent(
        kind: .scalar(text, plain: scalar.style == YAML_PLAIN_SCALAR_STYLE), place: place,
        hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(kind: .listStart, place: place, hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .listEnd, place: place)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(kind: .mappingStart, place: place, hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, place: place)
    default: return YAMLEvent(kind: .streamEnd, place: place)
    }
  }
}

extension Place {
  init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
