@testable import KaoheStore

/// Cells that are empty or hold what they can't, and codes that nobody knows.
extension Refusal {
  static let roster: [Refusal] = [
    Refusal("a district without a name", .add("districts.csv", "d3,,区"), messages: "?"),
    Refusal("a row without any cell", .add("districts.csv", ",,"), messages: "?"),
    Refusal("an enterprise without a level", .add("enterprises.csv", "E3,示例三厂,d1,,,"), messages: "?"),
    Refusal("an enterprise of an unknown level", .add("enterprises.csv", "E3,示例三厂,d1,,县级,"), messages: "?"),
    Refusal("an enterprise of an unknown stage", .add("enterprises.csv", "E3,示例三厂,d1,,市级,试点"), messages: "?"),
    Refusal("a visit of an unknown status", .add("visits.csv", "V7,2022,G1,district:d1,2022-06-07,,done"), messages: "?"),
    Refusal("evidence of an unknown kind", .add("evidence.csv", "EV2,district:d1,录像,视频,2022-05-01"), messages: "?"),
    Refusal(
      "a finding of an unknown kind and status",
      .add("findings.csv", "W2,V1,,highlights,亮点,,,closed,,"), messages: "?"),
    Refusal("a participant of an unknown status", .add("participants.csv", "2022,d1,区,left"), messages: "?"),
    Refusal("pools neither yes nor no", .replace("assessments.csv", "12-31,no", "12-31,maybe"), messages: "?"),
    Refusal(
      "a day that the calendar has not", .add("visits.csv", "V7,2022,G1,district:d1,2022-02-30,,draft"), messages: "?"),
    Refusal("a day written as 2022/6/7", .add("visits.csv", "V7,2022,G1,district:d1,2022/6/7,,draft"), messages: "?"),
    Refusal("a day with full-width digits", .add("visits.csv", "V7,2022,G1,district:d1,２０２２-06-07,,draft"), messages: "?"),
    Refusal("29 February of no leap year", .replace("findings.csv", "2022-09-30", "2100-02-29"), messages: "?"),
    Refusal("a visit without a day", .add("visits.csv", "V7,2022,G1,district:d1,,,draft"), messages: "?"),
    Refusal("a subject without its kind", .add("visits.csv", "V7,2022,G1,d1,2022-06-07,,draft"), messages: "?"),
    Refusal("a subject of an unknown kind", .add("visits.csv", "V7,2022,G1,town:d1,2022-06-07,,draft"), messages: "?"),
    Refusal("a subject without a code", .add("visits.csv", "V7,2022,G1,district:,2022-06-07,,draft"), messages: "?"),
    Refusal("a hash that is too short", .file("evidence.csv", "code,subject,title,kind,date,sha256\nEV1,district:d1,会议纪要,文件,2022-05-01,abc\n"), messages: "?"),
    Refusal("a long cell is cut", .add("enterprises.csv", "E3,示例三厂,d1,,\(String(repeating: "市", count: 50)),"), messages: "?"),
  ]

  static let codes: [Refusal] = [
    Refusal("a park in an unknown district", .add("parks.csv", "P2,二园,d9,装备,"), messages: "?"),
    Refusal("an enterprise in an unknown district and park", .add("enterprises.csv", "E3,示例三厂,d9,P9,市级,"), messages: "?"),
    Refusal("an inspector of an unknown group and district", .add("inspectors.csv", "S4,赵六,市总工会,G9,d9"), messages: "?"),
    Refusal("an assessment by an unknown rule set", .add("assessments.csv", "2023,二三年,big,,,"), messages: "?"),
    Refusal("a participant of an unknown assessment and district", .add("participants.csv", "2023,d9,区,"), messages: "?"),
    Refusal(
      "a visit with unknown assessment, group and subject", .add("visits.csv", "V7,2023,G9,enterprise:E9,2022-06-07,,draft"),
      messages: "?"),
    Refusal("a visit to an unknown park", .add("visits.csv", "V7,2022,G1,park:P9,2022-06-07,,draft"), messages: "?"),
    Refusal("evidence about an unknown district", .add("evidence.csv", "EV2,district:d9,纪要,文件,2022-05-01"), messages: "?"),
    Refusal("a score at an unknown visit", score: "V9,A4,,60%,,,", messages: "?"),
    Refusal("a score of an unknown leaf", score: "V6,Z1,,60%,,,", messages: "?"),
    Refusal("a score of a section", score: "V6,A,,60%,,,", messages: "?"),
    Refusal("a score with unknown evidence", score: "V6,A4,,60%,,,EV1;EV9；EV8", messages: "?"),
    Refusal("a score by an unknown inspector", score: "V6,A6,,4,S9,,", messages: "?"),
    Refusal("a score without visit, leaf and value", score: ",,,,,,", messages: "?"),
    Refusal(
      "an entry with unknown assessment, district and evidence",
      .add("adjustments.csv", "T2,2023,d9,J1,省级,,1,2022-05-01,推广,EV9"), messages: "?"),
    Refusal("an entry of an unknown group", .add("adjustments.csv", "T2,2022,d1,J9,省级,,1,2022-05-01,推广,"), messages: "?"),
    Refusal("an entry without its level", .add("adjustments.csv", "T2,2022,d1,J1,,,1,2022-05-01,推广,"), messages: "?"),
    Refusal("an entry of an unknown level", .add("adjustments.csv", "T2,2022,d1,K1,省级,,1,2022-05-01,通报,"), messages: "?"),
    Refusal("a veto with a level", .add("adjustments.csv", "T2,2022,d1,X1,省级,,1,2022-05-01,伪造,"), messages: "?"),
    Refusal("an entry counted in part", .add("adjustments.csv", "T2,2022,d1,J1,省级,,1.5,2022-05-01,推广,"), messages: "?"),
    Refusal("an entry counted below 0", .add("adjustments.csv", "T2,2022,d1,J1,省级,,-1,2022-05-01,推广,"), messages: "?"),
    Refusal("an entry without a reason", .add("adjustments.csv", "T2,2022,d1,J1,省级,,1,2022-05-01,,"), messages: "?"),
    Refusal("a finding at an unknown visit", .add("findings.csv", "W2,V9,A1,problem,问题,,,open,,EV9"), messages: "?"),
    Refusal("a finding of an unknown indicator", .add("findings.csv", "W2,V1,Z1,problem,问题,,,open,,"), messages: "?"),
  ]

  static let monitoring: [Refusal] = [
    Refusal("a metric that is no number", .add("metrics.csv", "district:d1,2022,disputes,很少,件"), messages: "?"),
    Refusal("a metric of an unknown enterprise", .add("metrics.csv", "enterprise:E9,2022,disputes,1,件"), messages: "?"),
    Refusal("a year of five digits", .add("metrics.csv", "district:d1,20222,disputes,1,件"), messages: "?"),
    Refusal("a year that is no number", .add("metrics.csv", "district:d1,去年,disputes,1,件"), messages: "?"),
    Refusal("a part above the whole", .replace("coverage.csv", "60,50", "60,61"), messages: "?"),
    Refusal("coverage of an unknown park", .add("coverage.csv", "P9,2022,1,1,1,1,1,1"), messages: "?"),
    Refusal("coverage that is not whole", .replace("coverage.csv", "60,50", "60,83%"), messages: "?"),
    Refusal("coverage that is not filled in", .replace("coverage.csv", "60,50", "60,"), messages: "?"),
    Refusal("progress above 100%", .replace("tasks.csv", "85%", "101%"), messages: "?"),
    Refusal("progress in words", .replace("tasks.csv", "85%", "过半"), messages: "?"),
    Refusal("a task of an unknown assessment and district", .add("tasks.csv", "R2,2023,开会,市总工会,d9,,0%,planned"), messages: "?"),
    Refusal("a survey count that is not whole", .add("surveys.csv", "Q1,enterprise:E1,2022-05-18,面料,不满意,1.5"), messages: "?"),
    Refusal("publicity without a form", .add("publicity.csv", "U2,district:d1,歌,,2022-05-12,,"), messages: "?"),
  ]
}
