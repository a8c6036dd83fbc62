@testable import KaoheRules

/// The text, and YAML itself.
extension ProblemFixture {
  static let yaml: [ProblemFixture] = [
    ProblemFixture(
      .emptyFile, "nothing",
      .raw(""),
      """
      rules.yaml: 文件是空的
      rules.yaml: the file is empty
      """),
    ProblemFixture(
      .emptyFile, "comments only",
      .raw("# 规则\n"),
      """
      rules.yaml: 文件是空的
      rules.yaml: the file is empty
      """),
    ProblemFixture(
      .emptyFile, "an empty document",
      .raw("---\n"),
      """
      rules.yaml: 文件是空的
      rules.yaml: the file is empty
      """),
    ProblemFixture(
      .yamlSyntax, "a tab",
      .with("  title: 甲", "\ttitle: 甲"),
      """
      rules.yaml:8: 1: 不是正确的 YAML（libyaml：found a tab character that violates indentation, while scanning a \
      plain scalar）；缩进只能用空格，不能用 Tab
      rules.yaml:8: 1: this is not YAML (libyaml: found a tab character that violates indentation, while \
      scanning a plain scalar); indent with spaces, never tabs
      """),
    ProblemFixture(
      .yamlSyntax, "a colon in a text",
      .with("title: 演示", "title: 演示: 甲"),
      """
      rules.yaml:2: 10: 不是正确的 YAML（libyaml：mapping values are not allowed in this context）；一行里只能有一个“键: 值”；\
      文字里有“: ”的要加引号；也请检查缩进
      rules.yaml:2: 10: this is not YAML (libyaml: mapping values are not allowed in this context); a line \
      holds one `key: value`; quote a text with `: ` in it; check the indentation
      """),
    ProblemFixture(
      .yamlSyntax, "a key without a colon",
      .with("year: 2022", "year 2022"),
      """
      rules.yaml:3: 1: 不是正确的 YAML（libyaml：could not find expected ':', while scanning a simple key）；键后面要有半角冒号和一个空格
      rules.yaml:3: 1: this is not YAML (libyaml: could not find expected ':', while scanning a simple key); \
      a key is followed by a colon and a space
      """),
    ProblemFixture(
      .yamlSyntax, "a full-width colon",
      .with("year: 2022", "year： 2022"),
      """
      rules.yaml:3: 1: 不是正确的 YAML（libyaml：could not find expected ':', while scanning a simple key）；键后面要有半角冒号和一个空格
      rules.yaml:3: 1: this is not YAML (libyaml: could not find expected ':', while scanning a simple key); \
      a key is followed by a colon and a space
      """),
    ProblemFixture(
      .yamlSyntax, "a bracket left open",
      .with("total_decimals: 2}", "total_decimals: 2"),
      """
      rules.yaml:5: 11: 不是正确的 YAML（libyaml：did not find expected ',' or '}', while parsing a flow mapping）；\
      括号没有闭合，或少了逗号
      rules.yaml:5: 11: this is not YAML (libyaml: did not find expected ',' or '}', while parsing a flow \
      mapping); a bracket is not closed, or a comma is missing
      """),
    ProblemFixture(
      .yamlSyntax, "a quotation mark left open",
      .with("title: 演示", #"title: "演示"#),
      """
      rules.yaml:2: 8: 不是正确的 YAML（libyaml：found unexpected end of stream, while scanning a quoted scalar）；引号没有闭合
      rules.yaml:2: 8: this is not YAML (libyaml: found unexpected end of stream, while scanning a quoted \
      scalar); a quotation mark is not closed
      """),
    ProblemFixture(
      .yamlSyntax, "an indentation that fits nowhere",
      .with("  points: 10\n  children", "   points: 10\n  children"),
      """
      rules.yaml:9: 10: 不是正确的 YAML（libyaml：mapping values are not allowed in this context）；一行里只能有一个“键: 值”；\
      文字里有“: ”的要加引号；也请检查缩进
      rules.yaml:9: 10: this is not YAML (libyaml: mapping values are not allowed in this context); a line \
      holds one `key: value`; quote a text with `: ` in it; check the indentation
      """),
    ProblemFixture(
      .severalDocuments, "a second document",
      .top(
        """
        ---
        rule_set: other
        """),
      """
      rules.yaml:15: 1: 一个规则文件只能有一个 YAML 文档，这里又开始了一个；请分成几个文件
      rules.yaml:15: 1: a rule file is one YAML document, and here a second one begins; make it several files
      """),
    ProblemFixture(
      .anchor, "an anchor",
      .top("ties: &t [A]"),
      """
      rules.yaml:15: 7: 规则文件里不能用锚点（&）；请删去；以 & 开头的文字要加引号
      rules.yaml:15: 7: anchors (&) are not allowed in rule files; remove it; quote a text that begins with &
      """),
    ProblemFixture(
      .alias, "an alias",
      .top("ties: [*t]"),
      """
      rules.yaml:15: 8: 规则文件里不能用别名（*）；请把内容写出来；以 * 开头的文字要加引号
      rules.yaml:15: 8: aliases (*) are not allowed in rule files; write the content out; quote a text that \
      begins with *
      """),
    ProblemFixture(
      .tag, "a tag",
      .top("ties: !!seq [A]"),
      """
      rules.yaml:15: 7: 规则文件里不能用标签（!）；请删去；以 ! 开头的文字要加引号
      rules.yaml:15: 7: tags (!) are not allowed in rule files; remove it; quote a text that begins with !
      """),
    ProblemFixture(
      .duplicateKey, "a key twice",
      .top("title: 又一个"),
      """
      rules.yaml:15: 1: 键 `title` 重复，第 2 行已有
      rules.yaml:15: 1: the key `title` is there already, in line 2
      """),
    ProblemFixture(
      .keyNotText, "a list as a key",
      .top(
        """
        ? [a, b]
        : 1
        """),
      """
      rules.yaml:15: 3: 键必须是文字
      rules.yaml:15: 3: a key must be a text
      """),
    ProblemFixture(
      .tooDeep, "65 levels",
      .raw("a: " + String(repeating: "[", count: 64) + String(repeating: "]", count: 64)),
      """
      rules.yaml:1: 67: 嵌套超过 64 层
      rules.yaml:1: 67: nested more than 64 levels deep
      """),
    ProblemFixture(
      .controlCharacter, "an escaped control character",
      .with("title: 演示", #"title: "演\0示""#),
      """
      rules.yaml:2: 8: 文字里有不能用的控制字符 U+0000；请删去它
      rules.yaml:2: 8: the text holds the control character U+0000; remove it
      """),
  ]
}
