/// A ranking as it is shown: what every format of `rank` is made from.
public struct RankingReport: Sendable {
  public enum Status: String, Sendable {
    /// A ranked district is incomplete, or a visit is not confirmed.
    case provisional
    case complete
    case published
  }

  public struct Section: Sendable {
    public var code: String
    public var title: String
    public var points: Rational

    public init(code: String, title: String, points: Rational) {
      self.code = code
      self.title = title
      self.points = points
    }
  }

  public struct Row: Sendable {
    /// nil for a district that is not ranked.
    public var rank: Int?
    public var code: String
    public var name: String
    public var category: String
    /// As printed, with the rule set's decimals.
    public var total: String
    public var exactTotal: ResultNumber
    public var base: ResultNumber
    public var bonus: ResultNumber
    public var penalty: ResultNumber
    public var grade: String?
    public var vetoes: [String]
    public var isComplete: Bool
    /// Codes of the missing leaves, in the rules' order.
    public var missing: [String]
    /// Beside the report's sections; nil where one is taken out. Empty where they were not asked for.
    public var sections: [ResultNumber?]

    public init(
      rank: Int?, code: String, name: String, category: String, total: String, exactTotal: ResultNumber,
      base: ResultNumber, bonus: ResultNumber, penalty: ResultNumber, grade: String?, vetoes: [String],
      isComplete: Bool, missing: [String], sections: [ResultNumber?]
    ) {
      self.rank = rank
      self.code = code
      self.name = name
      self.category = category
      self.total = total
      self.exactTotal = exactTotal
      self.base = base
      self.bonus = bonus
      self.penalty = penalty
      self.grade = grade
      self.vetoes = vetoes
      self.isComplete = isComplete
      self.missing = missing
      self.sections = sections
    }

    public init(
      rank: Int?, code: String, name: String, category: String, total: String, exactTotal: Rational, base: Rational,
      bonus: Rational, penalty: Rational, grade: String?, vetoes: [String], isComplete: Bool, missing: [String],
      sections: [Rational?]
    ) {
      self.init(
        rank: rank, code: code, name: name, category: category, total: total, exactTotal: ResultNumber(exactTotal),
        base: ResultNumber(base), bonus: ResultNumber(bonus), penalty: ResultNumber(penalty), grade: grade,
        vetoes: vetoes, isComplete: isComplete, missing: missing, sections: sections.map { $0.map(ResultNumber.init) })
    }
  }

  public var assessment: String
  public var title: String
  public var ruleSet: String
  /// The rule set's title; it says so where the rules are illustrative.
  public var ruleSetTitle: String
  public var status: Status
  public var edition: Int?
  /// Visits, drafts too, that are not confirmed and keep the ranking provisional.
  public var unconfirmedVisits = 0
  /// Objections that were not decided. They change no number, but nothing is published while there are any.
  public var openObjections = 0
  public var decimals: Int
  public var rounding: RoundingMode
  /// Whether each category is ranked on its own.
  public var pools: Bool
  public var sections: [Section]
  /// Whether rounded totals rank, or exact ones.
  public var basis: RankingBasis
  /// By what equal totals are told apart, in order: codes, `bonus`, `penalty`.
  public var ties: [String]
  /// In the order in which they are printed.
  public var rows: [Row]

  public init(
    assessment: String, title: String, ruleSet: String, ruleSetTitle: String, status: Status, edition: Int?,
    decimals: Int, rounding: RoundingMode, pools: Bool, sections: [Section], basis: RankingBasis = .published,
    ties: [String] = [], rows: [Row]
  ) {
    self.assessment = assessment
    self.title = title
    self.ruleSet = ruleSet
    self.ruleSetTitle = ruleSetTitle
    self.status = status
    self.edition = edition
    self.decimals = decimals
    self.rounding = rounding
    self.pools = pools
    self.sections = sections
    self.basis = basis
    self.ties = ties
    self.rows = rows
  }
}
