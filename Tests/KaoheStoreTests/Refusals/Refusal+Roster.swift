@testable import KaoheStore

/// Cells that are empty or hold what they can't.
extension Refusal {
  static let roster: [Refusal] = [
    Refusal(
      "a district without a category, which takes part", code: "empty-cell", .add("districts.csv", "d3,示例丙区,"),
      .add("participants.csv", "2022,d3,,enrolled"),
      .add("assessments.csv", "2023,年度考核,small,2023-01-01,2023-12-31,no"),
      messages: """
        districts.csv:4: category: 不能为空
        districts.csv:4: category: must not be empty
        """),
    Refusal(
      "a district without a name", code: "empty-cell", .add("districts.csv", "d3,,区"),
      messages: """
        districts.csv:4: name: 不能为空
        districts.csv:4: name: must not be empty
        """),
    Refusal(
      "a row without any cell", code: "empty-cell", .add("districts.csv", ",,"),
      messages: """
        districts.csv:4: category: 不能为空
        districts.csv:4: code: 不能为空
        districts.csv:4: name: 不能为空
        districts.csv:4: category: must not be empty
        districts.csv:4: code: must not be empty
        districts.csv:4: name: must not be empty
        """),
    Refusal(
      "an enterprise without a level", code: "empty-cell", .add("enterprises.csv", "E3,示例三厂,d1,,,"),
      messages: """
        enterprises.csv:4: level: 不能为空
        enterprises.csv:4: level: must not be empty
        """),
    Refusal(
      "an enterprise of an unknown level", code: "unknown-word", .add("enterprises.csv", "E3,示例三厂,d1,,县级,"),
      messages: """
        enterprises.csv:4: level: “县级”不在可填的词中：国家级、省级、市级、区级、镇级
        enterprises.csv:4: level: “县级” is not one of 国家级, 省级, 市级, 区级, 镇级
        """),
    Refusal(
      "an enterprise of an unknown stage", code: "unknown-word", .add("enterprises.csv", "E3,示例三厂,d1,,市级,试点"),
      messages: """
        enterprises.csv:4: stage: “试点”不在可填的词中：candidate、pilot、exemplar
        enterprises.csv:4: stage: “试点” is not one of candidate, pilot, exemplar
        """),
    Refusal(
      "a visit of an unknown status", code: "unknown-word",
      .add("visits.csv", "V7,2022,G1,district:d1,2022-06-07,,done"),
      messages: """
        visits.csv:8: status: “done”不在可填的词中：draft、submitted、confirmed、cancelled
        visits.csv:8: status: “done” is not one of draft, submitted, confirmed, cancelled
        """),
    Refusal(
      "evidence of an unknown kind", code: "unknown-word", .add("evidence.csv", "EV2,district:d1,录像,视频,2022-05-01"),
      messages: """
        evidence.csv:3: kind: “视频”不在可填的词中：文件、台账、照片、问卷、系统数据、作品、活动
        evidence.csv:3: kind: “视频” is not one of 文件, 台账, 照片, 问卷, 系统数据, 作品, 活动
        """),
    Refusal(
      "a finding of an unknown kind and status", code: "unknown-word",
      .add("findings.csv", "W2,V1,,highlights,亮点,,,closed,,"),
      messages: """
        findings.csv:3: kind: “highlights”不在可填的词中：problem、highlight、innovation
        findings.csv:3: status: “closed”不在可填的词中：open、rectified、verified
        findings.csv:3: kind: “highlights” is not one of problem, highlight, innovation
        findings.csv:3: status: “closed” is not one of open, rectified, verified
        """),
    Refusal(
      "a participant of an unknown status", code: "duplicate-key unknown-word",
      .add("participants.csv", "2022,d1,区,left"),
      messages: """
        participants.csv:4: assessment: 与第 2 行重复，同一文件中每个键只能有一行
        participants.csv:4: status: “left”不在可填的词中：enrolled、withdrawn
        participants.csv:4: assessment: has the same key as line 2; a key stands once in a file
        participants.csv:4: status: “left” is not one of enrolled, withdrawn
        """),
    Refusal(
      "pools neither yes nor no", code: "unknown-word", .replace("assessments.csv", "12-31,no", "12-31,maybe"),
      messages: """
        assessments.csv:2: pools: “maybe”不在可填的词中：yes、no、是、否
        assessments.csv:2: pools: “maybe” is not one of yes, no, 是, 否
        """),
    Refusal(
      "a day that the calendar has not", code: "bad-date",
      .add("visits.csv", "V7,2022,G1,district:d1,2022-02-30,,draft"),
      messages: """
        visits.csv:8: date: “2022-02-30”不是日期：应为 2022-09-01 的形式
        visits.csv:8: date: “2022-02-30” is no date: write it as 2022-09-01
        """),
    Refusal(
      "a day written as 2022/6/7", code: "bad-date", .add("visits.csv", "V7,2022,G1,district:d1,2022/6/7,,draft"),
      messages: """
        visits.csv:8: date: “2022/6/7”不是日期：应为 2022-09-01 的形式
        visits.csv:8: date: “2022/6/7” is no date: write it as 2022-09-01
        """),
    Refusal(
      "a day with full-width digits", code: "bad-date", .add("visits.csv", "V7,2022,G1,district:d1,２０２２-06-07,,draft"),
      messages: """
        visits.csv:8: date: “２０２２-06-07”不是日期：应为 2022-09-01 的形式
        visits.csv:8: date: “２０２２-06-07” is no date: write it as 2022-09-01
        """),
    Refusal(
      "29 February of no leap year", code: "bad-date", .replace("findings.csv", "2022-09-30", "2100-02-29"),
      messages: """
        findings.csv:2: due: “2100-02-29”不是日期：应为 2022-09-01 的形式
        findings.csv:2: due: “2100-02-29” is no date: write it as 2022-09-01
        """),
    Refusal(
      "a visit without a day", code: "empty-cell", .add("visits.csv", "V7,2022,G1,district:d1,,,draft"),
      messages: """
        visits.csv:8: date: 不能为空
        visits.csv:8: date: must not be empty
        """),
    Refusal(
      "a subject without its kind", code: "bad-subject", .add("visits.csv", "V7,2022,G1,d1,2022-06-07,,draft"),
      messages: """
        visits.csv:8: subject: “d1”应写成 district:代码、enterprise:代码 或 park:代码
        visits.csv:8: subject: “d1”: write district:CODE, enterprise:CODE or park:CODE
        """),
    Refusal(
      "a subject of an unknown kind", code: "bad-subject", .add("visits.csv", "V7,2022,G1,town:d1,2022-06-07,,draft"),
      messages: """
        visits.csv:8: subject: “town:d1”应写成 district:代码、enterprise:代码 或 park:代码
        visits.csv:8: subject: “town:d1”: write district:CODE, enterprise:CODE or park:CODE
        """),
    Refusal(
      "a subject without a code", code: "bad-subject", .add("visits.csv", "V7,2022,G1,district:,2022-06-07,,draft"),
      messages: """
        visits.csv:8: subject: “district:”应写成 district:代码、enterprise:代码 或 park:代码
        visits.csv:8: subject: “district:”: write district:CODE, enterprise:CODE or park:CODE
        """),
    Refusal(
      "a hash that is too short", code: "bad-hash",
      .file("evidence.csv", "code,subject,title,kind,date,sha256\nEV1,district:d1,会议纪要,文件,2022-05-01,abc\n"),
      messages: """
        evidence.csv:2: sha256: 应为 64 位十六进制
        evidence.csv:2: sha256: write 64 hexadecimal digits
        """),
    Refusal(
      "a code with a space at its end", code: "bad-code", .add("groups.csv", "\"G2 \",第二组,"),
      messages: """
        groups.csv:3: code: 代码首尾不能有空格，不能含分号或不可见字符
        groups.csv:3: code: a code has no space at its ends, no `;` and nothing invisible
        """),
    Refusal(
      "a code with a semicolon", code: "bad-code", .add("evidence.csv", "EV2;EV3,district:d1,纪要,文件,2022-05-01"),
      messages: """
        evidence.csv:3: code: 代码首尾不能有空格，不能含分号或不可见字符
        evidence.csv:3: code: a code has no space at its ends, no `;` and nothing invisible
        """),
    Refusal(
      "a code with a zero-width space", code: "bad-code", .add("districts.csv", "d\u{200B}3,丙区,区"),
      messages: """
        districts.csv:4: code: 代码首尾不能有空格，不能含分号或不可见字符
        districts.csv:4: code: a code has no space at its ends, no `;` and nothing invisible
        """),
    Refusal(
      "a long cell is cut", code: "unknown-word",
      .add("enterprises.csv", "E3,示例三厂,d1,,\(String(repeating: "市", count: 50)),"),
      messages: """
        enterprises.csv:4: level: “市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市…”不在可填的词中：国家级、省级、市级、区级、镇级
        enterprises.csv:4: level: “市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市市…” is not one of 国家级, 省级, 市级, 区级, 镇级
        """),
  ]
}
