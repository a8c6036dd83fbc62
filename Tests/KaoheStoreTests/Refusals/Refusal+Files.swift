@testable import KaoheStore

/// Files that can't be read as tables, and files that should not be there.
extension Refusal {
  static let files: [Refusal] = [
    Refusal("a file of another name", .file("score.csv", "visit\n"), messages: "?"),
    Refusal("an empty file", .file("metrics.csv", ""), messages: "?"),
    Refusal("a file with a byte order mark alone", .file("metrics.csv", [0xEF, 0xBB, 0xBF]), messages: "?"),
    Refusal("a file with an empty line alone", .file("metrics.csv", "\n"), messages: "?"),
    Refusal("a quote inside a cell", .add("groups.csv", "G2,第\"二\"组,"), messages: "?"),
    Refusal("text behind a closing quote", .add("groups.csv", "G2,\"第二\"组,"), messages: "?"),
    Refusal("a quote that is never closed", .add("groups.csv", "G2,\"第二组,\nG3,第三组,"), messages: "?"),
    Refusal(
      "GBK in a cell", .file("groups.csv", Array("code,name\nG1,".utf8) + [0xB5, 0xDA, 0xD2, 0xBB, 0x0A]), messages: "?"),
    Refusal(
      "GBK in the header", .file("groups.csv", Array("code,name,".utf8) + [0xB5, 0xDA] + Array("\nG1,第一组,\n".utf8)),
      messages: "?"),
    Refusal("NUL in a cell", .file("groups.csv", "code,name\nG1,第\u{0}一组\n"), messages: "?"),
    Refusal(
      "a cell of over 1 MB",
      .file("groups.csv", "code,name\nG1,第一组\nG2,\"" + String(repeating: "一", count: 400_000) + "\"\n"), messages: "?"),
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
      "an unknown column", .file("groups.csv", "code,name,leader,phone\nG1,第一组,,\n"), messages: "?"),
    Refusal("a column without a name", .file("groups.csv", "code,name,\nG1,第一组,\n"), messages: "?"),
    Refusal("a missing column", .file("districts.csv", "code,category\nd1,区\nd2,县级市\n"), messages: "?"),
    Refusal("a column in another case", .file("groups.csv", "Code,name\nG1,第一组\n"), messages: "?"),
    Refusal("a column twice", .file("groups.csv", "code,name,name\nG1,第一组,第一组\n"), messages: "?"),
    Refusal("several mistakes in one header", .file("groups.csv", "code,code,nam\nG1,G1,第一组\n"), messages: "?"),
  ]
}
