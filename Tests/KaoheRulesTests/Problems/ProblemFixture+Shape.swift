@testable import KaoheRules

/// Mappings, lists, texts and their keys.
extension ProblemFixture {
  static let shape: [ProblemFixture] = [
    ProblemFixture(
      .notAMapping, "a list as a file",
      .raw(
        """
        - a
        - b
        """),
      """
      rules.yaml:1: 1: 规则文件应写成一组“键: 值”；例如 {rule_set: …, title: …, year: …}
      rules.yaml:1: 1: a rule file must be written as `key: value` pairs; for instance {rule_set: …, title: \
      …, year: …}
      """),
    ProblemFixture(
      .notAMapping, "a text as a file",
      .raw("rule_set：demo\n"),
      """
      rules.yaml:1: 1: 规则文件应写成一组“键: 值”；例如 {rule_set: …, title: …, year: …}
      rules.yaml:1: 1: a rule file must be written as `key: value` pairs; for instance {rule_set: …, title: \
      …, year: …}
      """),
    ProblemFixture(
      .notAMapping, "a text for a mapping",
      .with("rounding: {mode: half_up, total_decimals: 2}", "rounding: half_up"),
      """
      rules.yaml:5: 11: `rounding` 应写成一组“键: 值”；例如 {mode: …, total_decimals: …, leaf_decimals: …}
      rules.yaml:5: 11: `rounding` must be written as `key: value` pairs; for instance {mode: …, \
      total_decimals: …, leaf_decimals: …}
      """),
    ProblemFixture(
      .notAList, "a text for a list",
      .top("ties: A"),
      """
      rules.yaml:15: 7: `ties` 应是一个列表；每项以“- ”开头，或写成 [甲, 乙]
      rules.yaml:15: 7: `ties` must be a list; begin each entry with `- `, or write [a, b]
      """),
    ProblemFixture(
      .notAText, "a list for a text",
      .top("total_cap: [1, 2]"),
      """
      rules.yaml:15: 12: `total_cap` 应是一个值，不是列表
      rules.yaml:15: 12: `total_cap` must be a single value, not a list
      """),
    ProblemFixture(
      .notAText, "a mapping for a text",
      .with("title: 演示", "title: {演示: 1}"),
      """
      rules.yaml:2: 8: `title` 应是一个值，不是一组键；含有“: ”的文字要加引号
      rules.yaml:2: 8: `title` must be a single value, not a mapping; quote a text with `: ` in it
      """),
    ProblemFixture(
      .emptyList, "no methods",
      .leaf("methods: []"),
      """
      rules.yaml:14: 14: `methods` 不能是空的
      rules.yaml:14: 14: `methods` must not be empty
      """),
    ProblemFixture(
      .emptyValue, "a key without a value",
      .with("title: 演示", "title:"),
      """
      rules.yaml:2: 7: `title` 没有填值
      rules.yaml:2: 7: `title` has no value
      """),
    ProblemFixture(
      .emptyValue, "an empty text",
      .with("title: 演示", "title: ''"),
      """
      rules.yaml:2: 8: `title` 没有填值
      rules.yaml:2: 8: `title` has no value
      """),
    ProblemFixture(
      .unknownKey, "a mistyped key",
      .top("tie: [A]"),
      """
      rules.yaml:15: 1: 规则文件没有 `tie` 这个键；是不是 `ties`？
      rules.yaml:15: 1: a rule file has no key `tie`; did you mean `ties`?
      """),
    ProblemFixture(
      .unknownKey, "a key of nothing",
      .top("colour: red"),
      """
      rules.yaml:15: 1: 规则文件没有 `colour` 这个键；可用的键：`rule_set`、`title`、`year`、`points`、`rounding`、`ranking`、\
      `not_applicable`、`total_cap`、`quota_ties`、`documents`、`phases`、`sections`、`bonus`、`penalty`、`vetoes`、\
      `grades`、`ties`
      rules.yaml:15: 1: a rule file has no key `colour`; its keys are `rule_set`, `title`, `year`, `points`, \
      `rounding`, `ranking`, `not_applicable`, `total_cap`, `quota_ties`, `documents`, `phases`, `sections`, \
      `bonus`, `penalty`, `vetoes`, `grades`, `ties`
      """),
    ProblemFixture(
      .unknownKey, "a mistyped key is read as what it resembles",
      .with("  points: 10\n  children", "  point: 10\n  children"),
      """
      rules.yaml:9: 3: 部分没有 `point` 这个键；是不是 `points`？
      rules.yaml:9: 3: a section has no key `point`; did you mean `points`?
      """),
    ProblemFixture(
      .unknownKey, "a mistyped `children`",
      .with("children:", "childern:"),
      """
      rules.yaml:10: 3: 部分没有 `childern` 这个键；是不是 `children`？
      rules.yaml:10: 3: a section has no key `childern`; did you mean `children`?
      """),
    ProblemFixture(
      .missingKey, "no title",
      .with("title: 演示\n", ""),
      """
      rules.yaml:1: 1: 规则文件缺少 `title`
      rules.yaml:1: 1: a rule file lacks `title`
      """),
    ProblemFixture(
      .missingKey, "a leaf without methods",
      .leaf("scope: district"),
      """
      rules.yaml:11: 5: 指标缺少 `methods`（部分则要有 `children`）
      rules.yaml:11: 5: a leaf lacks `methods` (a section has `children`)
      """),
    ProblemFixture(
      .missingKey, "no sections: nothing is said about ties then",
      .head(
        """
        ties: [A]
        """),
      """
      rules.yaml:1: 1: 规则文件缺少 `sections`
      rules.yaml:1: 1: a rule file lacks `sections`
      """),
  ]
}
