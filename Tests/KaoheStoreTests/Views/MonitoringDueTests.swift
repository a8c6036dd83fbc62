import GRDB
import Testing

@testable import KaoheStore

/// Findings and tasks, and which of them are late today.
@Suite struct MonitoringDueTests {
  private static let findings = """
    code,visit,indicator,kind,text,requirement,responsible,due,status,closed
    W1,V1,A1,problem,少两次会议,补开,甲区产改办,2000-01-01,open,
    W2,V2,B,problem,未兑现,兑现,,2999-12-31,open,
    W3,V3,,problem,没有台账,,,,open,
    W4,V1,A1,problem,已改,改,,2000-01-01,rectified,
    W5,V1,A1,problem,已销号,改,,2000-01-01,verified,2000-01-05
    W6,V2,,highlight,师带徒,,,,verified,2022-06-02
    W7,V5,,innovation,夜校,,,,verified,

    """

  private func store() throws -> Store {
    let store = try Store.inMemory()
    try store.importing(.base.with(.file("findings.csv", Self.findings)))
    return store
  }

  /// Once more where midnight came in between.
  private func onOneDay<Value>(_ store: Store, _ body: () throws -> Value) throws -> Value {
    while true {
      let day = try store.rows("SELECT date('now', 'localtime')")
      let value = try body()
      if try store.rows("SELECT date('now', 'localtime')") == day { return value }
    }
  }

  @Test func aFindingTellsWhereItWasFoundAndWhatBecameOfIt() throws {
    #expect(
      try store().rows(
        """
        SELECT code, assessment, visit, date, district, district_name, subject, subject_name, scope, indicator,
          indicator_title, kind, responsible, status, closed, overdue
        FROM finding_status ORDER BY code
        """) == [
          "W1 | 2022 | V1 | 2022-06-01 | d1 | 示例甲区 | district:d1 | 示例甲区 | district | A1 | 扣分 | problem | 甲区产改办 | open |  | 1",
          "W2 | 2022 | V2 | 2022-06-02 | d1 | 示例甲区 | enterprise:E1 | 示例一厂 | enterprise | B | 企业 | problem |  | open |  | 0",
          "W3 | 2022 | V3 | 2022-06-03 | d1 | 示例甲区 | park:P1 | 示例园 | park |  |  | problem |  | open |  | 0",
          "W4 | 2022 | V1 | 2022-06-01 | d1 | 示例甲区 | district:d1 | 示例甲区 | district | A1 | 扣分 | problem |  | rectified |  | 0",
          "W5 | 2022 | V1 | 2022-06-01 | d1 | 示例甲区 | district:d1 | 示例甲区 | district | A1 | 扣分 | problem |  | verified | 2000-01-05 | 0",
          // Only a problem has a status that means something.
          "W6 | 2022 | V2 | 2022-06-02 | d1 | 示例甲区 | enterprise:E1 | 示例一厂 | enterprise |  |  | highlight |  |  | 2022-06-02 | 0",
          "W7 | 2022 | V5 | 2022-06-05 | d2 | 示例乙市 | enterprise:E2 | 示例二厂 | enterprise |  |  | innovation |  |  |  | 0",
        ])
  }

  @Test func whatIsDueTodayIsNotYetOverdue() throws {
    let store = try store()
    let rows = try onOneDay(store) {
      for (code, days) in [("W1", "-1 day"), ("W2", "0 days"), ("W3", "+1 day"), ("W4", "-1 day"), ("W7", "-1 day")] {
        try store.executeAsOther("UPDATE finding SET due = date('now', 'localtime', '\(days)') WHERE code = '\(code)'")
      }
      return try store.rows("SELECT code, overdue, days_overdue FROM finding_status ORDER BY code")
    }
    #expect(rows == ["W1 | 1 | 1", "W2 | 0 | ", "W3 | 0 | ", "W4 | 0 | ", "W5 | 0 | ", "W6 | 0 | ", "W7 | 0 | "])
  }

  @Test func theViewAndTheListNameTheSameFindings() throws {
    let store = try store()
    try store.importing(
      Records().with(
        .file("findings.csv", "code,visit,kind,text,due,status\nW8,V4,problem,迟报,2010-03-31,open\n")))
    let (listed, seen) = try onOneDay(store) {
      (
        try store.findings(FindingFilter(isOverdue: true)).map { "\($0.code) | \($0.daysOverdue ?? 0)" },
        try store.rows("SELECT code, days_overdue FROM finding_status WHERE overdue ORDER BY due")
      )
    }
    #expect(listed.count == 2)
    #expect(listed == seen)
  }

  @Test func aTaskIsLateByItsDateUntilItIsDone() throws {
    let store = try Store.inMemory()
    try store.importing(
      .base.with(
        .file(
          "tasks.csv",
          """
          code,assessment,title,department,district,due,progress,status
          R1,2022,开会,市总工会,,2000-01-01,85%,doing
          R2,2022,办班,甲区总工会,d1,2000-01-01,1,done
          R3,2022,建站,甲区总工会,d1,2999-12-31,1/8,late
          R4,2022,评选,乙市总工会,d2,,0%,planned
          R5,2022,竞赛,乙市总工会,d2,2000-01-01,0,planned

          """)))
    #expect(
      try store.rows(
        """
        SELECT code, assessment, title, department, district, district_name, due, progress, status, overdue,
          days_overdue IS NOT NULL
        FROM task_progress ORDER BY code
        """) == [
          "R1 | 2022 | 开会 | 市总工会 |  |  | 2000-01-01 | 0.85 | doing | 1 | 1",
          "R2 | 2022 | 办班 | 甲区总工会 | d1 | 示例甲区 | 2000-01-01 | 1.0 | done | 0 | 0",
          "R3 | 2022 | 建站 | 甲区总工会 | d1 | 示例甲区 | 2999-12-31 | 0.125 | late | 0 | 0",
          "R4 | 2022 | 评选 | 乙市总工会 | d2 | 示例乙市 |  | 0.0 | planned | 0 | 0",
          "R5 | 2022 | 竞赛 | 乙市总工会 | d2 | 示例乙市 | 2000-01-01 | 0.0 | planned | 1 | 1",
        ])
    let rows = try onOneDay(store) {
      for (code, days) in [("R1", "-30 days"), ("R3", "0 days"), ("R4", "+1 day"), ("R5", "-1 day")] {
        try store.executeAsOther("UPDATE task SET due = date('now', 'localtime', '\(days)') WHERE code = '\(code)'")
      }
      return try store.rows("SELECT code, overdue, days_overdue FROM task_progress ORDER BY code")
    }
    #expect(rows == ["R1 | 1 | 30", "R2 | 0 | ", "R3 | 0 | ", "R4 | 0 | ", "R5 | 1 | 1"])
  }

  /// As another program can leave them, where it does not look after references.
  @Test func noFactIsLostWhereWhatItRefersToIs() throws {
    let store = try Store.withBase()
    try store.queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          INSERT INTO finding (code, visit, kind, text, due, status) VALUES ('WX', 'VX', 'problem', '问题', '2000-01-01', 'open');
          INSERT INTO coverage VALUES ('PX', 2022, 4, 1, 1, 1, 1, 1);
          INSERT INTO metric (enterprise, year, metric, value) VALUES ('EX', 2022, 'employees', '3');
          INSERT INTO survey_answer (code, park, date, question, answer, count) VALUES ('QX', 'PX', '2022-01-01', '题', '是', 2);
          INSERT INTO publicity (code, district, title, form, date) VALUES ('UX', 'dx', '歌', '歌曲', '2022-01-01');
          INSERT INTO task (code, assessment, title, department, district, progress_micro, status)
          VALUES ('RX', '2022', '开会', '总工会', 'dx', 0, 'doing');
          PRAGMA foreign_keys = ON;
          """)
    }
    let queries = [
      "SELECT district, overdue FROM finding_status WHERE code = 'WX'": " | 1",
      "SELECT park_name, coordination_rate FROM park_coverage WHERE park = 'PX'": " | 0.25",
      "SELECT subject_name, employees FROM worker_quantities WHERE subject = 'enterprise:EX'": " | 3.0",
      "SELECT district_name, share FROM survey_result WHERE code = 'QX'": " | 1.0",
      "SELECT district_name, reposts FROM publicity_reach WHERE code = 'UX'": " | 0",
      "SELECT district_name, overdue FROM task_progress WHERE code = 'RX'": " | 0",
    ]
    for (query, row) in queries { #expect(try store.rows(query) == [row], "\(query)") }
  }
}
