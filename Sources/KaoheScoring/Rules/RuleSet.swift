/// A city's evaluation rules (评价考核细则), as the engine takes them: validated, complete, every default filled in.
///
/// Made by KaoheRules from a rule file; nothing in it can make the engine fail.
public struct RuleSet: Sendable, Hashable {
  public var code: String
  public var title: String
  public var year: Int
  /// What one phase's sections add up to.
  public var points: Rational
  public var rounding: Rounding
  public var ranking: RankingBasis
  /// 总分封顶; nil for none.
  public var totalCap: Rational?
  public var quotaTies: QuotaTies
  public var documents: [Document]
  /// At least one; a rule file without phases has one with an empty code and weight 1.
  public var phases: [Phase]
  /// Every leaf, in the rules' order. Elsewhere a leaf is named by its position here.
  public var leaves: [Leaf]
  public var bonus: AdjustmentRules?
  public var penalty: AdjustmentRules?
  public var vetoes: [Veto]
  /// Best first; empty where no grades are given.
  public var grades: [Grade]
  public var ties: [TieBreak]

  public init(
    code: String, title: String, year: Int, points: Rational, rounding: Rounding, ranking: RankingBasis,
    totalCap: Rational?, quotaTies: QuotaTies, documents: [Document], phases: [Phase], leaves: [Leaf],
    bonus: AdjustmentRules?, penalty: AdjustmentRules?, vetoes: [Veto], grades: [Grade], ties: [TieBreak]
  ) {
    self.code = code
    self.title = title
    self.year = year
    self.points = points
    self.rounding = rounding
    self.ranking = ranking
    self.totalCap = totalCap
    self.quotaTies = quotaTies
    self.documents = documents
    self.phases = phases
    self.leaves = leaves
    self.bonus = bonus
    self.penalty = penalty
    self.vetoes = vetoes
    self.grades = grades
    self.ties = ties
  }

  /// The top-level sections of all phases, in the rules' order.
  public var sections: [Section] { phases.flatMap(\.sections) }
}

public struct Rounding: Sendable, Hashable {
  public var mode: RoundingMode
  /// Decimals of the total, 0…6.
  public var totalDecimals: Int
  /// Decimals of a leaf's score, 0…6; nil: nothing is rounded before the total.
  public var leafDecimals: Int?

  public init(mode: RoundingMode, totalDecimals: Int, leafDecimals: Int?) {
    self.mode = mode
    self.totalDecimals = totalDecimals
    self.leafDecimals = leafDecimals
  }
}

/// A text that the rules come from (文件).
public struct Document: Sendable, Hashable {
  public var title: String
  public var number: String?
  /// YYYY-MM-DD.
  public var issued: String?

  public init(title: String, number: String?, issued: String?) {
    self.title = title
    self.number = number
    self.issued = issued
  }
}

/// A phase of the year (平时考核, 年终考核) with its own sections.
public struct Phase: Sendable, Hashable {
  public var code: String
  public var title: String
  /// The weights of all phases add up to 1.
  public var weight: Rational
  public var sections: [Section]

  public init(code: String, title: String, weight: Rational, sections: [Section]) {
    self.code = code
    self.title = title
    self.weight = weight
    self.sections = sections
  }
}

/// A node with children (一级/二级指标).
public struct Section: Sendable, Hashable {
  public var code: String
  public var title: String
  public var points: Rational
  /// 本大项扣完为止; nil for no bound.
  public var floor: Rational?
  public var cap: Rational?
  public var children: [Node]

  public init(code: String, title: String, points: Rational, floor: Rational?, cap: Rational?, children: [Node]) {
    self.code = code
    self.title = title
    self.points = points
    self.floor = floor
    self.cap = cap
    self.children = children
  }

  /// Positions of the leaves below, in the rules' order.
  public var leaves: [Int] {
    children.flatMap { child in
      switch child {
      case .section(let section): section.leaves
      case .leaf(let position): [position]
      }
    }
  }

  /// The score within the section's floor and cap.
  public func bounded(_ score: Rational) -> Rational {
    var score = score
    if let cap { score = min(score, cap) }
    if let floor { score = max(score, floor) }
    return score
  }
}

public enum Node: Sendable, Hashable {
  case section(Section)
  /// A position in `RuleSet.leaves`.
  case leaf(Int)
}
