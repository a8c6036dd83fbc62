@testable import KaoheStore

/// Codes that nobody knows, and entries that the rules do not have.
extension Refusal {
  static let codes: [Refusal] = [
    Refusal(
      "a park in an unknown district", code: "unknown-code", .add("parks.csv", "P2,二园,d9,装备,"),
      messages: """
        parks.csv:3: district: 没有代码为“d9”的市（县）区
        parks.csv:3: district: there is no district “d9”
        """),
    Refusal(
      "an enterprise in an unknown district and park", code: "unknown-code",
      .add("enterprises.csv", "E3,示例三厂,d9,P9,市级,"),
      messages: """
        enterprises.csv:4: district: 没有代码为“d9”的市（县）区
        enterprises.csv:4: park: 没有代码为“P9”的特色产业园区
        enterprises.csv:4: district: there is no district “d9”
        enterprises.csv:4: park: there is no industrial park “P9”
        """),
    Refusal(
      "an inspector of an unknown group and district", code: "unknown-code", .add("inspectors.csv", "S4,赵六,市总工会,G9,d9"),
      messages: """
        inspectors.csv:5: district: 没有代码为“d9”的市（县）区
        inspectors.csv:5: group: 没有代码为“G9”的督查观摩组
        inspectors.csv:5: district: there is no district “d9”
        inspectors.csv:5: group: there is no inspection group “G9”
        """),
    Refusal(
      "an assessment by an unknown rule set", code: "unknown-code", .add("assessments.csv", "2023,二三年,big,,,"),
      messages: """
        assessments.csv:3: rule_set: 没有代码为“big”的细则
        assessments.csv:3: rule_set: there is no rule set “big”
        """),
    Refusal(
      "a participant of an unknown assessment and district", code: "unknown-code",
      .add("participants.csv", "2023,d9,区,"),
      messages: """
        participants.csv:4: assessment: 没有代码为“2023”的考核
        participants.csv:4: district: 没有代码为“d9”的市（县）区
        participants.csv:4: assessment: there is no assessment “2023”
        participants.csv:4: district: there is no district “d9”
        """),
    Refusal(
      "a visit with unknown assessment, group and subject", code: "unknown-code",
      .add("visits.csv", "V7,2023,G9,enterprise:E9,2022-06-07,,draft"),
      messages: """
        visits.csv:8: assessment: 没有代码为“2023”的考核
        visits.csv:8: group: 没有代码为“G9”的督查观摩组
        visits.csv:8: subject: 没有代码为“E9”的试点企业
        visits.csv:8: assessment: there is no assessment “2023”
        visits.csv:8: group: there is no inspection group “G9”
        visits.csv:8: subject: there is no pilot enterprise “E9”
        """),
    Refusal(
      "a visit to an unknown park", code: "unknown-code", .add("visits.csv", "V7,2022,G1,park:P9,2022-06-07,,draft"),
      messages: """
        visits.csv:8: subject: 没有代码为“P9”的特色产业园区
        visits.csv:8: subject: there is no industrial park “P9”
        """),
    Refusal(
      "evidence about an unknown district", code: "unknown-code",
      .add("evidence.csv", "EV2,district:d9,纪要,文件,2022-05-01"),
      messages: """
        evidence.csv:3: subject: 没有代码为“d9”的市（县）区
        evidence.csv:3: subject: there is no district “d9”
        """),
    Refusal(
      "a score at an unknown visit", code: "unknown-code", score: "V9,A4,,60%,,,",
      messages: """
        scores.csv:16: visit: 没有代码为“V9”的督查
        scores.csv:16: visit: there is no visit “V9”
        """),
    Refusal(
      "a score of an unknown leaf", code: "unknown-code", score: "V6,Z1,,60%,,,",
      messages: """
        scores.csv:16: indicator: 细则 small 没有代码为“Z1”的考核要点
        scores.csv:16: indicator: there is no leaf “Z1” in the rule set small
        """),
    Refusal(
      "a score of a section", code: "unknown-code", score: "V6,A,,60%,,,",
      messages: """
        scores.csv:16: indicator: 细则 small 没有代码为“A”的考核要点
        scores.csv:16: indicator: there is no leaf “A” in the rule set small
        """),
    Refusal(
      "a score with unknown evidence", code: "unknown-code", score: "V6,A4,,60%,,,EV1;EV9；EV8",
      messages: """
        scores.csv:16: evidence: 没有编号为“EV9”的台账
        scores.csv:16: evidence: 没有编号为“EV8”的台账
        scores.csv:16: evidence: there is no evidence “EV9”
        scores.csv:16: evidence: there is no evidence “EV8”
        """),
    Refusal(
      "a score by an unknown inspector", code: "unknown-code", score: "V6,A6,,4,S9,,",
      messages: """
        scores.csv:16: scorer: 没有代码为“S9”的督查员
        scores.csv:16: scorer: there is no inspector “S9”
        """),
    Refusal(
      "a score without visit, leaf and value", code: "empty-cell", score: ",,,,,,",
      messages: """
        scores.csv:16: indicator: 不能为空
        scores.csv:16: value: 不能为空
        scores.csv:16: visit: 不能为空
        scores.csv:16: indicator: must not be empty
        scores.csv:16: value: must not be empty
        scores.csv:16: visit: must not be empty
        """),
    Refusal(
      "an entry with unknown assessment, district and evidence", code: "unknown-code",
      .add("adjustments.csv", "T2,2023,d9,J1,省级,,1,2022-05-01,推广,EV9"),
      messages: """
        adjustments.csv:3: assessment: 没有代码为“2023”的考核
        adjustments.csv:3: district: 没有代码为“d9”的市（县）区
        adjustments.csv:3: evidence: 没有编号为“EV9”的台账
        adjustments.csv:3: assessment: there is no assessment “2023”
        adjustments.csv:3: district: there is no district “d9”
        adjustments.csv:3: evidence: there is no evidence “EV9”
        """),
    Refusal(
      "an entry of an unknown group", code: "unknown-code",
      .add("adjustments.csv", "T2,2022,d1,J9,省级,,1,2022-05-01,推广,"),
      messages: """
        adjustments.csv:3: code: 没有代码为“J9”的加分、减分或否决项
        adjustments.csv:3: code: there is no bonus, penalty or veto “J9”
        """),
    Refusal(
      "an entry without its level", code: "level-missing", .add("adjustments.csv", "T2,2022,d1,J1,,,1,2022-05-01,推广,"),
      messages: """
        adjustments.csv:3: level: J1 要写明档次：省级、市级
        adjustments.csv:3: level: J1 takes a level: 省级, 市级
        """),
    Refusal(
      "an entry of an unknown level", code: "unknown-level",
      .add("adjustments.csv", "T2,2022,d1,K1,省级,,1,2022-05-01,通报,"),
      messages: """
        adjustments.csv:3: level: K1 没有档次“省级”，可填 市级
        adjustments.csv:3: level: K1 has no level “省级”; it has 市级
        """),
    Refusal(
      "a veto with a level", code: "unknown-level", .add("adjustments.csv", "T2,2022,d1,X1,省级,,1,2022-05-01,伪造,"),
      messages: """
        adjustments.csv:3: level: 否决项没有档次，应为空
        adjustments.csv:3: level: a veto has no level; leave it empty
        """),
    Refusal(
      "an entry counted in part", code: "not-whole", .add("adjustments.csv", "T2,2022,d1,J1,省级,,1.5,2022-05-01,推广,"),
      messages: """
        adjustments.csv:3: count: “1.5”应为不小于0的整数
        adjustments.csv:3: count: “1.5”: write a whole number, 0 or more
        """),
    Refusal(
      "an entry counted below 0", code: "not-whole", .add("adjustments.csv", "T2,2022,d1,J1,省级,,-1,2022-05-01,推广,"),
      messages: """
        adjustments.csv:3: count: “-1”应为不小于0的整数
        adjustments.csv:3: count: “-1”: write a whole number, 0 or more
        """),
    Refusal(
      "an entry without a reason", code: "empty-cell", .add("adjustments.csv", "T2,2022,d1,J1,省级,,1,2022-05-01,,"),
      messages: """
        adjustments.csv:3: reason: 不能为空
        adjustments.csv:3: reason: must not be empty
        """),
    Refusal(
      "a finding at an unknown visit", code: "unknown-code", .add("findings.csv", "W2,V9,A1,problem,问题,,,open,,EV9"),
      messages: """
        findings.csv:3: evidence: 没有编号为“EV9”的台账
        findings.csv:3: visit: 没有代码为“V9”的督查
        findings.csv:3: evidence: there is no evidence “EV9”
        findings.csv:3: visit: there is no visit “V9”
        """),
    Refusal(
      "a finding of an unknown indicator", code: "unknown-code", .add("findings.csv", "W2,V1,Z1,problem,问题,,,open,,"),
      messages: """
        findings.csv:3: indicator: 没有代码为“Z1”的指标
        findings.csv:3: indicator: there is no indicator “Z1”
        """),
  ]
}
