/// One CSV file while it is filled.
struct RandomFolderTable: Sendable {
  /// The files of docs/records.md; `?` marks a column that may be absent.
  static let files: KeyValuePairs = [
    "districts.csv": "code name category",
    "groups.csv": "code name leader?",
    "parks.csv": "code name district theme programme? batch? station?",
    "enterprises.csv": "code name district park? level batch? industry? stage?",
    "inspectors.csv": "code name organisation group? district?",
    "assessments.csv": "assessment title rule_set opens? closes? pools?",
    "participants.csv": "assessment district category? status?",
    "visits.csv": "visit assessment group subject date methods? status",
    "evidence.csv": "code subject title kind number? date sha256? source?",
    "scores.csv": "visit indicator item? value scorer? reason? evidence?",
    "adjustments.csv": "entry assessment district code level? event? count? date reason evidence?",
    "findings.csv": "code visit indicator? kind text requirement? due? status closed? evidence? responsible?",
    "metrics.csv": "subject year metric value unit?",
    "coverage.csv":
      "park year parties parties_coordinating enterprises enterprises_participating employees employees_benefiting",
    "tasks.csv": "code assessment title department district? due? progress status",
    "surveys.csv": "code subject date question answer count",
    "publicity.csv": "code subject title form date outlet? reposted_by?",
  ]

  private let columns: [String]
  private let optional: Set<String>
  private(set) var rows: [[String]] = []

  init(_ columns: String) {
    let names = columns.split(separator: " ")
    self.columns = names.map { String($0.hasSuffix("?") ? $0.dropLast() : $0) }
    optional = Set(names.filter { $0.hasSuffix("?") }.map { String($0.dropLast()) })
  }

  mutating func add(_ cells: [String: String]) {
    precondition(cells.keys.allSatisfy(columns.contains), "\(cells.keys) are not all among \(columns)")
    rows.append(columns.map { cells[$0] ?? "" })
  }

  /// The file, in one of the forms that it may have: columns in any order, those that hold nothing left out, a byte
  /// order mark, line ends of either kind.
  func text(_ random: inout SeededGenerator) -> String {
    var order = columns.indices.filter { column in
      !optional.contains(columns[column]) || self.rows.contains { !$0[column].isEmpty } || random.oneIn(2)
    }
    if random.oneIn(3) { order.shuffle(using: &random) }
    let end = random.oneIn(4) ? "\r\n" : "\n"
    let rows = random.oneIn(4) ? self.rows.shuffled(using: &random) : self.rows
    let lines = [order.map { columns[$0] }] + rows.map { row in order.map { Self.quoted(row[$0]) } }
    return (random.oneIn(4) ? "\u{FEFF}" : "") + lines.map { $0.joined(separator: ",") + end }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
