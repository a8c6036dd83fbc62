@testable import KaoheStore

/// Files that can't be read as tables, and files that should not be there.
extension Refusal {
  static let files: [Refusal] = [
    Refusal("a file of another name", .file("score.csv", "visit\n"), messages: "?"),
    Refusal("an empty file", .file("metrics.csv", ""), messages: "?"),
    Refusal("a file with a byte order mark alone", .file("metrics.csv", [0xEF, 0xBB, 0xBF]), messages: "?"),
    Refusal("a file with an empty line alone", .file("metrics.csv", "\n"), messages: "?"),
    Refusal("a quote inside a cell", .add("metrics.csv", "district:d1,2022,女\"职\"工,1,人"), messages: "?"),
    Refusal("text behind a closing quote", .add("metrics.csv", "district:d1,2022,\"女\"职工,1,人"), messages: "?"),
    Refusal("a quote that is never closed", .add("metrics.csv", "district:d1,2022,\"女职工,1,人\ndistrict:d1,2022,男职工,1,人"), messages: "?"),
    Refusal(
      "GBK in a cell", .file("metrics.csv", Array("metric,subject,year,value\n".utf8) + [0xB5, 0xDA] + Array(",district:d1,2022,1\n".utf8)), messages: "?"),
    Refusal(
      "GBK in the header", .file("metrics.csv", Array("subject,year,metric,value,".utf8) + [0xB5, 0xDA] + Array("\ndistrict:d1,2022,a,1,\n".utf8)),
      messages: "?"),
    Refusal("NUL in a cell", .file("metrics.csv", "subject,year,metric,value\ndistrict:d1,2022,女\u{0}职工,1\n"), messages: "?"),
    Refusal(
      "a cell of over 1 MB",
      .file(
        "metrics.csv",
        "subject,year,metric,value\ndistrict:d1,2022,a,1\ndistrict:d1,2022,\"\(String(repeating: "一", count: 400_000))\",1\n"), messages: "?"),
    Refusal("a row with a cell too few", .add("groups.csv", "G2,第二组"), messages: "?"),
    Refusal("a row with a cell too many", .add("groups.csv", "G2,第二组,,"), messages: "?"),
    Refusal("lines inside a quoted cell are counted", .add("groups.csv", "G2,\"第\n二\n组\",\n\nG3,第三组"), messages: "?"),
    Refusal(
      "lines that end with CRLF are counted once",
      .file("groups.csv", "code,name\r\nG1,\"第\r\n一组\"\r\nG2\r\n"), messages: "?"),
    Refusal("lines that end with CR are counted", .file("groups.csv", "code,name\rG1,第一组\rG2\r"), messages: "?"),
    Refusal("another rule set of a known code", .file("rules-2.yaml", Records.base["rules.yaml"]), messages: "?"),
    Refusal(
      "mistakes in rules and in a table at once", .replace("rules.yaml", "code: C1, title: 园区评分, points: 20", "code: C1, title: 园区评分, points: 2O"),
      .replace("rules.yaml", "title: 伪造台账, effect: unranked", "title: 伪造台账, effect: unrank"), .add("groups.csv", "G2,,"),
      messages: "?"),
    Refusal(
      "what unreadable rules would define is not reported", .replace("rules.yaml", "rule_set: small", "rule_set: Small"),
      .add("scores.csv", "V6,A9,,没有数,,,"), .add("visits.csv", "V7,2022,G9,district:d1,2022-06-07,,draft"),
      messages: "?"),
  ]

  static let headers: [Refusal] = [
    Refusal(
      "an unknown column", .file("metrics.csv", "subject,year,metric,value,note\ndistrict:d1,2022,a,1,\n"), messages: "?"),
    Refusal("a column without a name", .file("metrics.csv", "subject,year,metric,value,\ndistrict:d1,2022,a,1,\n"), messages: "?"),
    Refusal("a missing column", .file("metrics.csv", "subject,year,value\ndistrict:d1,2022,1\n"), messages: "?"),
    Refusal("a column in another case", .file("metrics.csv", "Subject,year,metric,value\ndistrict:d1,2022,a,1\n"), messages: "?"),
    Refusal("a header that nobody knows where others refer to it", .file("groups.csv", "code,名称\nG1,第一组\n"), messages: "?"),
    Refusal("a column twice", .file("metrics.csv", "subject,year,metric,year,value\ndistrict:d1,2022,a,2022,1\n"), messages: "?"),
    Refusal("several mistakes in one header", .file("metrics.csv", "subject,subject,year,metrics,value\ndistrict:d1,district:d1,2022,a,1\n"), messages: "?"),
  ]
}
