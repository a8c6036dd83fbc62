import KaoheScoring
import KaoheTestSupport

@testable import KaoheStore

extension Store {
  /// The base folder after a year of work: everything that commands leave behind, and some of what other programs do.
  static func lived() throws -> Store {
    let store = try Store.withBase()
    try store.recordAtDrafts()
    try store.takeSteps()
    try store.putRight()
    try store.object()
    try store.changeAsOther()
    return store
  }

  private func session(_ actor: String) -> Session { Session(actor: actor, command: "test") }

  private func recordAtDrafts() throws {
    try withTemporaryFolder { folder in
      try folder.write(Array("abc".utf8), to: "纪要, \"一\".pdf")
      _ = try add(
        NewEvidence(
          subject: "park:P1", title: " 联席会议\n纪要 ", file: folder.file("纪要, \"一\".pdf"), number: "〔2022〕9号",
          date: "2022-06-01", source: "总工会", code: "台账 1"), session: session("办公室"))
    }
    let fourth = try VisitRecording(self, visit: "V4", session: session("S1"))
    _ = try fourth.record(Answer(indicator: "A8", value: "45/60", reason: "  空格，全角４５／６０\t", evidence: ["EV1", "台账 1"]))
    _ = try fourth.record(
      Answer(indicator: "A8", item: "A8-1", value: "2", reason: String(repeating: "迟报,\"两次\"\r\n", count: 1000)))
    _ = try fourth.record(Answer(indicator: "A9", value: "3.0%"))
    let sixth = try VisitRecording(self, visit: "V6", session: session("王五"))
    _ = try sixth.record(Answer(indicator: "A4", value: "45/60", override: "只有他在\n场"))
    let office = try VisitRecording(self, visit: "V6", session: session("张三"))
    _ = try office.record(Answer(indicator: "A6", scorer: "S3", value: "4.50", override: "只有他懂"))
    _ = try office.record(Answer(indicator: "A6", scorer: "S1", value: "4"))
    // What was withdrawn is handed on as if it had not been recorded.
    _ = try office.record(Answer(indicator: "A9", value: "7"))
    _ = try office.record(Answer(indicator: "A9", value: "-"))
  }

  private func takeSteps() throws {
    _ = try take(.submit, ["V4"], session: session("张三"))
    _ = try take(.confirm, ["V4"], session: session("办公室"))
    _ = try take(.sendBack, ["V4"], reason: "漏了一项,\n见“说明”", session: session("办公室"))
    _ = try take(.submit, ["V4"], override: "", session: session("张三"))
    _ = try take(.cancel, ["V5"], reason: "没有成行", session: session("张三"))
  }

  private func putRight() throws {
    try take(FindingStep(.rectify, date: "2022-09-01", note: "补开", evidence: ["EV1"]), ["W1"], session: session("S2"))
    try take(FindingStep(.reopen, date: "2022-09-02", note: "只补了一次"), ["W1"], session: session("S2"))
    _ = try add(
      NewFinding(
        visit: "V4", kind: .problem, text: "隐患；三处", indicator: "A", requirement: "整改", due: "2022-07-01",
        responsible: "总工会", evidence: ["台账 1", "EV1"]), session: session("S1"))
    _ = try add(NewFinding(visit: "V6", kind: .highlight, text: "宣讲"), session: session("S1"))
  }

  private func object() throws {
    func opened(_ indicator: String) throws -> String {
      try open(
        NewObjection(visit: "V1", indicator: indicator, raisedBy: "甲区", text: "漏计,五家", evidence: ["EV1"]),
        session: session("S2"))
    }
    _ = try uphold(
      opened("A4"), ObjectionDecision(reason: "材料属实"),
      correction: Answer(indicator: "", value: "50/60", evidence: ["EV1"]),
      session: session("办公室"))
    // A correction may leave a leaf of a confirmed visit without a row.
    let code = try opened("A3")
    _ = try uphold(
      code, ObjectionDecision(reason: "材料属实"), correction: Answer(indicator: "", value: "n/a", reason: "没有这项工作"),
      session: session("办公室"))
    _ = try VisitRecording(self, visit: "V1", session: session("办公室"))
      .record(Answer(indicator: "A3", item: "A3-1", value: "yes", objection: code))
    try reject(opened("A6"), ObjectionDecision(reason: "已核对", evidence: ["台账 1"]), session: session("办公室"))
    _ = try opened("A5")
  }

  private func changeAsOther() throws {
    try executeAsOther(
      """
      UPDATE participant SET category = '重点区' WHERE district = 'd1';
      INSERT INTO district VALUES ('d3', '示例 "丙" 区', '开发区');
      INSERT INTO participant VALUES ('2022', 'd3', '开发区', 'withdrawn');
      UPDATE inspector SET district = 'd1' WHERE code = 'S2';
      UPDATE inspection_group SET leader = '王五' WHERE code = 'G1';
      UPDATE task SET progress_micro = 333333;
      UPDATE finding SET closed = '2022-10-01' WHERE code = 'W1';
      DELETE FROM guidance_station;
      \(ChangeRefusal.row("V5", "B3", "5", id: 7))
      \(ChangeRefusal.row("V5", "B3", "6", id: 8))
      """)
    // Nobody takes part in this one.
    try executeAsOther(
      """
      INSERT INTO assessment (code, title, rule_set, pools) VALUES ('2023', '下一年', 'small', 1);
      INSERT INTO visit (code, assessment, inspection_group, district, date, status)
      VALUES ('下一 次', '2023', 'G1', 'd1', '2023-01-01', 'draft');
      """)
  }
}
