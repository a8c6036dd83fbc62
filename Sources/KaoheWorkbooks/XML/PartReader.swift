import CLibXML2

/// Streams the elements and texts of one part of a workbook.
///
/// Elements are known by their local names: programs differ in prefixes, and two namespaces (transitional, strict) say
/// the same. A document type declaration is refused, so there are no entities; nothing is ever loaded from elsewhere.
final class PartReader {
  enum Event {
    /// Attributes can be read until the next event.
    case start(String)
    /// Comes for every start, also for an element that is written as empty.
    case end(String)
    /// `text` is what it says.
    case text
  }

  let part: String
  private let input: PartInput
  private let reader: xmlTextReaderPtr
  /// An element without content has no end of its own in libxml2's events.
  private var pendingEnd: String?
  /// What libxml2 knows of the document as a whole. Once it was asked for, it is no longer the reader's to free.
  private var document: xmlDocPtr?

  /// Bounds beyond which libxml2 becomes slow, far above what programs save: its search for attributes and namespaces
  /// is linear, and so is, in effect, that for names (and texts of three bytes, which it keeps with them).
  private static let mostAttributes = 64
  private static let mostLevels = 64
  private static let mostNames = 200_000

  init(_ stream: ArchiveStream) throws(WorkbookProblem) {
    _ = PartReader.isReady
    input = PartInput(stream)
    part = stream.part
    let read: xmlInputReadCallback = { context, buffer, count in
      guard let context, let buffer else { return -1 }
      let input = Unmanaged<PartInput>.fromOpaque(context).takeUnretainedValue()
      return Int32(input.read(into: buffer, Int(count)))
    }
    // No HUGE: libxml2 then bounds the depth of elements, the length of texts and names.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let context = Unmanaged.passUnretained(input).toOpaque()
    guard let reader = xmlReaderForIO(read, nil, context, nil, nil, Int32(options)) else {
      throw input.problem ?? .brokenXML(stream.part)
    }
    self.reader = reader
    input.reader = reader
  }

  deinit {
    xmlFreeTextReader(reader)
    if let document { xmlFreeDoc(document) }
  }

  /// libxml2 wants its tables made before threads use it.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// - Returns: nil at the end of the part.
  func next() throws(WorkbookProblem) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while true {
      let status = xmlTextReaderRead(reader)
      if document == nil { document = xmlTextReaderCurrentDoc(reader) }
      if status == 0, input.problem == nil { return nil }
      guard status == 1, input.problem == nil else { throw failure }
      switch xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
      case XML_READER_TYPE_ELEMENT:
        if isUnusual { throw .unusualXML(part) }
        if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
        return .start(name)
      case XML_READER_TYPE_END_ELEMENT: return .end(name)
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_WHITESPACE,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return .text
      case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY, XML_READER_TYPE_ENTITY_REFERENCE:
        throw .documentType(part)
      default: continue
      }
    }
  }

  /// The text of the current event.
  var text: String { PartReader.string(xmlTextReaderConstValue(reader)) }

  /// An attribute of the element that has just started.
  func attribute(_ name: String) -> String? {
    guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    return PartReader.string(xmlTextReaderConstValue(reader))
  }

  /// The attribute `r:id`, whatever its prefix is.
  var relationshipID: String? {
    defer { xmlTextReaderMoveToElement(reader) }
    var status = xmlTextReaderMoveToFirstAttribute(reader)
    while status == 1 {
      let space = PartReader.string(xmlTextReaderConstNamespaceUri(reader))
      if name == "id", space.hasSuffix("/relationships") {
        return PartReader.string(xmlTextReaderConstValue(reader))
      }
      status = xmlTextReaderMoveToNextAttribute(reader)
    }
    return nil
  }

  /// libxml2 looks ahead: what is wrong behind a document type is found before the document type is told of.
  private var failure: WorkbookProblem {
    if document?.pointee.intSubset != nil { return .documentType(part) }
    return input.problem ?? .brokenXML(part)
  }

  private var isUnusual: Bool {
    xmlTextReaderAttributeCount(reader) > Self.mostAttributes
      || xmlTextReaderDepth(reader) > Self.mostLevels
      || xmlDictSize(document?.pointee.dict) > Self.mostNames
  }

  private var name: String { PartReader.string(xmlTextReaderConstLocalName(reader)) }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
