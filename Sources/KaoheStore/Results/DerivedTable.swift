/// A derived table that has rows of districts: its columns beside `assessment` and `district`.
struct DerivedTable: Sendable {
  let name: String
  /// The keys, then the values.
  let columns: [String]
  /// How many columns identify a row within its district, in the order of an index; they are texts.
  let keys: Int
  /// Whether a column says when a row became what it is. It is written beside what is compared.
  let namesMoment: Bool

  private init(_ name: String, keys: String, values: String, namesMoment: Bool = false) {
    self.name = name
    let keyColumns = keys.split(separator: " ").map(String.init)
    columns = keyColumns + values.split(separator: " ").map(String.init)
    self.keys = keyColumns.count
    self.namesMoment = namesMoment
  }

  var noRows: DerivedRows { DerivedRows(width: columns.count) }

  // MARK: What a district's own records give

  static let visits = DerivedTable("scored_visit", keys: "subject visit", values: "alone scores")
  static let subjects = DerivedTable("scored_subject", keys: "subject", values: "scores")
  static let items = DerivedTable(
    "item_score", keys: "indicator subject visit item", values: "kind count points_exact points_micro limited")
  static let appraisals = DerivedTable("district_appraisal", keys: "", values: "category outcomes")

  // MARK: What the comparison of the districts gives

  static let leaves = DerivedTable(
    "leaf_result", keys: "indicator",
    values: "status score_exact score_micro points_micro lost_exact lost_micro measure_exact")
  static let sections = DerivedTable("section_result", keys: "section", values: score)
  static let phases = DerivedTable("phase_result", keys: "phase", values: score)
  static let entries = DerivedTable(
    "adjustment_result", keys: "entry", values: "counted_exact counted_micro outcome")
  static let districts = DerivedTable(
    "district_result", keys: "",
    values: """
      position rank ranked total total_exact total_micro base_exact base_micro bonus_exact bonus_micro \
      penalty_exact penalty_micro grade vetoes complete rule_set
      """, namesMoment: true)

  private static let score = "points_exact points_micro score_exact score_micro"

  static let ofRecords = [visits, subjects, items, appraisals]
  static let ofRanking = [leaves, sections, phases, entries, districts]
}
