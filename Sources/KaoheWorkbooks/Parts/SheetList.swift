/// The sheets of a workbook, in their order.
struct SheetList {
  struct Sheet {
    let name: String
    let relationship: String
  }

  private(set) var sheets: [Sheet] = []

  init(_ part: PartReader, limits: WorkbookLimits) throws(WorkbookProblem) {
    var names: Set<String> = []
    var isInside = false
    while let event = try part.next() {
      switch event {
      case .start("sheets"): isInside = true
      case .end("sheets"): isInside = false
      case .start("sheet") where isInside:
        guard let name = part.attribute("name"), let relationship = part.relationshipID else {
          continue
        }
        if sheets.count == limits.listed { throw .tooManyListed(part.part, limits.listed) }
        if !names.insert(name.lowercased()).inserted { throw .duplicateSheet(name.excerpt) }
        sheets.append(Sheet(name: name.decodingCharacterEscapes, relationship: relationship))
      default: break
      }
    }
  }
}
