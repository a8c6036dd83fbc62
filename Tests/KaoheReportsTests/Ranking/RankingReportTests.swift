import KaoheReports
import KaoheScoring
import Testing

@Suite struct RankingReportTests {
  static func row(
    _ rank: Int?, _ code: String, _ name: String, _ category: String, total: Rational, grade: String?,
    vetoes: [String] = [], missing: [String] = [], sections: [Rational?]
  ) -> RankingReport.Row {
    RankingReport.Row(
      rank: rank, code: code, name: name, category: category, total: total.text(decimals: 2), exactTotal: total,
      base: total - r(4), bonus: r(4), penalty: .zero, grade: grade, vetoes: vetoes, isComplete: missing.isEmpty,
      missing: missing, sections: sections)
  }

  static let report = RankingReport(
    assessment: "2022", title: "2022年度产改考核", ruleSet: "wuxi-2022-demo", ruleSetTitle: "产改评价考核细则（演示）",
    status: .provisional, edition: nil, decimals: 2, rounding: .halfUp, pools: false,
    sections: [
      .init(code: "A", title: "组织领导", points: r(14)), .init(code: "F", title: "特色园区", points: r(27, 2)),
    ],
    rows: [
      row(1, "320206", "惠山区", "区", total: r(1847, 20), grade: "优秀", sections: [r(27, 2), nil]),
      row(2, "320281", "江阴市", "县级市", total: r(270, 3), grade: "良好", vetoes: ["V2"], sections: [r(40, 3), .zero]),
      row(3, "320214", "新吴区", "区", total: r(200, 3), grade: "合格", missing: ["A1.1", "F2"], sections: [.one, .one]),
      row(nil, "wxjkq", "无锡经济技术开发区", "开发区", total: r(50), grade: nil, vetoes: ["V4"], sections: [.one, .one]),
    ])

  @Test func jsonIsTheContract() {
    #expect(
      Self.report.rendered(as: .json).hasPrefix(
        """
        {
         "assessment": "2022",
         "rule_set": "wuxi-2022-demo",
         "status": "provisional",
         "edition": null,
         "decimals": 2,
         "ranking": [
          {
           "rank": 1,
           "code": "320206",
           "name": "惠山区",
           "category": "区",
           "total": "92.35",
           "total_exact": "1847/20",
           "base_exact": "1767/20",
           "bonus_exact": "4",
           "penalty_exact": "0",
           "grade": "优秀",
           "vetoes": [],
           "complete": true,
           "missing": [],
           "sections": {
            "A": {
             "points": "14",
             "score_exact": "27/2"
            },
            "F": {
             "points": "13.5",
             "score_exact": null
            }
           }
          },

        """))
    var published = Self.report
    published.rows.removeFirst(3)
    published.status = .published
    published.edition = 2
    #expect(
      published.json().compact
        == #"{"assessment": "2022", "rule_set": "wuxi-2022-demo", "status": "published", "edition": 2, "decimals": 2, "#
        + #""ranking": [{"rank": null, "code": "wxjkq", "name": "无锡经济技术开发区", "category": "开发区", "total": "50.00", "#
        + #""total_exact": "50", "base_exact": "46", "bonus_exact": "4", "penalty_exact": "0", "grade": null, "#
        + #""vetoes": ["V4"], "complete": true, "missing": [], "sections": "#
        + #"{"A": {"points": "14", "score_exact": "1"}, "#
        + #""F": {"points": "13.5", "score_exact": "1"}}}]}"#)
  }

  @Test func table() {
    #expect(
      Self.report.rendered(as: .table) == """
        2022年度产改考核（2022）

        名次  代码    地区                类别     总分  基础分  加分  减分  等次
        ----  ------  ------------------  ------  -----  ------  ----  ----  ----
           1  320206  惠山区              区      92.35   88.35  4.00  0.00  优秀
           2  320281  江阴市              县级市  90.00   86.00  4.00  0.00  良好
           3  320214  新吴区              区      66.67   62.67  4.00  0.00  合格
           —  wxjkq   无锡经济技术开发区  开发区  50.00   46.00  4.00  0.00  —

        江阴市：一票否决 V2
        新吴区：2 项未考核，按 0 分计：A1.1、F2
        无锡经济技术开发区：一票否决 V4
        无锡经济技术开发区：不参与排名
        状态：暂定，因为 1 个参与排名的地区有指标未考核
        提示：细则为演示，企业和园区为虚构，分数为合成数据，不代表任何地区的实际情况。

        """)
  }

  @Test func sectionsInEnglish() {
    #expect(
      Self.report.rendered(as: .table, language: .english, sections: true, byCategory: true) == """
        2022年度产改考核 (2022)

        区 (2)
        Rank  In category  Code    District  Total      A     F   Base  Bonus  Penalty  Grade
        ----  -----------  ------  --------  -----  -----  ----  -----  -----  -------  -----
           1            1  320206  惠山区    92.35  13.50     —  88.35   4.00     0.00  优秀
           3            2  320214  新吴区    66.67   1.00  1.00  62.67   4.00     0.00  合格

        县级市 (1)
        Rank  In category  Code    District  Total      A     F   Base  Bonus  Penalty  Grade
        ----  -----------  ------  --------  -----  -----  ----  -----  -----  -------  -----
           2            1  320281  江阴市    90.00  13.33  0.00  86.00   4.00     0.00  良好

        开发区 (1)
        Rank  In category  Code   District            Total     A     F   Base  Bonus  Penalty  Grade
        ----  -----------  -----  ------------------  -----  ----  ----  -----  -----  -------  -----
           —            —  wxjkq  无锡经济技术开发区  50.00  1.00  1.00  46.00   4.00     0.00  —

        A 组织领导, 14 points; F 特色园区, 13.5 points; — is taken out
        江阴市: veto V2
        新吴区: 2 missing, counted as 0: A1.1, F2
        无锡经济技术开发区: veto V4
        无锡经济技术开发区: not ranked
        Status: provisional, since 1 ranked district lacks leaves
        Note: the rules are illustrative, the enterprises and parks invented, the scores synthetic; \
        they say nothing about any real place.

        """)
  }

  @Test func csvHasExactValues() {
    let records = readCSV(Self.report.rendered(as: .csv, sections: true, byCategory: true))
    #expect(
      records[0].joined(separator: " ")
        == "assessment status edition rank category_rank code name category total total_exact base base_exact bonus "
        + "bonus_exact penalty penalty_exact grade vetoes complete missing section_A section_A_exact section_F "
        + "section_F_exact")
    #expect(
      records[2] == [
        "2022", "provisional", "", "3", "2", "320214", "新吴区", "区", "66.67", "200/3", "62.67", "188/3", "4.00", "4",
        "0.00",
        "0", "合格", "", "no", "A1.1;F2", "1.00", "1", "1.00", "1",
      ])
    #expect(readCSV(Self.report.rendered(as: .csv))[0].count == 19)
  }

  @Test func categoryRanksInJSONKeepTheOrder() {
    let text = Self.report.json(byCategory: true).compact
    #expect(text.contains(#""score_exact": null}}, "category_rank": 1}, {"rank": 2,"#))
    #expect(text.hasSuffix(#""category_rank": null}]}"#))
  }

  @Test func poolsAreRankedApart() {
    var report = Self.report
    report.pools = true
    let text = report.rendered(as: .markdown)
    #expect(text.contains("## 区（2）\n\n| 名次 | 代码 | 地区 | 总分 | 基础分 | 加分 | 减分 | 等次 |\n"))
    #expect(!text.contains("类内名次"))
  }

  @Test func statusSaysWhyItStands() {
    var report = Self.report
    report.ruleSetTitle = "细则"
    report.rows = [report.rows[0]]
    report.unconfirmedVisits = 2
    #expect(report.rendered(as: .table).hasSuffix("状态：暂定，因为 2 次督查还没有确认\n"))
    report.rows[0].isComplete = false
    #expect(report.rendered(as: .table).hasSuffix("状态：暂定，因为 1 个参与排名的地区有指标未考核，2 次督查还没有确认\n"))
    report.status = .complete
    #expect(report.rendered(as: .table).hasSuffix("状态：完整\n"))
    report.status = .published
    report.edition = 2
    #expect(report.rendered(as: .table).hasSuffix("状态：已发布，第 2 版\n"))
  }

  @Test func openObjectionsAreSaid() {
    var report = Self.report
    report.openObjections = 1
    #expect(report.rendered(as: .table).contains("\n1 件申诉待复核，复核前不能发布\n状态："))
    #expect(
      report.rendered(as: .table, language: .english).contains(
        "\n1 objection is open; nothing can be published before it is decided\nStatus:"))
    report.openObjections = 2
    #expect(
      report.rendered(as: .markdown, language: .english).contains(
        "2 objections are open; nothing can be published before they are decided"))
    // Another program that reads the ranking sees the same as before.
    #expect(report.rendered(as: .json) == Self.report.rendered(as: .json))
  }

  @Test func namesCannotSteerTheTerminal() {
    var report = Self.report
    report.title = "\u{1B}]0;x\u{7}"
    report.rows[0].name = "惠\u{1B}[2J山"
    report.rows[2].name = "新\n吴"
    for format in [OutputFormat.table, .markdown, .json] {
      let text = report.rendered(as: format)
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
  }
}
