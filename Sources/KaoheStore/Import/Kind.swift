import KaoheScoring

/// What codes stand for: how messages name it, and which file defines it.
enum Kind: Hashable {
  case district, enterprise, park, group, inspector, evidence, assessment, ruleSet, visit, leaf, indicator,
    adjustmentRule, finding, objection

  static func of(_ scope: Scope) -> Kind {
    switch scope {
    case .district: .district
    case .enterprise: .enterprise
    case .park: .park
    }
  }

  var label: Bilingual {
    switch self {
    case .district: Bilingual("市（县）区", en: "district")
    case .enterprise: Bilingual("试点企业", en: "pilot enterprise")
    case .park: Bilingual("特色产业园区", en: "industrial park")
    case .group: Bilingual("督查观摩组", en: "inspection group")
    case .inspector: Bilingual("督查员", en: "inspector")
    case .evidence: Bilingual("台账", en: "evidence")
    case .assessment: Bilingual("考核", en: "assessment")
    case .ruleSet: Bilingual("细则", en: "rule set")
    case .visit: Bilingual("督查", en: "visit")
    case .leaf: Bilingual("考核要点", en: "leaf")
    case .indicator: Bilingual("指标", en: "indicator")
    case .adjustmentRule: Bilingual("加分、减分或否决项", en: "bonus, penalty or veto")
    case .finding: Bilingual("问题", en: "finding")
    case .objection: Bilingual("申诉", en: "objection")
    }
  }

  /// What its code is called in Chinese.
  var codeLabel: String { self == .evidence ? "编号" : "代码" }

  /// nil for what the rules define.
  var file: String? {
    switch self {
    case .district: CSVTable.districts.file
    case .enterprise: CSVTable.enterprises.file
    case .park: CSVTable.parks.file
    case .group: CSVTable.groups.file
    case .inspector: CSVTable.inspectors.file
    case .evidence: CSVTable.evidence.file
    case .assessment: CSVTable.assessments.file
    case .visit: CSVTable.visits.file
    case .finding: CSVTable.findings.file
    case .objection: CSVTable.objections.file
    case .ruleSet, .leaf, .indicator, .adjustmentRule: nil
    }
  }
}
