import KaoheScoring
import Testing

@testable import KaoheStore

/// Whoever imports may do no more than by single commands.
@Suite struct ActorTests {
  private func problems(_ store: Store, _ records: Records, as actor: String) throws -> [String] {
    do {
      _ = try records.inFolder { try store.importFolder($0, session: Session(actor: actor, command: "import")) }
      return []
    } catch let error as ImportError {
      return error.problems.map { "\($0.file):\($0.line ?? 0) \($0.field ?? ""): \($0.code)" }
    }
  }

  private static func status(_ visit: String, _ subject: String, _ day: Int, _ old: String, _ new: String) -> Records {
    .base.with(
      .replace(
        "visits.csv", "\(visit),2022,G1,\(subject),2022-06-0\(day),,\(old)",
        "\(visit),2022,G1,\(subject),2022-06-0\(day),,\(new)"))
  }

  @Test func theGroupDoesNotConfirmItsOwn() throws {
    let records = Self.status("V2", "enterprise:E1", 2, "submitted", "confirmed")
    for actor in ["S1", "张三", "s1", "Ｓ1 "] {
      #expect(try problems(Store.withBase(), records, as: actor) == ["visits.csv:3 status: not-office"], "\(actor)")
    }
    #expect(try problems(Store.withBase(), records, as: "主任") == [])
  }

  @Test func onlyTheLeaderSubmits() throws {
    let records = Self.status("V4", "district:d2", 4, "draft", "submitted")
    #expect(try problems(Store.withBase(), records, as: "S2") == ["visits.csv:5 status: not-leader"])
    #expect(try problems(Store.withBase(), records, as: "S1") == [])
  }

  @Test func nobodyConfirmsInACopy() throws {
    let copy = try Store.withBase().cloned().checkedOut("G1")
    let visits = Self.status("V2", "enterprise:E1", 2, "submitted", "confirmed").only(["visits.csv"])
    #expect(try problems(copy, visits, as: "主任") == ["visits.csv:3 status: field-copy"])
  }

  @Test func whoHasToStandAsideEntersNothing() throws {
    let row = Records.base.with(.add("scores.csv", "V6,A4,,1/3,,,"))
    #expect(try problems(Store.withBase(), row, as: "S3") == ["scores.csv:16 visit: recusal"])
    let message = try Store.withBase().refusal(of: row, as: "王五")
    #expect(
      message == [
        "scores.csv:16: visit: 导入人 王五 属于 d1，应回避本地区的评分",
        "scores.csv:16: visit: 王五, who imports, belongs to d1 and may not score there",
      ])
  }
}

extension Store {
  fileprivate func refusal(of records: Records, as actor: String) throws -> [String] {
    do {
      _ = try records.inFolder { try importFolder($0, session: Session(actor: actor, command: "import")) }
      return []
    } catch let error as ImportError {
      return error.messages
    }
  }
}
