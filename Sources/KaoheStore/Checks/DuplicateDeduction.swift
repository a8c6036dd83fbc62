import KaoheScoring

/// Two deductions that may be for one and the same incident (重复扣分), for a person to look at.
public struct DuplicateDeduction: Sendable {
  /// One deduction: an item that was counted at a visit, or an entry of penalty.
  public struct Place: Sendable, Hashable {
    public var assessment: String
    public var district: String
    public var districtName: String
    /// The visit, or the entry's code.
    public var record: String
    /// nil for an entry of penalty.
    public var group: String?
    /// The leaf, or the penalty group.
    public var indicator: String
    /// Its title.
    public var title: String
    public var item: String
    /// How often it was counted.
    public var count: String
    public var date: String
    public var reason: String
    /// Codes.
    public var evidence: [String]
    /// Numbers (文号) of the evidence, and the dates that it bears.
    var numbers: Set<String> = []
    var dates: Set<String> = []
  }

  /// What the two have in common beside their reasons.
  public enum Link: Sendable, Hashable {
    /// The evidence's code or number.
    case evidence(String)
    case date(String)

    public var text: Bilingual {
      switch self {
      case .evidence(let code): Bilingual("同一台账 \(code)", en: "the same evidence \(code)")
      case .date(let date): Bilingual("同一日期 \(date)，理由几乎相同", en: "the same date \(date), near-identical reasons")
      }
    }
  }

  public var first: Place
  public var second: Place
  public var link: Link
}

extension DuplicateDeduction {
  /// nil where the two are of different incidents, or are one deduction of one group under one leaf.
  init?(_ first: Place, _ second: Place) {
    guard first.group != second.group || first.indicator != second.indicator else { return nil }
    let likeness = Likeness(first.reason, second.reason)
    let evidence = Set(first.evidence).intersection(second.evidence).union(first.numbers.intersection(second.numbers))
    if let shared = evidence.min(), likeness.isAtLeast(1, of: 4) {
      link = .evidence(shared)
    } else if let shared = first.dates.intersection(second.dates).min(), likeness.isAtLeast(3, of: 4) {
      link = .date(shared)
    } else {
      return nil
    }
    self.first = first
    self.second = second
  }
}

/// How alike two texts are: Dice's coefficient of their pairs of neighbouring characters, signs and spaces left out.
struct Likeness {
  private let common: Int
  private let all: Int

  init(_ first: String, _ second: String) {
    var counts: [String: Int] = [:]
    let (one, other) = (Self.pairs(first), Self.pairs(second))
    for pair in one { counts[pair, default: 0] += 1 }
    var common = 0
    for pair in other where counts[pair, default: 0] > 0 {
      counts[pair, default: 0] -= 1
      common += 1
    }
    self.common = common
    all = one.count + other.count
  }

  func isAtLeast(_ numerator: Int, of denominator: Int) -> Bool {
    all > 0 && 2 * common * denominator >= numerator * all
  }

  private static func pairs(_ text: String) -> [String] {
    let characters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return zip(characters, characters.dropFirst()).map { String([$0, $1]) }
  }
}
