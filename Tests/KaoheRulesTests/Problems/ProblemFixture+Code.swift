@testable import KaoheRules

/// Codes and what refers to them.
extension ProblemFixture {
  static let code: [ProblemFixture] = [
    ProblemFixture(
      .badCode, "capitals in the code of the rule set",
      .with("rule_set: demo", "rule_set: Demo"),
      """
      rules.yaml:1: 11: `rule_set` 只能用小写字母、数字和连字符，不能是 `Demo`
      rules.yaml:1: 11: `rule_set` takes lower-case letters, digits and hyphens only, and is `Demo`
      """),
    ProblemFixture(
      .badCode, "a space at the end",
      .with("code: A1\n", #"code: "A1 "\#n"#),
      """
      rules.yaml:11: 11: 编码 `A1 ` 前后不能有空格，也不能换行
      rules.yaml:11: 11: the code `A1 ` must not have spaces around it nor line breaks in it
      """),
    ProblemFixture(
      .badCode, "a space within",
      .with("code: A1\n", "code: A 1\n"),
      """
      rules.yaml:11: 11: 编码 `A 1` 不能含空格或分号，它们在列表里分隔编码
      rules.yaml:11: 11: the code `A 1` must not contain spaces or semicolons, which separate codes in lists
      """),
    ProblemFixture(
      .badCode, "an invisible character",
      .with("code: A1\n", "code: A\u{202E}1\n"),
      """
      rules.yaml:11: 11: 编码 `A\u{202E}1` 里有看不见的字符 U+202E
      rules.yaml:11: 11: the code `A\u{202E}1` holds the invisible character U+202E
      """),
    ProblemFixture(
      .badCode, "a space in a level",
      .leaf("methods: [{levels: {levels: [{code: 良 好, share: 0.8}]}}]"),
      """
      rules.yaml:14: 41: 档次 `良 好` 不能含空格：空格后面写比例
      rules.yaml:14: 41: the level `良 好` must not contain a space: the share is written after one
      """),
    ProblemFixture(
      .reservedCode, "bonus",
      .with("code: A1\n", "code: bonus\n"),
      """
      rules.yaml:11: 11: `bonus` 不能用作编码，它另有含义
      rules.yaml:11: 11: `bonus` can't be a code, it has a meaning of its own
      """),
    ProblemFixture(
      .reservedCode, "a level that means something else",
      .leaf("methods: [{levels: {levels: [{code: n/a, share: 0.8}]}}]"),
      """
      rules.yaml:14: 41: `n/a` 不能用作档次，它另有含义
      rules.yaml:14: 41: `n/a` can't be a level, it has a meaning of its own
      """),
    ProblemFixture(
      .duplicateCode, "a leaf with the code of its section",
      .with("code: A1\n", "code: A\n"),
      """
      rules.yaml:11: 11: 编码 `A` 重复，第 7 行的部分已用
      rules.yaml:11: 11: the code `A` is taken by a top-level section in line 7
      """),
    ProblemFixture(
      .duplicateCode, "an item with the code of the leaf",
      .leaf("methods: [{add: {items: [{code: A1, title: 次, points: 1}]}}]"),
      """
      rules.yaml:14: 37: 编码 `A1` 重复，第 11 行的指标已用
      rules.yaml:14: 37: the code `A1` is taken by a leaf in line 11
      """),
    ProblemFixture(
      .duplicateCode, "a level twice",
      .leaf("methods: [{levels: {levels: [{code: 优, share: 1}, {code: 优, share: 0.8}]}}]"),
      """
      rules.yaml:14: 62: 编码 `优` 在本列表里重复，第 14 行已有
      rules.yaml:14: 62: the code `优` is in this list already, in line 14
      """),
    ProblemFixture(
      .duplicateCode, "an answer that is excluded too",
      .leaf(
        """
        methods: [ratio]
        survey: {weights: {满意: 1}, excluded: [满意]}
        """),
      """
      rules.yaml:15: 43: 编码 `满意` 在本列表里重复，第 15 行已有
      rules.yaml:15: 43: the code `满意` is in this list already, in line 15
      """),
    ProblemFixture(
      .emptyValue, "an answer without a name",
      .leaf(
        """
        methods: [ratio]
        survey: {weights: {满意: 1, "": 0.5}}
        """),
      """
      rules.yaml:15: 31: 答案不能是空的
      rules.yaml:15: 31: an answer must not be empty
      """),
    ProblemFixture(
      .badCode, "an answer with a space behind it",
      .leaf(
        """
        methods: [ratio]
        survey: {weights: {满意: 1, "不满意 ": 0.5}}
        """),
      """
      rules.yaml:15: 31: 编码 `不满意 ` 前后不能有空格，也不能换行
      rules.yaml:15: 31: the code `不满意 ` must not have spaces around it nor line breaks in it
      """),
    ProblemFixture(
      .duplicateCode, "an answer with the code of an item",
      .leaf(
        """
        methods: [ratio, {add: {items: [{code: 满意, title: 次, points: 1}]}}]
        survey: {weights: {满意: 1}}
        """),
      """
      rules.yaml:15: 24: 答案 `满意` 与本指标的细项编码相同，无法区分
      rules.yaml:15: 24: the answer `满意` can't be told from the leaf's item of that code
      """),
    ProblemFixture(
      .duplicateCode, "a veto with the code of a group",
      .top(
        """
        bonus: {groups: [{code: J1, title: 推广, levels: [{code: 省级, points: 1}]}]}
        vetoes: [{code: J1, title: 伪造台账, effect: fail}]
        """),
      """
      rules.yaml:16: 17: 编码 `J1` 重复，第 15 行的加减分组已用
      rules.yaml:16: 17: the code `J1` is taken by a bonus or penalty group in line 15
      """),
    ProblemFixture(
      .unknownCode, "a tie of nothing",
      .top("ties: [A, B]"),
      """
      rules.yaml:15: 11: 没有编码 `B`，应为一级部分、指标或阶段
      rules.yaml:15: 11: there is no code `B`; expected a top-level section, a leaf or a phase
      """),
    ProblemFixture(
      .unknownCode, "a tie by a grade",
      .top("grades: [{code: 优秀, min: 9, where: [{code: 优秀, min: 1}]}, {code: 合格}]"),
      """
      rules.yaml:15: 44: 没有编码 `优秀`，应为一级部分、指标或阶段
      rules.yaml:15: 44: there is no code `优秀`; expected a top-level section, a leaf or a phase
      """),
    ProblemFixture(
      .unknownCode, "a veto of nothing",
      .top("vetoes: [{code: V1, title: 伪造台账, effect: zero, of: V1}]"),
      """
      rules.yaml:15: 52: `V1` 是一票否决项，应为一级部分或指标
      rules.yaml:15: 52: `V1` is a veto; expected a top-level section or a leaf
      """),
    ProblemFixture(
      .unknownCode, "a grade of nothing",
      .top(
        """
        grades: [{code: 优秀, min: 9}, {code: 合格}]
        vetoes: [{code: V1, title: 伪造台账, effect: cap_grade, grade: 良好}]
        """),
      """
      rules.yaml:16: 60: 没有等次 `良好`，应为 `优秀` 或 `合格`
      rules.yaml:16: 60: there is no grade `良好`; expected `优秀` or `合格`
      """),
    ProblemFixture(
      .unknownCode, "a grade where there are none",
      .top("vetoes: [{code: V1, title: 伪造台账, effect: cap_grade, grade: 良好}]"),
      """
      rules.yaml:15: 60: 没有等次 `良好`：规则里没有 `grades`
      rules.yaml:15: 60: there is no grade `良好`: the rules have no `grades`
      """),
    ProblemFixture(
      .unknownCode, "a tie by a section within another",
      .children(
        """
          - code: A1
            title: 一
            points: 10
            children:
            - {code: A1.1, title: 一, points: 10, methods: [judged]}
        ties: [A1]
        """),
      """
      rules.yaml:16: 8: `A1` 是下级部分，应为一级部分、指标或阶段
      rules.yaml:16: 8: `A1` is a section within another; expected a top-level section, a leaf or a phase
      """),
  ]
}
