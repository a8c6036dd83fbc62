import KaoheReports
import KaoheScoring
import Testing

@Suite struct DistrictExplanationTests {
  let huishan = Fixture.explanation(of: "320206")
  let jiangyin = Fixture.explanation(of: "320281")

  @Test func oneLeafForPeople() {
    #expect(
      huishan.rendered(as: .table, indicator: "A1", width: 72) == """
        惠山区（320206） 产改考核（2022）

        总分 24.74，第 1 名，等次 合格，细则 test-2022

        逐项说明
        A1 信息报送（3 分）                                       得 2.1，失 0.9
          条款：3.1 迟报一次扣0.2分，无纪要一次扣0.5分，四次及以上不得分
          责任部门：产改办
          惠山区（320206）
            V1 2022-06-01 第一督查观摩组（已确认）
              记录：late 迟报 = 2；理由：两次月报迟报；佐证：《月报台账》(T1)；
              录入 张三 2022-06-01 09:00Z
              记录：minutes 无会议纪要 = 1；理由：六月无纪要；录入 张三
              2022-06-01 09:00Z
              起评 3 分                                                       +3
              迟报 2 × 0.2 = 0.4 分                                         -0.4
              无会议纪要 1 × 0.5 = 0.5 分                                   -0.5
              本次得分                                                     = 2.1

        提示：细则为演示，企业和园区为虚构，分数为合成数据，不代表任何地区的实际
        情况。

        """)
  }

  @Test func compositionOfTheTotal() {
    let text = huishan.rendered(as: .table)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    for line in [
      "B 技能素质（12 分） ≈ 9.306 (335/36)", "各项合计 +2.5", "不适用的指标不计分，其余得分 × 8/3 折算 ≈ +4.167 (25/6)",
      "基础分 ≈ 23.739 (4273/180)", "J1 经验推广 +2", "A2；省级 1 分；事项 连环画；同一事件已按更高的一项计，不再计 0",
      "A4；省级 1 分；没有佐证材料，不计 0", "本项封顶 2 分 -1", "A5；一般 0.5 分 × 2 -1",
      "修约到 2 位小数，修约前 ≈ 24.739 (4453/180)", "总分 = 24.74", "C1 指导站（5 分） 不计",
    ] {
      #expect(lines.contains(line))
    }
  }

  @Test func phasesWithTheirWeights() throws {
    var rules = Fixture.rules
    rules.phases = [
      Phase(code: "regular", title: "平时考核", weight: r(3, 10), sections: [Fixture.sections[0]]),
      Phase(code: "annual", title: "年终考核", weight: r(7, 10), sections: Array(Fixture.sections.dropFirst())),
    ]
    var explanation = huishan
    explanation.ruleSet = rules
    let appraisals = Fixture.records.map { rules.appraise($0, explaining: true) }
    explanation.scorecard = try #require(
      rules.rank(appraisals, pools: false, explaining: "320206").scorecards.first { $0.participant.code == "320206" })
    let text = explanation.rendered(as: .table)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains("regular 平时考核：≈ 7.767 (233/30) 分 × 权重 30% 2.33"))
    #expect(lines.contains("annual 年终考核：≈ 15.972 (575/36) 分 × 权重 70% ≈ 11.181 (805/72)"))
    #expect(lines.contains("基础分 ≈ 13.511 (24319/1800)"))
  }

  @Test func vetoesAndMissingLeaves() {
    let text = jiangyin.rendered(as: .table)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    for line in [
      "总分 11.00，第 2 名，等次 合格，4 项未考核，按 0 分计，细则 test-2022", "一票否决 V2：本大项记 0 分 -3",
      "一票否决 V2 群体性事件：B 记 0 分", "未考核，按 0 分计",
    ] {
      #expect(lines.contains(line))
    }
  }

  @Test func aSectionAloneAndLossesFirst() {
    let section = huishan.rendered(as: .markdown, language: .english, indicator: "B")
    #expect(section.contains("- B1.1 持证率 (5 points): **scored ≈ 3.806 (137/36), lost ≈ 1.194 (43/36)**"))
    #expect(!section.contains("A1 "))
    #expect(!section.contains("How the total is composed"))
    let losses = huishan.rendered(as: .table, losses: true)
    let order = ["B1.1 ", "A2 ", "B3 ", "A1 ", "B2 ", "C2 ", "A3 "].map { code in
      losses.split(separator: "\n").firstIndex { $0.hasPrefix(code) && $0.contains("失") } ?? -1
    }
    #expect(order == order.sorted() && order[0] > 0)
    #expect(losses.contains("其余 1 项没有失分。"))
    #expect(huishan.rendered(as: .csv, indicator: "nothing").split(separator: "\r\n").count == 1)
  }

  @Test func json() {
    let text = huishan.rendered(as: .json, indicator: "B1.1")
    #expect(
      text.hasPrefix(
        """
        {
         "assessment": "2022",
         "district": "320206",
         "leaves": [
          {
           "code": "B1.1",
           "title": "持证率",
           "points": "5",
           "score_exact": "137/36",
           "status": "scored",
           "lost_exact": "43/36",
           "subjects": [
            {
             "subject": "enterprise:E1",
             "score_exact": "19/4",
             "visits": [
              {
               "visit": "V3",
               "score_exact": "19/4",
               "steps": [
                {
                 "text": "起评 0 分",
                 "points_exact": "0"
                },
                {
                 "text": "持证率 79% 在 60%→0 与 80%→5 之间",
                 "points_exact": "19/4"
                }
               ],
               "date": "2022-06-02",
               "group": null,
               "outcome": "scored",
               "measure_exact": null,
               "recorded": [
                {
                 "item": "",
                 "value": "79%",
                 "scorer": "",
                 "reason": "",
                 "evidence": [],
                 "recorded_by": "I1",
                 "recorded_at": "2022-06-01T09:00:00Z",
                 "override": [],
                 "objection": null
                }
               ],
               "overrides": []
              }
             ],
             "steps": [
              {
               "text": "1 次督查",
               "points_exact": "19/4"
              }
             ],
             "name": "示例电器有限公司",
             "outcome": "scored",
             "measure_exact": null
            },

        """))
    let taken = huishan.rendered(as: .json, indicator: "C1")
    #expect(
      taken.contains(
        "\"score_exact\": null,\n   \"status\": \"not_applicable\",\n   \"lost_exact\": \"0\",\n   \"subjects\": [],"))
    let missing = jiangyin.rendered(as: .json, indicator: "A2")
    #expect(missing.contains("\"score_exact\": \"0\",\n   \"status\": \"missing\",\n   \"lost_exact\": \"3\""))
  }

  @Test func leavesAtAGlance() {
    #expect(
      huishan.rendered(as: .markdown, indicator: "C").contains(
        """
        ## 各项得分

        | 代码 | 指标 | 分值 | 得分 | 失分 | 备注 |
        | --- | --- | --: | --: | --: | --- |
        | C1 | 指导站 | 5 | — |  | 不适用，不计 |
        | C2 | 建会率 | 3 | 2.50 | 0.50 |  |

        ## 逐项说明

        - C1 指导站（5 分）：**不计**
          - 不适用，不计；由本大项其余指标按比例补足

        """))
  }

  @Test func codesOfNodes() {
    #expect(Fixture.rules.leaves(under: "B1") == [3])
    #expect(Fixture.rules.leaves(under: "B") == [3, 4, 5])
    #expect(Fixture.rules.leaves(under: "A3") == [2])
    #expect(Fixture.rules.leaves(under: "") == nil)
    #expect(Fixture.rules.leaves(under: "Z") == nil)
  }
}
