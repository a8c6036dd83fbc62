import KaoheScoring

/// A whole random assessment as an office hands it in: every file and every form of a score that docs/records.md knows,
/// and `kaohe import` takes it without a problem. The same seed gives the same.
public struct RandomFolder {
  /// Texts by name of the file.
  public private(set) var files: [String: String] = [:]
  /// What the engine has to rank, made beside the files and without a database.
  public internal(set) var assessments: [Assessment] = []

  /// An assessment as its files describe it.
  public struct Assessment: Sendable {
    public var code: String
    public var rules: RuleSet
    public var pools: Bool
    /// Those who are enrolled, with what counts.
    public var records: [DistrictRecords]

    /// What the engine makes of it.
    public var ranking: Ranking { rules.ranking(records, pools: pools) }
  }

  var random: SeededGenerator
  private var tables: [String: RandomFolderTable] = [:]
  var districts: [District] = []
  var enterprises: [Site] = []
  var parks: [Site] = []
  var groups: [String] = []
  var inspectors: [Inspector] = []
  var evidence: [String] = []
  var visitCount = 0
  var entryCount = 0
  var findingCount = 0

  public init(seed: UInt64) throws(ObservationProblem) {
    random = SeededGenerator(seed: seed)
    for (name, columns) in RandomFolderTable.files { tables[name] = RandomFolderTable(columns) }
    makeRoster()
    makeEvidence()
    let years = random.oneIn(3) ? [2021, 2022] : [2022]
    // The rules of the year before may go on, or new ones come.
    let keepsRules = random.oneIn(2)
    for year in years {
      let rules = assessments.last.flatMap { keepsRules ? $0.rules : nil } ?? random.wordedRuleSet(year: year)
      files["rules-\(rules.year).yaml"] = rules.yaml
      try makeAssessment(year, rules)
    }
    makeMonitoring(years)
    for (name, _) in RandomFolderTable.files {
      guard let table = tables[name], !table.rows.isEmpty || random.oneIn(4) else { continue }
      files[name] = table.text(&random)
    }
  }

  /// Adds a row to a file; columns that are not named are empty.
  mutating func add(_ file: String, _ cells: [String: String]) {
    tables[file, default: RandomFolderTable("")].add(cells)
  }
}
