import CYaml
import KaoheScoring

/// What libyaml's syntax errors mean to somebody who writes rules.
enum YAMLSyntax {
  static func report(_ parser: yaml_parser_t, to log: ProblemLog) -> Reported {
    let words = parser.problem.map { String(cString: $0) } ?? "out of memory"
    // libyaml has a limit of its own, which it may reach first, reading ahead.
    if words.hasPrefix("Maximum nesting level") { return YAMLTree.reportDepth(at: Place(parser.problem_mark), to: log) }
    let context = parser.context.map { String(cString: $0) } ?? ""
    let detail = context.isEmpty ? words : "\(words), \(context)"
    // Where something was left open, its beginning helps more than the place where that was noticed.
    let isLeftOpen = leftOpen.contains(words) && !context.isEmpty
    return log.report(
      .yamlSyntax, at: Place(isLeftOpen ? parser.context_mark : parser.problem_mark),
      "不是正确的 YAML（libyaml：\(detail)）", en: "this is not YAML (libyaml: \(detail))", hint: hint(words))
  }

  private static let leftOpen: Set = [
    "could not find expected ':'", "found unexpected end of stream", "found unexpected document indicator",
    "did not find expected ',' or ']'", "did not find expected ',' or '}'",
  ]

  private static func hint(_ words: String) -> Bilingual? {
    switch words {
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      Bilingual("缩进只能用空格，不能用 Tab", en: "indent with spaces, never tabs")
    case "found character that cannot start any token":
      Bilingual(
        "缩进只能用空格，不能用 Tab；以 @、`、% 开头的文字要加引号",
        en: "indent with spaces, never tabs; quote a text that begins with @, ` or %")
    case "mapping values are not allowed in this context":
      Bilingual(
        "一行里只能有一个“键: 值”；文字里有“: ”的要加引号；也请检查缩进",
        en: "a line holds one `key: value`; quote a text with `: ` in it; check the indentation")
    case "could not find expected ':'":
      Bilingual("键后面要有半角冒号和一个空格", en: "a key is followed by a colon and a space")
    case "did not find expected key", "did not find expected '-' indicator":
      Bilingual("同一层的内容要左对齐", en: "what stands on one level has the same indentation")
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      Bilingual("括号没有闭合，或少了逗号", en: "a bracket is not closed, or a comma is missing")
    case "found unexpected end of stream", "found unexpected document indicator":
      Bilingual("引号没有闭合", en: "a quotation mark is not closed")
    default: nil
    }
  }
}
