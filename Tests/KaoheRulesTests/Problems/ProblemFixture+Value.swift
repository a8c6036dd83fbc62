@testable import KaoheRules

/// Numbers, words, dates.
extension ProblemFixture {
  static let value: [ProblemFixture] = [
    ProblemFixture(
      .badNumber, "words",
      .with("points: 10\nrounding", "points: 十\nrounding"),
      """
      rules.yaml:4: 9: `points` 的值 `十`：不是数：应写成 0.85、85% 或 45/60
      rules.yaml:4: 9: `points` is `十`: not a number: write 0.85, 85% or 45/60
      """),
    ProblemFixture(
      .badNumber, "an exponent",
      .with("points: 10\nrounding", "points: 1e1\nrounding"),
      """
      rules.yaml:4: 9: `points` 的值 `1e1`：不是数：应写成 0.85、85% 或 45/60
      rules.yaml:4: 9: `points` is `1e1`: not a number: write 0.85, 85% or 45/60
      """),
    ProblemFixture(
      .badNumber, "full-width digits",
      .with("points: 10\nrounding", "points: １０\nrounding"),
      """
      rules.yaml:4: 9: `points` 的值 `１０`：用了全角字符，请改用半角数字和符号
      rules.yaml:4: 9: `points` is `１０`: full-width characters; write ASCII digits and signs
      """),
    ProblemFixture(
      .badNumber, "a full-width percent sign",
      .with("points: 10\nrounding", "points: 1000％\nrounding"),
      """
      rules.yaml:4: 9: `points` 的值 `1000％`：用了全角字符，请改用半角数字和符号
      rules.yaml:4: 9: `points` is `1000％`: full-width characters; write ASCII digits and signs
      """),
    ProblemFixture(
      .badNumber, "seven decimal places",
      .with("points: 10\nrounding", "points: 10.0000001\nrounding"),
      """
      rules.yaml:4: 9: `points` 的值 `10.0000001`：小数位数超过 6 位
      rules.yaml:4: 9: `points` is `10.0000001`: more than 6 decimal places
      """),
    ProblemFixture(
      .badNumber, "a denominator of 0",
      .with("points: 10\nrounding", "points: 10/0\nrounding"),
      """
      rules.yaml:4: 9: `points` 的值 `10/0`：分母是 0
      rules.yaml:4: 9: `points` is `10/0`: its denominator is 0
      """),
    ProblemFixture(
      .badNumber, "a fraction of decimals",
      .with("points: 10\nrounding", "points: 1.5/2\nrounding"),
      """
      rules.yaml:4: 9: `points` 的值 `1.5/2`：不是数：应写成 0.85、85% 或 45/60
      rules.yaml:4: 9: `points` is `1.5/2`: not a number: write 0.85, 85% or 45/60
      """),
    ProblemFixture(
      .badNumber, "too many digits",
      .with("points: 10\nrounding", "points: " + String(repeating: "1", count: 500) + "\nrounding"),
      """
      rules.yaml:4: 9: `points` 的值 `1111111111111111111111111111111111111111…`：数字超过 200 位
      rules.yaml:4: 9: `points` is `1111111111111111111111111111111111111111…`: more than 200 digits
      """),
    ProblemFixture(
      .numberOutOfRange, "points of 0",
      .with("points: 10\nrounding", "points: 0\nrounding"),
      """
      rules.yaml:4: 9: `points` 必须大于 0，不能是 `0`
      rules.yaml:4: 9: `points` must be above 0, and is `0`
      """),
    ProblemFixture(
      .numberOutOfRange, "a negative cap",
      .top(
        """
        bonus:
          cap: -1
          groups: [{code: J1, title: 推广, levels: [{code: 省级, points: 1}]}]
        """),
      """
      rules.yaml:16: 8: `cap` 必须不小于 0，不能是 `-1`
      rules.yaml:16: 8: `cap` must not be negative, and is `-1`
      """),
    ProblemFixture(
      .numberOutOfRange, "a share above 1",
      .leaf("methods: [{levels: {levels: [{code: 优, share: 1.2}]}}]"),
      """
      rules.yaml:14: 51: `share` 必须在 0 和 1（100%）之间，不能是 `1.2`
      rules.yaml:14: 51: `share` must lie between 0 and 1 (100%), and is `1.2`
      """),
    ProblemFixture(
      .notWhole, "half a decimal",
      .with("total_decimals: 2", "total_decimals: 2.5"),
      """
      rules.yaml:5: 43: `total_decimals` 必须是 0 至 6 的整数，不能是 `2.5`
      rules.yaml:5: 43: `total_decimals` must be a whole number from 0 to 6, and is `2.5`
      """),
    ProblemFixture(
      .notWhole, "too many decimals",
      .with("total_decimals: 2", "total_decimals: 7"),
      """
      rules.yaml:5: 43: `total_decimals` 必须是 0 至 6 的整数，不能是 `7`
      rules.yaml:5: 43: `total_decimals` must be a whole number from 0 to 6, and is `7`
      """),
    ProblemFixture(
      .notWhole, "no sites",
      .leaf(
        """
        scope: park
        min_sites: 0
        methods: [judged]
        """),
      """
      rules.yaml:15: 16: `min_sites` 必须是不小于 1 的整数，不能是 `0`
      rules.yaml:15: 16: `min_sites` must be a whole number, 1 or more, and is `0`
      """),
    ProblemFixture(
      .badBoolean, "yes",
      .leaf(
        """
        methods:
        - bands:
            bands: [{at_least: 1, points: 10}]
            interpolate: yes
        """),
      """
      rules.yaml:17: 22: `interpolate` 应为 `true` 或 `false`，不是 `yes`
      rules.yaml:17: 22: `interpolate` must be `true` or `false`, not `yes`
      """),
    ProblemFixture(
      .badDate, "a day that does not exist",
      .top("documents: [{title: 办法, issued: 2022-02-30}]"),
      """
      rules.yaml:15: 33: `issued` 应是日期，写成 2022-03-01，不是 `2022-02-30`
      rules.yaml:15: 33: `issued` must be a date such as 2022-03-01, not `2022-02-30`
      """),
    ProblemFixture(
      .badDate, "another form",
      .top("documents: [{title: 办法, issued: 2022/3/1}]"),
      """
      rules.yaml:15: 33: `issued` 应是日期，写成 2022-03-01，不是 `2022/3/1`
      rules.yaml:15: 33: `issued` must be a date such as 2022-03-01, not `2022/3/1`
      """),
    ProblemFixture(
      .unknownWord, "a mistyped word",
      .with("mode: half_up", "mode: halfup"),
      """
      rules.yaml:5: 18: `mode` 不能是 `halfup`，应为 `half_up` 或 `half_even`；是不是 `half_up`？
      rules.yaml:5: 18: `mode` can't be `halfup`; expected `half_up` or `half_even`; did you mean `half_up`?
      """),
    ProblemFixture(
      .unknownWord, "a word of nothing",
      .top("ranking: both"),
      """
      rules.yaml:15: 10: `ranking` 不能是 `both`，应为 `published` 或 `exact`
      rules.yaml:15: 10: `ranking` can't be `both`; expected `published` or `exact`
      """),
    ProblemFixture(
      .unknownWord, "a start of nothing",
      .leaf(
        """
        start: none
        methods: [judged]
        """),
      """
      rules.yaml:14: 12: `start` 不能是 `none`，应为 `full`、`zero` 或一个数
      rules.yaml:14: 12: `start` can't be `none`; expected `full`, `zero` or a number
      """),
    ProblemFixture(
      .unknownWord, "a mistyped peer_mean",
      .leaf("methods: [{ratio: {target: peer-mean}}]"),
      """
      rules.yaml:14: 32: `target` 不能是 `peer-mean`，应为一个数或 `peer_mean`；是不是 `peer_mean`？
      rules.yaml:14: 32: `target` can't be `peer-mean`; expected a number or `peer_mean`; did you mean \
      `peer_mean`?
      """),
  ]
}
