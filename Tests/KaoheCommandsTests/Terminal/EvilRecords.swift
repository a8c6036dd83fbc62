import KaoheTestSupport

/// Sound records in which every text that a person writes holds what could steer a terminal.
enum EvilRecords {
  /// Colour, the clipboard (OSC 52), the window's title, a C1 sequence, bell, backspace, delete, a line that is overwritten, digits turned
  /// around, marks of direction.
  static let text =
    "甲\u{1B}[31m\u{1B}]52;c;aGk=\u{7}\u{1B}]0;x\u{1B}\\\u{9B}2J\u{9D}0;x\u{9C}\u{8}\u{7F}\rb\u{202E}12\u{2066}3\u{200F}\u{61C}\u{2028}"

  /// What a rule file may hold of it: its reader refuses controls.
  static let rulesText = "乙\u{202E}12\u{2066}3\u{200F}\u{61C}\u{200B}"

  static let files: [String: String] = {
    // A cell with a line break in it, too.
    let cell = "\"\(text)\ny\""
    return [
      "rules.yaml": rules, "districts.csv": "code,name,category\nd1,\(cell),区\nd2,乙,区\n",
      "groups.csv": "code,name,leader\nG1,\(cell),张三\n",
      "inspectors.csv": "code,name,organisation,group\nS1,张三,\(cell),G1\nS2,\(cell),\(cell),G1\n",
      "parks.csv": "code,name,district,theme,programme,batch,station\nP1,\(cell),d1,\(cell),\(cell),\(cell),\(cell)\n",
      "enterprises.csv": "code,name,district,park,level,batch,industry\nE1,\(cell),d1,P1,市级,\(cell),\(cell)\n",
      "assessments.csv": "assessment,title,rule_set\n2022,\(cell),evil\n",
      "visits.csv": """
      visit,assessment,group,subject,date,methods,status
      V1,2022,G1,district:d1,2022-06-01,\(cell),confirmed
      V2,2022,G1,district:d1,2022-06-02,,draft
      V3,2022,G1,enterprise:E1,2022-06-02,,draft

      """,
      "evidence.csv": """
      code,subject,title,kind,number,date,sha256,source,file,size
      EV1,district:d1,\(cell),文件,\(cell),2022-05-01,\(String(repeating: "0", count: 64)),\(cell),\(cell),3
      EV2,district:d1,\(cell),文件,,2022-05-01,,,,

      """,
      "scores.csv": """
      visit,indicator,item,value,scorer,reason,evidence
      V1,A1,A1-1,2,,\(cell),EV1
      V1,A4,,n/a,,\(cell),
      V2,A1,A1-1,1,,\(cell),EV1

      """,
      "adjustments.csv":
        "entry,assessment,district,code,level,event,count,date,reason,evidence\nT1,2022,d1,J1,省级,\(cell),1,2022-05-01,\(cell),EV1\n",
      "findings.csv": """
      code,visit,indicator,kind,text,requirement,due,status,responsible
      W1,V1,A1,problem,\(cell),\(cell),2022-09-30,open,\(cell)

      """,
      "metrics.csv": "subject,year,metric,value,unit\ndistrict:d1,2022,employees,1041,\(cell)\n",
      "tasks.csv": "code,assessment,title,department,progress,status\nR1,2022,\(cell),\(cell),85%,doing\n",
      "surveys.csv": "code,subject,date,question,answer,count\nQ1,enterprise:E1,2022-05-18,\(cell),\(cell),402\n",
      "publicity.csv":
        "code,subject,title,form,date,outlet,reposted_by\nU1,district:d1,\(cell),\(cell),2022-05-12,\(cell),\(cell)\n",
    ]
  }()

  private static let rules = """
    rule_set: evil
    title: "\(rulesText)"
    year: 2022
    points: 15
    documents: [{title: "\(rulesText)", number: "\(rulesText)"}]
    rounding: {mode: half_up, total_decimals: 2}
    sections:
    - code: A
      title: "\(rulesText)"
      points: 10
      children:
      - code: A1
        title: "\(rulesText)"
        clause: "\(rulesText)"
        source: "\(rulesText)"
        department: "\(rulesText)"
        points: 5
        methods: [{deduct: {items: [{code: A1-1, title: "\(rulesText)", points: 1}]}}]
      - {code: A4, title: "\(rulesText)", points: 5, methods: [ratio]}
    - code: B
      title: "\(rulesText)"
      points: 5
      children: [{code: B1, title: "\(rulesText)", points: 5, scope: enterprise, methods: [judged]}]
    bonus: {groups: [{code: J1, title: "\(rulesText)", levels: [{code: 省级, points: 2}]}]}
    vetoes: [{code: X1, title: "\(rulesText)", effect: unranked}]

    """

  /// The files in a folder.
  static func write(to folder: TemporaryFolder) throws {
    for (name, text) in files { try folder.write(Array(text.utf8), to: name) }
  }
}
