@testable import KaoheStore

/// Visits that can't be as the folder wants them, and folders that contradict what was imported before.
extension Refusal {
  private static func submit(_ visit: String, _ subject: String, _ day: Int) -> Change {
    .replace(
      "visits.csv", "\(visit),2022,G1,\(subject),2022-06-0\(day),,draft",
      "\(visit),2022,G1,\(subject),2022-06-0\(day),,submitted")
  }

  static let visits: [Refusal] = [
    Refusal("a visit before the assessment opens", .add("visits.csv", "V7,2022,G1,district:d1,2021-12-31,,draft"), messages: "?"),
    Refusal("a visit after the assessment closes", .add("visits.csv", "V7,2022,G1,district:d1,2023-01-01,,draft"), messages: "?"),
    Refusal(
      "submitted without the measure beside an item", submit("V6", "district:d1", 6), .add("scores.csv", "V6,A8,A8-1,1,,迟报,"),
      messages: "?"),
    Refusal(
      "submitted without an item of the checklist", submit("V6", "district:d1", 6), .add("scores.csv", "V6,A3,A3-2,yes,,,"),
      messages: "?"),
    Refusal(
      "submitted without an answer that counts", submit("V6", "district:d1", 6),
      .add("scores.csv", "V6,A7,不了解,5,,,\nV6,A7,满意,0,,,"), messages: "?"),
    Refusal(
      "submitted without a level", .replace("rules.yaml", "methods: [{levels: {levels: [{code: 优, share: 1}",
        "methods: [{deduct: {items: [{code: A5-1, title: 迟到, points: 1}]}}, {levels: {levels: [{code: 优, share: 1}"),
      submit("V6", "district:d1", 6), .add("scores.csv", "V6,A5,A5-1,1,,迟到,"), messages: "?"),
    Refusal(
      "submitted without points", .replace("rules.yaml", "C1, title: 园区评分, points: 20, scope: park, methods: [judged",
        "C1, title: 园区评分, points: 20, scope: park, methods: [judged, {checklist: {items: [{code: C1-1, title: 有站, points: 1}]}}"),
      submit("V3", "park:P1", 3), .add("scores.csv", "V3,C1,C1-1,是,,,"), messages: "?"),
    Refusal(
      "submitted with several gaps", submit("V6", "district:d1", 6), .add("scores.csv", "V6,A3,A3-2,yes,,,\nV6,A8,A8-1,0,,,"),
      messages: "?"),
  ]

  static let later: [Refusal] = [
    .later("a changed score of a confirmed visit", .replace("scores.csv", "45/60", "46/60"), messages: "?"),
    .later("a changed reason of a confirmed visit", .replace("scores.csv", "少两次", "少了两次"), messages: "?"),
    .later("a score withdrawn from a submitted visit", .replace("scores.csv", "V2,B3,,8", "V2,B3,,-"), messages: "?"),
    .later("a new score of a submitted visit", .add("scores.csv", "V1,A2,,none,,,"), messages: "?"),
    .later("other evidence of a confirmed visit", .replace("scores.csv", "V1,A4,,45/60,,,", "V1,A4,,45/60,,,EV1"), messages: "?"),
    .later("a row of a confirmed visit twice", .add("scores.csv", "V1,A4,,45/60,,,"), messages: "?"),
    .later("another day of a confirmed visit", .replace("visits.csv", "2022-06-01", "2022-06-11"), messages: "?"),
    .later("a confirmed visit as a draft", .replace("visits.csv", "查台账,confirmed", "查台账,draft"), messages: "?"),
    .later("a confirmed visit as submitted", .replace("visits.csv", "查台账,confirmed", "查台账,submitted"), messages: "?"),
    .later("a submitted visit as cancelled", .replace("visits.csv", ",submitted", ",cancelled"), messages: "?"),
    .later(
      "a draft with scores to another kind of subject", .replace("visits.csv", "V4,2022,G1,district:d2", "V4,2022,G1,park:P1"),
      .replace("scores.csv", "V4,A2,,none,,,\n", ""), .replace("scores.csv", "V4,A4,,n/a,,没有这项工作,\n", ""), messages: "?"),
    .later("a row twice that is known", .add("scores.csv", "V4,A2,,none,,,"), messages: "?"),
    .later("a known row and a change of it", .add("scores.csv", "V4,A4,,0.5,,,"), messages: "?"),
    .later(
      "a change and what is known", .replace("scores.csv", "V4,A4,,n/a,,没有这项工作,", "V4,A4,,0.5,,,\nV4,A4,,n/a,,没有这项工作,"),
      messages: "?"),
    .later("a known row and its withdrawal", .add("scores.csv", "V4,A4,,-,,,"), messages: "?"),
    .later("a changed row twice", .replace("scores.csv", "V4,A2,,none,,,", "V4,A2,A2-1,3,,,\nV4,A2,,-,,,\nV4,A2,A2-1,4,,,"), messages: "?"),
    .later("n/a beside what is known", .file("scores.csv", "visit,indicator,item,value,reason\nV4,A2,A2-1,3,\n"), messages: "?"),
    .later("a changed rule set", .replace("rules.yaml", "title: 小细则", "title: 小小细则"), messages: "?"),
    .later("a rule set changed in its comments alone", .replace("rules.yaml", "year: 2022", "year: 2022 # 试行"), messages: "?"),
  ]

  static let assessments: [Refusal] = [
    Refusal(
      "an assessment that closes before it opens", .add("assessments.csv", "2023,二三年,small,2023-12-31,2023-01-01,"),
      messages: "?"),
    .later(
      "known visits outside a new period", .replace("assessments.csv", "2022-01-01", "2022-06-05"), .remove("visits.csv"),
      messages: "?"),
    .later(
      "another rule set where there are visits", .file("rules-2.yaml", Records.base["rules.yaml"].replacing("small", with: "large")),
      .replace("assessments.csv", "small", "large"), messages: "?"),
  ]
}
