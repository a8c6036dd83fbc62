/// A list to choose from, in some cells.
public struct ListValidation: Sendable, Hashable {
  public enum Source: Sendable, Hashable {
    /// Written out in the cell's rule. Refused unless `fitsInline`.
    case items([String])
    /// Cells that hold the choices, usually of a hidden sheet.
    case cells(sheet: String, CellRange)
  }

  public var range: CellRange
  public var source: Source
  /// Whether anything else is refused; otherwise the list is an offer.
  public var isBinding: Bool
  public var prompt: Prompt?

  public init(_ range: CellRange, _ source: Source, isBinding: Bool = true, prompt: Prompt? = nil) {
    self.range = range
    self.source = source
    self.isBinding = isBinding
    self.prompt = prompt
  }

  /// Excel's limit for a list in a rule, with its commas.
  static let inlineLimit = 255

  /// Whether a list can be written out in a rule: 255 characters in all; no commas, which separate; no quotes, line
  /// breaks or spaces at the ends, which Excel would change.
  public static func fitsInline(_ items: [String]) -> Bool {
    let areFit = items.allSatisfy { item in
      guard let first = item.first, let last = item.last, !first.isWhitespace, !last.isWhitespace
      else { return false }
      return !item.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    }
    return !items.isEmpty && areFit && items.joined(separator: ",").utf16.count <= inlineLimit
  }

  /// What is shown beside a cell when it is selected.
  public struct Prompt: Sendable, Hashable {
    public let title: String
    public let text: String

    /// Texts are cut to what Excel shows, 32 and 255 characters, with `…` for the rest.
    public init(title: String, text: String) {
      self.title = title.shortened(to: 32)
      self.text = text.shortened(to: 255)
    }
  }
}

extension String {
  /// - Parameter limit: in UTF-16 units, as Excel counts.
  fileprivate func shortened(to limit: Int) -> String {
    if utf16.count <= limit { return self }
    var result = ""
    var count = 1
    for character in self {
      count += character.utf16.count
      if count > limit { break }
      result.append(character)
    }
    return result + "…"
  }
}
