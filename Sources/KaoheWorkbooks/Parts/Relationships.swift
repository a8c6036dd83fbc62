/// To which other parts a part refers, by the ids that it uses for them.
struct Relationships {
  struct Target {
    let id: String
    /// What the part is, e.g. `worksheet`: the last word of the type's address.
    let kind: String
    let part: String
  }

  private(set) var targets: [Target] = []

  /// - Parameter source: the name of the part that refers; empty for the package as a whole.
  init(_ part: PartReader, of source: String, limits: WorkbookLimits) throws(WorkbookProblem) {
    while let event = try part.next() {
      guard case .start("Relationship") = event, part.attribute("TargetMode") != "External",
        let id = part.attribute("Id"), let target = part.attribute("Target"),
        let type = part.attribute("Type")
      else { continue }
      if targets.count == limits.listed { throw .tooManyListed(part.part, limits.listed) }
      let kind = String(type.split(separator: "/").last ?? "")
      targets.append(Target(id: id, kind: kind, part: Self.resolve(target, against: source)))
    }
  }

  func first(_ kind: String) -> Target? { targets.first { $0.kind == kind } }

  /// Where the relationships of a part are kept.
  static func part(of source: String) -> String {
    let words = source.split(separator: "/")
    return (words.dropLast() + ["_rels", (words.last ?? "") + ".rels"]).joined(separator: "/")
  }

  /// LibreOffice writes targets relative to the part, some programs from the root. What climbs out ends at the root.
  static func resolve(_ target: String, against source: String) -> String {
    var folders = target.hasPrefix("/") ? [] : Array(source.split(separator: "/").dropLast())
    for word in target.split(separator: "/") {
      switch word {
      case ".": break
      case "..": _ = folders.popLast()
      default: folders.append(word)
      }
    }
    return folders.joined(separator: "/")
  }
}
