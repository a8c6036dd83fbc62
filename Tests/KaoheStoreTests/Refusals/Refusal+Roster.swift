@testable import KaoheStore

/// Cells that are empty or hold what they can't, and codes that nobody knows.
extension Refusal {
  static let roster: [Refusal] = [
    Refusal(
      "a district without a name", .add("districts.csv", "d3,,区"),
      messages: """
        districts.csv:4: name: 不能为空
        districts.csv:4: name: must not be empty
        """),
    Refusal(
      "a row without any cell", .add("districts.csv", ",,"),
      messages: """
        districts.csv:4: category: 不能为空
        districts.csv:4: code: 不能为空
        districts.csv:4: name: 不能为空
        districts.csv:4: category: must not be empty
        districts.csv:4: code: must not be empty
        districts.csv:4: name: must not be empty
        """),
    Refusal(
      "an enterprise without a level", .add("enterprises.csv", "E3,示例三厂,d1,,,"),
      messages: """
        enterprises.csv:4: level: 不能为空
        enterprises.csv:4: level: must not be empty
        """),
    Refusal(
      "an enterprise of an unknown level", .add("enterprises.csv", "E3,示例三厂,d1,,县级,"),
      messages: """
        enterprises.csv:4: level: “县级”不在可填的词中：国家级、省级、市级、区级、镇级
        enterprises.csv:4: level: “县级” is not one of 国家级, 省级, 市级, 区级, 镇级
        """),
    Refusal(
      "an enterprise of an unknown stage", .add("enterprises.csv", "E3,示例三厂,d1,,市级,试点"),
      messages: """
        enterprises.csv:4: stage: “试点”不在可填的词中：candidate、pilot、exemplar
        enterprises.csv:4: stage: “试点” is not one of candidate, pilot, exemplar
        """),
    Refusal(
      "a visit of an unknown status", .add("visits.csv", "V7,2022,G1,district:d1,2022-06-07,,done"),
      messages: """
        visits.csv:8: status: “done”不在可填的词中：draft、submitted、confirmed、cancelled
        visits.csv:8: status: “done” is not one of draft, submitted, confirmed, cancelled
        """),
    Refusal(
      "evidence of an unknown kind", .add("evidence.csv", "EV2,district:d1,录像,视频,2022-05-01"),
      messages: """
        evidence.csv:3: kind: “视频”不在可填的词中：文件、台账、照片、问卷、系统数据、作品、活动
        evidence.csv:3: kind: “视频” is not one of 文件, 台账, 照片, 问卷, 系统数据, 作品, 活动
        """),
    Refusal(
      "a finding of an unknown kind and status",
      .add("findings.csv", "W2,V1,,highlights,亮点,,,closed,,"),
      messages: """
        findings.csv:3: kind: “highlights”不在可填的词中：problem、highlight、innovation
        findings.csv:3: status: “closed”不在可填的词中：open、rectified、verified
        findings.csv:3: kind: “highlights” is not one of problem, highlight, innovation
        findings.csv:3: status: “closed” is not one of open, rectified, verified
        """),
    Refusal(
      "a participant of an unknown status", .add("participants.csv", "2022,d1,区,left"),
      messages: """
        participants.csv:4: assessment: 与第 2 行的键相同，同一文件中每个键只能有一行
        participants.csv:4: status: “left”不在可填的词中：enrolled、withdrawn
        participants.csv:4: assessment: has the same key as line 2; a key stands once in a file
        participants.csv:4: status: “left” is not one of enrolled, withdrawn
        """),
    Refusal(
      "pools neither yes nor no", .replace("assessments.csv", "12-31,no", "12-31,maybe"),
      messages: """
        assessments.csv:2: pools: “maybe”不在可填的词中：yes、no、是、否
        assessments.csv:2: pools: “maybe” is not one of yes, no, 是, 否
        """),
    Refusal(
      "a day that the calendar has not", .add("visits.csv", "V7,2022,G1,district:d1,2022-02-30,,draft"),
      messages: """
        visits.csv:8: date: “2022-02-30”不是日期：应为 2022-09-01 的形式
        visits.csv:8: date: “2022-02-30” is no date: write it as 2022-09-01
        """),
    Refusal(
      "a day written as 2022/6/7", .add("visits.csv", "V7,2022,G1,district:d1,2022/6/7,,draft"),
      messages: """
        visits.csv:8: date: “2022/6/7”不是日期：应为 2022-09-01 的形式
        visits.csv:8: date: “2022/6/7” is no date: write it as 2022-09-01
        """),
    Refusal(
      "a day with full-width digits", .add("visits.csv", "V7,2022,G1,district:d1,２０２２-06-07,,draft"),
      messages: """
        visits.csv:8: date: “２０２２-06-07”不是日期：应为 2022-09-01 的形式
        visits.csv:8: date: “２０２２-06-07” is no date: write it as 2022-09-01
        """),
    Refusal(
      "29 February of no leap year", .replace("findings.csv", "2022-09-30", "2100-02-29"),
      messages: """
        findings.csv:2: due: “2100-02-29”不是日期：应为 2022-09-01 的形式
        findings.csv:2: due: “2100-02-29” is no date: write it as 2022-09-01
        """),
    Refusal(
      "a visit without a day", .add("visits.csv", "V7,2022,G1,district:d1,,,draft"),
      messages: """
        visits.csv:8: date: 不能为空
        visits.csv:8: date: must not be empty
        """),
    Refusal(
      "a subject without its kind", .add("visits.csv", "V7,2022,G1,d1,2022-06-07,,draft"),
      messages: """
        visits.csv:8: subject: “d1”应写成 district:代码、enterprise:代码 或 park:代码
        visits.csv:8: subject: “d1”: write district:CODE, enterprise:CODE or park:CODE
        """),
    Refusal(
      "a subject of an unknown kind", .add("visits.csv", "V7,2022,G1,town:d1,2022-06-07,,draft"),
      messages: """
        visits.csv:8: subject: “town:d1”应写成 district:代码、enterprise:代码 或 park:代码
        visits.csv:8: subject: “town:d1”: write district:CODE, enterprise:CODE or park:CODE
        """),
    Refusal(
      "a subject without a code", .add("visits.csv", "V7,2022,G1,district:,2022-06-07,,draft"),
      messages: """
        visits.csv:8: subject: “district:”应写成 district:代码、enterprise:代码 或 park:代码
        visits.csv:8: subject: “district:”: write district:CODE, enterprise:CODE or park:CODE
        """),
    Refusal(
      "a hash that is too short",
      .file("evidence.csv", "code,subject,title,kind,date,sha256\nEV1,district:d1,会议纪要,文件,2022-05-01,abc\n"),
      messages: """
        evidence.csv:2: sha256: 应为 64 位十六进制
        evidence.csv:2: sha256: write 64 hexadecimal digits
        """),
    Refusal(
      "a long cell is cut", .add("enterprises.csv", "E3,示例三厂,d1,,\(String(repeating: "市", count: 50)),"),
      messages: """
        enterprises.csv:4: level: “市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市…”不在可填的词中：国家级、省级、市级、区级、镇级
        enterprises.csv:4: level: “市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市…” is not one of 国家级, 省级, 市级, 区级, 镇级
        """),
  ]

  static let codes: [Refusal] = [
    Refusal(
      "a park in an unknown district", .add("parks.csv", "P2,二园,d9,装备,"),
      messages: """
        parks.csv:3: district: 没有代码为“d9”的市（县）区
        parks.csv:3: district: there is no district “d9”
        """),
    Refusal(
      "an enterprise in an unknown district and park", .add("enterprises.csv", "E3,示例三厂,d9,P9,市级,"),
      messages: """
        enterprises.csv:4: district: 没有代码为“d9”的市（县）区
        enterprises.csv:4: park: 没有代码为“P9”的特色产业园区
        enterprises.csv:4: district: there is no district “d9”
        enterprises.csv:4: park: there is no industrial park “P9”
        """),
    Refusal(
      "an inspector of an unknown group and district", .add("inspectors.csv", "S4,赵六,市总工会,G9,d9"),
      messages: """
        inspectors.csv:5: district: 没有代码为“d9”的市（县）区
        inspectors.csv:5: group: 没有代码为“G9”的督查观摩组
        inspectors.csv:5: district: there is no district “d9”
        inspectors.csv:5: group: there is no inspection group “G9”
        """),
    Refusal(
      "an assessment by an unknown rule set", .add("assessments.csv", "2023,二三年,big,,,"),
      messages: """
        assessments.csv:3: rule_set: 没有代码为“big”的细则
        assessments.csv:3: rule_set: there is no rule set “big”
        """),
    Refusal(
      "a participant of an unknown assessment and district", .add("participants.csv", "2023,d9,区,"),
      messages: """
        participants.csv:4: assessment: 没有代码为“2023”的考核
        participants.csv:4: district: 没有代码为“d9”的市（县）区
        participants.csv:4: assessment: there is no assessment “2023”
        participants.csv:4: district: there is no district “d9”
        """),
    Refusal(
      "a visit with unknown assessment, group and subject",
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
      "a visit to an unknown park", .add("visits.csv", "V7,2022,G1,park:P9,2022-06-07,,draft"),
      messages: """
        visits.csv:8: subject: 没有代码为“P9”的特色产业园区
        visits.csv:8: subject: there is no industrial park “P9”
        """),
    Refusal(
      "evidence about an unknown district", .add("evidence.csv", "EV2,district:d9,纪要,文件,2022-05-01"),
      messages: """
        evidence.csv:3: subject: 没有代码为“d9”的市（县）区
        evidence.csv:3: subject: there is no district “d9”
        """),
    Refusal(
      "a score at an unknown visit", score: "V9,A4,,60%,,,",
      messages: """
        scores.csv:16: visit: 没有代码为“V9”的督查
        scores.csv:16: visit: there is no visit “V9”
        """),
    Refusal(
      "a score of an unknown leaf", score: "V6,Z1,,60%,,,",
      messages: """
        scores.csv:16: indicator: 没有代码为“Z1”的考核要点（细则 small）
        scores.csv:16: indicator: there is no leaf in the rule set small “Z1”
        """),
    Refusal(
      "a score of a section", score: "V6,A,,60%,,,",
      messages: """
        scores.csv:16: indicator: 没有代码为“A”的考核要点（细则 small）
        scores.csv:16: indicator: there is no leaf in the rule set small “A”
        """),
    Refusal(
      "a score with unknown evidence", score: "V6,A4,,60%,,,EV1;EV9；EV8",
      messages: """
        scores.csv:16: evidence: 没有代码为“EV9”的台账
        scores.csv:16: evidence: 没有代码为“EV8”的台账
        scores.csv:16: evidence: there is no evidence “EV9”
        scores.csv:16: evidence: there is no evidence “EV8”
        """),
    Refusal(
      "a score by an unknown inspector", score: "V6,A6,,4,S9,,",
      messages: """
        scores.csv:16: scorer: 没有代码为“S9”的督查员
        scores.csv:16: scorer: there is no inspector “S9”
        """),
    Refusal(
      "a score without visit, leaf and value", score: ",,,,,,",
      messages: """
        scores.csv:16: indicator: 不能为空
        scores.csv:16: value: 不能为空
        scores.csv:16: visit: 不能为空
        scores.csv:16: indicator: must not be empty
        scores.csv:16: value: must not be empty
        scores.csv:16: visit: must not be empty
        """),
    Refusal(
      "an entry with unknown assessment, district and evidence",
      .add("adjustments.csv", "T2,2023,d9,J1,省级,,1,2022-05-01,推广,EV9"),
      messages: """
        adjustments.csv:3: assessment: 没有代码为“2023”的考核
        adjustments.csv:3: district: 没有代码为“d9”的市（县）区
        adjustments.csv:3: evidence: 没有代码为“EV9”的台账
        adjustments.csv:3: assessment: there is no assessment “2023”
        adjustments.csv:3: district: there is no district “d9”
        adjustments.csv:3: evidence: there is no evidence “EV9”
        """),
    Refusal(
      "an entry of an unknown group", .add("adjustments.csv", "T2,2022,d1,J9,省级,,1,2022-05-01,推广,"),
      messages: """
        adjustments.csv:3: code: 没有代码为“J9”的加分、减分或否决项
        adjustments.csv:3: code: there is no bonus, penalty or veto “J9”
        """),
    Refusal(
      "an entry without its level", .add("adjustments.csv", "T2,2022,d1,J1,,,1,2022-05-01,推广,"),
      messages: """
        adjustments.csv:3: level: J1 要写明档次：省级、市级
        adjustments.csv:3: level: J1 takes a level: 省级, 市级
        """),
    Refusal(
      "an entry of an unknown level", .add("adjustments.csv", "T2,2022,d1,K1,省级,,1,2022-05-01,通报,"),
      messages: """
        adjustments.csv:3: level: K1 没有档次“省级”，可填 市级
        adjustments.csv:3: level: K1 has no level “省级”; it has 市级
        """),
    Refusal(
      "a veto with a level", .add("adjustments.csv", "T2,2022,d1,X1,省级,,1,2022-05-01,伪造,"),
      messages: """
        adjustments.csv:3: level: 否决项没有档次，应为空
        adjustments.csv:3: level: a veto has no level; leave it empty
        """),
    Refusal(
      "an entry counted in part", .add("adjustments.csv", "T2,2022,d1,J1,省级,,1.5,2022-05-01,推广,"),
      messages: """
        adjustments.csv:3: count: “1.5”应为不小于0的整数
        adjustments.csv:3: count: “1.5”: write a whole number, 0 or more
        """),
    Refusal(
      "an entry counted below 0", .add("adjustments.csv", "T2,2022,d1,J1,省级,,-1,2022-05-01,推广,"),
      messages: """
        adjustments.csv:3: count: “-1”应为不小于0的整数
        adjustments.csv:3: count: “-1”: write a whole number, 0 or more
        """),
    Refusal(
      "an entry without a reason", .add("adjustments.csv", "T2,2022,d1,J1,省级,,1,2022-05-01,,"),
      messages: """
        adjustments.csv:3: reason: 不能为空
        adjustments.csv:3: reason: must not be empty
        """),
    Refusal(
      "a finding at an unknown visit", .add("findings.csv", "W2,V9,A1,problem,问题,,,open,,EV9"),
      messages: """
        findings.csv:3: evidence: 没有代码为“EV9”的台账
        findings.csv:3: visit: 没有代码为“V9”的督查
        findings.csv:3: evidence: there is no evidence “EV9”
        findings.csv:3: visit: there is no visit “V9”
        """),
    Refusal(
      "a finding of an unknown indicator", .add("findings.csv", "W2,V1,Z1,problem,问题,,,open,,"),
      messages: """
        findings.csv:3: indicator: 没有代码为“Z1”的指标
        findings.csv:3: indicator: there is no indicator “Z1”
        """),
  ]

  static let monitoring: [Refusal] = [
    Refusal(
      "a metric that is no number", .add("metrics.csv", "district:d1,2022,disputes,很少,件"),
      messages: """
        metrics.csv:3: value: “很少”：不是数：应写成 0.85、85% 或 45/60
        metrics.csv:3: value: “很少”: not a number: write 0.85, 85% or 45/60
        """),
    Refusal(
      "a metric of an unknown enterprise", .add("metrics.csv", "enterprise:E9,2022,disputes,1,件"),
      messages: """
        metrics.csv:3: subject: 没有代码为“E9”的试点企业
        metrics.csv:3: subject: there is no pilot enterprise “E9”
        """),
    Refusal(
      "a year of five digits", .add("metrics.csv", "district:d1,20222,disputes,1,件"),
      messages: """
        metrics.csv:3: year: “20222”不是年份
        metrics.csv:3: year: “20222” is no year
        """),
    Refusal(
      "a year that is no number", .add("metrics.csv", "district:d1,去年,disputes,1,件"),
      messages: """
        metrics.csv:3: year: “去年”应为不小于0的整数
        metrics.csv:3: year: “去年”: write a whole number, 0 or more
        """),
    Refusal(
      "a part above the whole", .replace("coverage.csv", "60,50", "60,61"),
      messages: """
        coverage.csv:2: enterprises_participating: 61 大于 enterprises 的 60
        coverage.csv:2: enterprises_participating: 61 is more than enterprises, 60
        """),
    Refusal(
      "coverage of an unknown park", .add("coverage.csv", "P9,2022,1,1,1,1,1,1"),
      messages: """
        coverage.csv:3: park: 没有代码为“P9”的特色产业园区
        coverage.csv:3: park: there is no industrial park “P9”
        """),
    Refusal(
      "coverage that is not whole", .replace("coverage.csv", "60,50", "60,83%"),
      messages: """
        coverage.csv:2: enterprises_participating: “83%”应为不小于0的整数
        coverage.csv:2: enterprises_participating: “83%”: write a whole number, 0 or more
        """),
    Refusal(
      "coverage that is not filled in", .replace("coverage.csv", "60,50", "60,"),
      messages: """
        coverage.csv:2: enterprises_participating: 不能为空
        coverage.csv:2: enterprises_participating: must not be empty
        """),
    Refusal(
      "progress above 100%", .replace("tasks.csv", "85%", "101%"),
      messages: """
        tasks.csv:2: progress: “101%”应在 0% 到 100% 之间
        tasks.csv:2: progress: “101%”: write 0% to 100%
        """),
    Refusal(
      "progress in words", .replace("tasks.csv", "85%", "过半"),
      messages: """
        tasks.csv:2: progress: “过半”应在 0% 到 100% 之间
        tasks.csv:2: progress: “过半”: write 0% to 100%
        """),
    Refusal(
      "a task of an unknown assessment and district", .add("tasks.csv", "R2,2023,开会,市总工会,d9,,0%,planned"),
      messages: """
        tasks.csv:3: assessment: 没有代码为“2023”的考核
        tasks.csv:3: district: 没有代码为“d9”的市（县）区
        tasks.csv:3: assessment: there is no assessment “2023”
        tasks.csv:3: district: there is no district “d9”
        """),
    Refusal(
      "a survey count that is not whole", .add("surveys.csv", "Q1,enterprise:E1,2022-05-18,面料,不满意,1.5"),
      messages: """
        surveys.csv:3: count: “1.5”应为不小于0的整数
        surveys.csv:3: count: “1.5”: write a whole number, 0 or more
        """),
    Refusal(
      "publicity without a form", .add("publicity.csv", "U2,district:d1,歌,,2022-05-12,,"),
      messages: """
        publicity.csv:3: form: 不能为空
        publicity.csv:3: form: must not be empty
        """),
  ]
}
