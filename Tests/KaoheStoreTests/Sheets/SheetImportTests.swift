import Foundation
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Scoring sheets that go out as workbooks and come back.
@Suite struct SheetImportTests {
  /// What a person finds at the draft V6 of the district d1, and the same as rows of scores.csv.
  private static func fill(_ sheet: inout FilledSheet) {
    sheet.fill("A1", "A1-1", is: "2", reason: "少两次", evidence: "EV1")
    sheet.fill("A2", is: "无")
    sheet.fill("A3", "A3-1", is: "是", evidence: "EV1")
    sheet.fill("A3", "A3-2", is: "否")
    sheet.fill("A4", is: "3/4")
    sheet.fill("A5", is: "良 0.85", by: "S1 张三")
    sheet.fill("A6", scorer: "S1", is: "4.5")
    sheet.fill("A7", "满意", is: "30")
    sheet.fill("A7", "不了解", is: "5")
    sheet.fill("A8", is: "85%")
    sheet.fill("A8", "A8-1", is: "0")
    sheet.fill("A9", is: "不适用", reason: "没有数据")
  }

  private static let sameRows = """
    visit,indicator,item,value,scorer,reason,evidence
    V6,A1,A1-1,2,,少两次,EV1
    V6,A2,,无,,,
    V6,A3,A3-1,是,,,EV1
    V6,A3,A3-2,否,,,
    V6,A4,,3/4,,,
    V6,A5,,良 0.85,S1,,
    V6,A6,,4.5,S1,,
    V6,A7,满意,30,,,
    V6,A7,不了解,5,,,
    V6,A8,,85%,,,
    V6,A8,A8-1,0,,,
    V6,A9,,不适用,,没有数据,

    """

  @Test(arguments: [false, true])
  func aFilledSheetSaysWhatTheSameRowsSay(isBlank: Bool) throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V6", isBlank: isBlank)
    Self.fill(&sheet)
    let summary = try sheet.imported(into: store)
    #expect(summary.files == ["V.xlsx"])
    #expect(summary.changes.map(\.table) == ["observation", "observation_evidence"])
    #expect(summary.changes[0].change.inserted == 12)
    let other = try Store.withBase()
    try other.importing(Records(files: ["scores.csv": Array(Self.sameRows.utf8)]))
    try Self.expectSameRows(store, other)
  }

  @Test func theSameSheetAgainChangesNothing() throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V6")
    Self.fill(&sheet)
    try sheet.imported(into: store)
    let before = try store.contents()
    #expect(try sheet.imported(into: store).changes.isEmpty)
    #expect(try FilledSheet(store, "V6").imported(into: store).changes.isEmpty)
    expectSame(try store.contents(), before)
  }

  @Test func aDryRunStoresNothing() throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V6")
    Self.fill(&sheet)
    #expect(try sheet.imported(into: store, isDryRun: true).changes[0].change.inserted == 12)
    expectSame(try store.contents(), try Store.baseContents.get())
  }

  @Test(arguments: ["V1", "V2", "V3", "V4", "V5", "V6"], [false, true])
  func aSheetThatNobodyTouchedChangesNothing(visit: String, isBlank: Bool) throws {
    let store = try Store.withBase()
    #expect(try FilledSheet(store, visit, isBlank: isBlank).imported(into: store).changes.isEmpty)
    expectSame(try store.contents(), try Store.baseContents.get())
  }

  /// One of each kind of visit and of each year: all of them take long.
  @Test(arguments: ["V21-N-320281", "V22-N-320206", "V22-N-E01", "V22-N-wxjkq"])
  func sheetsOfTheDemoChangeNothing(visit: String) throws {
    let store = try Store.withDemo()
    #expect(try FilledSheet(store, visit).imported(into: store).changes.isEmpty)
  }

  /// The sheet of V6, filled in and saved with LibreOffice 7.4. Made for the rules of the base folder: where these
  /// change, make it anew (`kaohe sheet V6 --out V6.xlsx`, answers as in scores.csv beside it).
  @Test func aSheetThatLibreOfficeSavedSaysWhatTheSameRowsSay() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "LibreOffice").path()
    let (store, other) = (try Store.withBase(), try Store.withBase())
    let summary = try store.importSheet(folder + "/V6.xlsx", session: Store.tester)
    #expect(summary.changes.first?.change.inserted == 12)
    try other.importing(Records.read(folder))
    try Self.expectSameRows(store, other)
    #expect(try store.importSheet(folder + "/V6.xlsx", session: Store.tester).changes.isEmpty)
  }

  private static func expectSameRows(_ store: Store, _ other: Store) throws {
    let (one, two) = (try store.sheet(of: "V6"), try other.sheet(of: "V6"))
    #expect(one.sum == two.sum)
    #expect(one.sum.score == "27.75")
    for (one, two) in zip(one.entries, two.entries) {
      #expect(one.rows.map(\.cell) == two.rows.map(\.cell))
      #expect(one.rows.map(\.value) == two.rows.map(\.value))
      #expect(one.rows.map(\.reason) == two.rows.map(\.reason))
      #expect(one.rows.map(\.evidence) == two.rows.map(\.evidence))
      #expect(one.preview.outcome == two.preview.outcome)
    }
  }

  // MARK: Changes of what is known

  @Test func whatIsChangedSupersedes() throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V4")
    sheet.fill("A4", is: "-")
    sheet.fill("A2", is: "-", reason: "")
    sheet.fill("A2", "A2-1", is: "2")
    try sheet.imported(into: store)
    let rows = try store.sheet(of: "V4").entries.flatMap { entry in entry.rows.map { "\(entry.leaf.code) \($0.value)" }
    }
    #expect(rows == ["A2 2"])
  }

  @Test func anAnswerThatIsClearedLeavesTheRecordAlone() throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V4")
    sheet.fill("A4", is: "")
    sheet.fill("A2", is: "")
    #expect(try sheet.imported(into: store).changes.isEmpty)
    sheet.fill("A4", is: "", reason: "")
    #expect(
      try sheet.refusal(of: store) == [
        "V.xlsx: 打分表!K\(sheet.row("A4")): 考评结果: 填了扣分说明，没有填考评结果；填上考评结果；没有可记的填 无，撤回填 -",
        "V.xlsx: 打分表!K\(sheet.row("A4")): 考评结果: 扣分说明 is filled in, and no result; write the result: 无 where there is nothing, - to withdraw",
      ])
  }

  @Test func wordsOfTheSheetAreThoseOfTheRecord() throws {
    let store = try Store.withBase()
    try store.importing(
      Records(files: ["scores.csv": Array("visit,indicator,item,value,reason\nV6,A3,A3-1,yes,一\nV6,A1,,none,\n".utf8)]))
    var sheet = try FilledSheet(store, "V6")
    #expect(sheet[sheet.row("A3", "A3-1"), .value] == "是")
    #expect(sheet[sheet.row("A1"), .value] == "无")
    sheet.fill("A3", "A3-1", is: "是", reason: "二")
    try sheet.imported(into: store)
    let row = try #require(try store.sheet(of: "V6").entry(of: "A3")?.rows.first)
    #expect([row.value, row.reason] == ["yes", "二"])
  }

  @Test func whatNobodySeesInACellDoesNotCount() throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V6")
    sheet.fill("A4", is: " 3/4\n", reason: "一\r\n二 ", evidence: " EV1 ；")
    try sheet.imported(into: store)
    let row = try #require(try store.sheet(of: "V6").entry(of: "A4")?.rows.first)
    #expect(row.value == "3/4")
    #expect(row.reason == "一\n二")
    #expect(row.evidence == ["EV1"])
    #expect(try sheet.imported(into: store).changes.isEmpty)
  }

  @Test func aLeafDoesNotApplyForTheWholeGroup() throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V6")
    sheet.fill("A6", scorer: "S1", is: "不适用", reason: "没有这项工作")
    try sheet.imported(into: store)
    #expect(try store.sheet(of: "V6").entry(of: "A6")?.rows.map(\.scorer) == [""])
    #expect(try sheet.imported(into: store).changes.isEmpty)
    // Its line is the first then, and those of the inspectors are there for another day.
    let later = try FilledSheet(store, "V6").layout.lines.filter { $0.leaf == "A6" }
    #expect(later.map(\.scorer) == [.nobody, .named("S1")])
  }

  @Test(arguments: ["S2", "S2 李四", "李四"])
  func aScorerIsNamedByCodeOrName(name: String) throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V6")
    sheet.fill("A5", is: "优", by: name)
    try sheet.imported(into: store)
    #expect(try store.sheet(of: "V6").entry(of: "A5")?.rows.map(\.scorer) == ["S2"])
  }

  // MARK: What was recorded in the meantime

  private static let other = Session(actor: "别人", command: "score")

  @Test func whatAnotherRecordedSinceIsNotOverwritten() throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V6")
    sheet.fill("A4", is: "3/4")
    let recording = try VisitRecording(store, visit: "V6", session: Self.other)
    _ = try recording.record(Answer(indicator: "A4", value: "1/2"))
    let place = "V.xlsx: 打分表!K\(sheet.row("A4")): 考评结果: "
    #expect(
      try sheet.refusal(of: store) == [
        place + "打分表生成之后，记录已由 别人 改为“1/2”；以数据库为准就清空本行的答案；否则重新生成打分表再改",
        place + "the record was changed by 别人 to “1/2” after the sheet was made; "
          + "clear the answers of this row to keep what the database has; else make a new sheet and change that",
      ])
    sheet.fill("A4", is: "")
    #expect(try sheet.imported(into: store).changes.isEmpty)
    sheet.fill("A4", is: "1/2")
    #expect(try sheet.imported(into: store).changes.isEmpty)
  }

  @Test func aStaleLineThatNobodyTouchedIsNotTakenBack() throws {
    let store = try Store.withBase()
    let session = Session(actor: "测试员", command: "score")
    let recording = try VisitRecording(store, visit: "V6", session: session)
    _ = try recording.record(Answer(indicator: "A4", value: "1/2"))
    let sheet = try FilledSheet(store, "V6")
    _ = try recording.record(Answer(indicator: "A4", value: "-"))
    #expect(
      try sheet.refusal(of: store).first
        == "V.xlsx: 打分表!K\(sheet.row("A4")): 考评结果: 打分表生成之后，记录已撤回；以数据库为准就清空本行的答案；否则重新生成打分表再改")
  }

  @Test func whoImportsMayCorrectTheSameSheet() throws {
    let store = try Store.withBase()
    var sheet = try FilledSheet(store, "V6")
    for value in ["1/4", "2/4", "3/4"] {
      sheet.fill("A4", is: value)
      try sheet.imported(into: store)
    }
    #expect(try store.sheet(of: "V6").entry(of: "A4")?.rows.map(\.value) == ["3/4"])
  }
}
