@testable import KaoheStore

extension Records {
  /// A small folder that is fine: every file, every form of a score.
  static let base: Records = {
    var records = Records()
    records["rules.yaml"] = baseRules
    for (name, text) in baseFiles { records[name] = text + "\n" }
    return records
  }()

  private static let baseRules = """
    rule_set: small
    title: 小细则
    year: 2022
    points: 100
    rounding: {mode: half_up, total_decimals: 2}
    sections:
    - code: A
      title: 地区
      points: 50
      children:
      - {code: A1, title: 扣分, points: 5, methods: [{deduct: {items: [{code: A1-1, title: 缺会议, points: 1}]}}]}
      - {code: A2, title: 加分, points: 5, methods: [{add: {items: [{code: A2-1, title: 活动, points: 1}]}}]}
      - {code: A3, title: 清单, points: 5, methods: [{checklist: {items: [{code: A3-1, title: 甲, points: 3}, {code: A3-2, title: 乙, points: 2}]}}]}
      - {code: A4, title: 比率, points: 5, methods: [ratio]}
      - {code: A5, title: 档次, points: 5, methods: [{levels: {levels: [{code: 优, share: 1}, {code: 良, from: 0.7, to: 0.9}, {code: 差, share: 0}]}}]}
      - {code: A6, title: 评分, points: 5, methods: [judged]}
      - {code: A7, title: 满意度, points: 5, methods: [ratio], survey: {weights: {满意: 1, 不满意: 0}, excluded: [不了解]}}
      - {code: A8, title: 比率和迟报, points: 5, methods: [ratio, {deduct: {items: [{code: A8-1, title: 迟报, points: 1}]}}]}
      - {code: A9, title: 排头, points: 5, methods: [{peer_ratio: {better: higher}}]}
      - {code: A10, title: 县级市专项, points: 5, applies_to: [县级市], methods: [judged]}
    - code: B
      title: 企业
      points: 30
      children:
      - {code: B1, title: 合并, points: 10, scope: enterprise, aggregate: pooled, methods: [ratio]}
      - {code: B2, title: 累计, points: 10, scope: enterprise, repeat: total, methods: [ratio]}
      - {code: B3, title: 企业评分, points: 10, scope: enterprise, methods: [judged]}
    - code: C
      title: 园区
      points: 20
      children:
      - {code: C1, title: 园区评分, points: 20, scope: park, methods: [judged]}
    bonus: {groups: [{code: J1, title: 推广, levels: [{code: 省级, points: 2}, {code: 市级, points: 1}]}]}
    penalty: {groups: [{code: K1, title: 通报, levels: [{code: 市级, points: 1}]}]}
    vetoes: [{code: X1, title: 伪造台账, effect: unranked}]

    """

  private static let baseFiles: [(name: String, text: String)] = [
    ("districts.csv", "code,name,category\nd1,示例甲区,区\nd2,示例乙市,县级市"),
    ("groups.csv", "code,name,leader\nG1,第一组,张三"),
    (
      "inspectors.csv",
      "code,name,organisation,group,district\nS1,张三,市总工会,G1,\nS2,李四,市总工会,,\nS3,王五,甲区总工会,G1,d1"
    ),
    ("parks.csv", "code,name,district,theme,station\nP1,示例园,d1,装备,示例站"),
    ("enterprises.csv", "code,name,district,park,level,stage\nE1,示例一厂,d1,P1,市级,pilot\nE2,示例二厂,d2,,省级,"),
    ("assessments.csv", "assessment,title,rule_set,opens,closes,pools\n2022,年度考核,small,2022-01-01,2022-12-31,no"),
    ("participants.csv", "assessment,district,category,status\n2022,d1,区,\n2022,d2,,enrolled"),
    (
      "visits.csv",
      """
      visit,assessment,group,subject,date,methods,status
      V1,2022,G1,district:d1,2022-06-01,听汇报;查台账,confirmed
      V2,2022,G1,enterprise:E1,2022-06-02,,submitted
      V3,2022,G1,park:P1,2022-06-03,,draft
      V4,2022,G1,district:d2,2022-06-04,,draft
      V5,2022,G1,enterprise:E2,2022-06-05,,draft
      V6,2022,G1,district:d1,2022-06-06,,draft
      """
    ),
    ("evidence.csv", "code,subject,title,kind,date\nEV1,district:d1,会议纪要,文件,2022-05-01"),
    (
      "scores.csv",
      """
      visit,indicator,item,value,scorer,reason,evidence
      V1,A1,A1-1,2,,少两次,EV1
      V1,A3,A3-1,yes,,,EV1
      V1,A3,A3-2,否,,,
      V1,A4,,45/60,,,
      V1,A5,,良 0.85,S1,,
      V1,A6,,4,S1,,
      V1,A6,,3,S2,,
      V1,A7,满意,30,,,
      V1,A7,不了解,5,,,
      V2,B1,,9/10,,,
      V2,B2,,9/10,,,
      V2,B3,,8,,,
      V4,A2,,none,,,
      V4,A4,,n/a,,没有这项工作,
      """
    ),
    (
      "adjustments.csv",
      "entry,assessment,district,code,level,event,count,date,reason,evidence\nT1,2022,d1,J1,省级,现场会,1,2022-05-01,推广,EV1"
    ),
    (
      "findings.csv",
      "code,visit,indicator,kind,text,requirement,due,status,closed,evidence\nW1,V1,A1,problem,少两次会议,补开,2022-09-30,open,,EV1"
    ),
    ("metrics.csv", "subject,year,metric,value,unit\ndistrict:d1,2022,employees,1041,人"),
    (
      "coverage.csv",
      """
      park,year,parties,parties_coordinating,enterprises,enterprises_participating,employees,employees_benefiting
      P1,2022,9,8,60,50,1200,900
      """
    ),
    (
      "tasks.csv",
      "code,assessment,title,department,district,due,progress,status\nR1,2022,开会,市总工会,,2022-03-31,85%,doing"
    ),
    ("surveys.csv", "code,subject,date,question,answer,count\nQ1,enterprise:E1,2022-05-18,面料,满意,402"),
    ("publicity.csv", "code,subject,title,form,date,outlet,reposted_by\nU1,district:d1,示例连环画,连环画,2022-05-12,,省报；市报"),
  ]
}
