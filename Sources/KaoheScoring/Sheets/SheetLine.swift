/// One line of a scoring sheet: an observation that can be made, with what was recorded for it.
public struct SheetLine: Sendable, Hashable {
  /// Whose observation it is.
  public enum Scorer: Sendable, Hashable {
    /// The group's.
    case nobody
    /// That of whoever is written there; the group's where nobody is.
    case anybody
    /// That of an inspector, by code.
    case named(String)

    /// Empty where nobody is named yet.
    public var code: String {
      if case .named(let code) = self { code } else { "" }
    }
  }

  /// 序号, from 1.
  public var number: Int
  /// The position of its leaf in the sheet's entries.
  public var entry: Int
  /// The leaf's code.
  public var leaf: String
  /// Whether it is the first line of its leaf.
  public var isFirst: Bool
  /// An item or a survey's answer; empty where the leaf is meant.
  public var item: String
  public var scorer: Scorer
  /// What may be written, for a list to choose from; empty where it can't be listed.
  public var choices: [String]
  /// Whether nothing but the choices may be written.
  public var isClosed: Bool
  /// What may be written, in words.
  public var expectation: Bilingual
  /// What the cell holds; nil where nothing is recorded, or two rows are (a conflict).
  public var row: SheetRow?
  /// Identities of the cell's live rows.
  public var recorded: [Int64]
}

extension SheetRow {
  /// The value as a sheet shows it: words in Chinese, all else as it was written.
  public var shownValue: String {
    switch observed {
    case .notApplicable: "不适用"
    case ObservedValue.none?: "无"
    case .met(_, let isMet): isMet ? "是" : "否"
    default: value
    }
  }
}
