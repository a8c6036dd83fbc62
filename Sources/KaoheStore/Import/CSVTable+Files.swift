extension CSVTable {
  // The files of docs/records.md, in the order in which they are read.

  static let districts = CSVTable("districts.csv", "code name category")
  static let groups = CSVTable("groups.csv", "code name leader?")
  static let parks = CSVTable("parks.csv", "code name district theme programme? batch? station?")
  static let enterprises = CSVTable(
    "enterprises.csv", "code name district park? level batch? industry? stage?")
  static let inspectors = CSVTable("inspectors.csv", "code name organisation group? district?")
  static let assessments = CSVTable("assessments.csv", "assessment title rule_set opens? closes? pools? enrol?")
  static let participants = CSVTable("participants.csv", "assessment district category? status?", key: 0, 1)
  static let visits = CSVTable("visits.csv", "visit assessment group subject date methods? status")
  static let visitSteps = CSVTable(
    "visit_steps.csv", "visit action recorded_at recorded_by reason? override?", key: 0, 1, 2, 3, 4, 5)
  static let evidence = CSVTable(
    "evidence.csv", "code subject title kind number? date sha256? source? file? size?")
  static let recusals = CSVTable(
    "recusals.csv", "visit indicator item? scorer? inspector reason?", key: 0, 1, 2, 3, 4)
  static let scores = CSVTable("scores.csv", "visit indicator item? value scorer? reason? evidence?", key: 0, 1, 2, 4)
  static let adjustments = CSVTable(
    "adjustments.csv", "entry assessment district code level? event? count? date reason evidence?")
  static let findings = CSVTable(
    "findings.csv", "code visit indicator? kind text requirement? due? status closed? evidence? responsible?")
  static let findingSteps = CSVTable(
    "finding_steps.csv", "finding action date recorded_at recorded_by reason?", key: 0, 1, 2, 3, 4, 5)
  static let objections = CSVTable(
    "objections.csv",
    """
    code visit indicator raised_by text opened_at opened_by status decision? decided_at? decided_by? evidence?
    """)
  static let corrections = CSVTable("corrections.csv", "objection item? scorer?", key: 0, 1, 2)
  static let metrics = CSVTable("metrics.csv", "subject year metric value unit?", key: 0, 1, 2)
  static let coverage = CSVTable(
    "coverage.csv",
    """
    park year parties parties_coordinating enterprises enterprises_participating employees employees_benefiting
    """, key: 0, 1)
  static let tasks = CSVTable("tasks.csv", "code assessment title department district? due? progress status")
  static let surveys = CSVTable("surveys.csv", "code subject date question answer count", key: 0, 3, 4)
  static let publicity = CSVTable("publicity.csv", "code subject title form date outlet? reposted_by?")

  static let all = [
    districts, groups, parks, enterprises, inspectors, assessments, participants, visits, visitSteps, evidence,
    recusals, scores, adjustments, findings, findingSteps, objections, corrections, metrics, coverage, tasks, surveys,
    publicity,
  ]
}
