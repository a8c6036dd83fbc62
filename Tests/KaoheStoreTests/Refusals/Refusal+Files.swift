@testable import KaoheStore

/// Files that can't be read as tables, and files that should not be there.
extension Refusal {
  static let files: [Refusal] = [
    Refusal(
      "a file of another name", code: "unknown-file", .file("score.csv", "visit\n"),
      messages: """
        score.csv: 不认识的文件名，可用：districts.csv, groups.csv, parks.csv, enterprises.csv, inspectors.csv, assessments.csv, participants.csv, visits.csv, visit_steps.csv, evidence.csv, recusals.csv, scores.csv, adjustments.csv, findings.csv, finding_steps.csv, objections.csv, corrections.csv, metrics.csv, coverage.csv, tasks.csv, surveys.csv, publicity.csv, rules*.yaml
        score.csv: unknown file name; expected one of districts.csv, groups.csv, parks.csv, enterprises.csv, inspectors.csv, assessments.csv, participants.csv, visits.csv, visit_steps.csv, evidence.csv, recusals.csv, scores.csv, adjustments.csv, findings.csv, finding_steps.csv, objections.csv, corrections.csv, metrics.csv, coverage.csv, tasks.csv, surveys.csv, publicity.csv, rules*.yaml
        """),
    Refusal(
      "a spreadsheet and rules by another name", code: "unknown-file", .file("scores.xlsx", "PK"),
      .file("细则.yaml", "rule_set: a\n"),
      messages: """
        scores.xlsx: 不认识的文件名，可用：districts.csv, groups.csv, parks.csv, enterprises.csv, inspectors.csv, assessments.csv, participants.csv, visits.csv, visit_steps.csv, evidence.csv, recusals.csv, scores.csv, adjustments.csv, findings.csv, finding_steps.csv, objections.csv, corrections.csv, metrics.csv, coverage.csv, tasks.csv, surveys.csv, publicity.csv, rules*.yaml
        细则.yaml: 不认识的文件名，可用：districts.csv, groups.csv, parks.csv, enterprises.csv, inspectors.csv, assessments.csv, participants.csv, visits.csv, visit_steps.csv, evidence.csv, recusals.csv, scores.csv, adjustments.csv, findings.csv, finding_steps.csv, objections.csv, corrections.csv, metrics.csv, coverage.csv, tasks.csv, surveys.csv, publicity.csv, rules*.yaml
        scores.xlsx: unknown file name; expected one of districts.csv, groups.csv, parks.csv, enterprises.csv, inspectors.csv, assessments.csv, participants.csv, visits.csv, visit_steps.csv, evidence.csv, recusals.csv, scores.csv, adjustments.csv, findings.csv, finding_steps.csv, objections.csv, corrections.csv, metrics.csv, coverage.csv, tasks.csv, surveys.csv, publicity.csv, rules*.yaml
        细则.yaml: unknown file name; expected one of districts.csv, groups.csv, parks.csv, enterprises.csv, inspectors.csv, assessments.csv, participants.csv, visits.csv, visit_steps.csv, evidence.csv, recusals.csv, scores.csv, adjustments.csv, findings.csv, finding_steps.csv, objections.csv, corrections.csv, metrics.csv, coverage.csv, tasks.csv, surveys.csv, publicity.csv, rules*.yaml
        """),
    Refusal(
      "a row of over 1000 cells", code: "row-too-large",
      .add("metrics.csv", "district:d1,2022,a,1" + String(repeating: ",", count: 2000)),
      messages: """
        metrics.csv:3: 从本行开始的一行超过 1000 格或 4 MB
        metrics.csv:3: the row that begins here has over 1000 cells or 4 MB
        """),
    Refusal(
      "an empty file", code: "empty-file", .file("metrics.csv", ""),
      messages: """
        metrics.csv:1: 文件是空的，应有一行列名
        metrics.csv:1: the file is empty; expected a row of column names
        """),
    Refusal(
      "a file with a byte order mark alone", code: "empty-file", .file("metrics.csv", [0xEF, 0xBB, 0xBF]),
      messages: """
        metrics.csv:1: 文件是空的，应有一行列名
        metrics.csv:1: the file is empty; expected a row of column names
        """),
    Refusal(
      "a file with an empty line alone", code: "empty-file", .file("metrics.csv", "\n"),
      messages: """
        metrics.csv:1: 文件是空的，应有一行列名
        metrics.csv:1: the file is empty; expected a row of column names
        """),
    Refusal(
      "a quote inside a cell", code: "bad-quotes", .add("metrics.csv", "district:d1,2022,女\"职\"工,1,人"),
      messages: """
        metrics.csv:3: 从本行开始的一行引号不成对：含引号的单元格应整体加引号，内部引号写两个
        metrics.csv:3: the row that begins here has unbalanced quotes: quote the whole cell, and double a quote inside it
        """),
    Refusal(
      "text behind a closing quote", code: "bad-quotes", .add("metrics.csv", "district:d1,2022,\"女\"职工,1,人"),
      messages: """
        metrics.csv:3: 从本行开始的一行引号不成对：含引号的单元格应整体加引号，内部引号写两个
        metrics.csv:3: the row that begins here has unbalanced quotes: quote the whole cell, and double a quote inside it
        """),
    Refusal(
      "a quote that is never closed", code: "bad-quotes",
      .add("metrics.csv", "district:d1,2022,\"女职工,1,人\ndistrict:d1,2022,男职工,1,人"),
      messages: """
        metrics.csv:3: 从本行开始的一行引号不成对：含引号的单元格应整体加引号，内部引号写两个
        metrics.csv:3: the row that begins here has unbalanced quotes: quote the whole cell, and double a quote inside it
        """),
    Refusal(
      "GBK in a cell", code: "not-utf-8",
      .file(
        "metrics.csv", Array("metric,subject,year,value\n".utf8) + [0xB5, 0xDA] + Array(",district:d1,2022,1\n".utf8)),
      messages: """
        metrics.csv:2: metric: 不是 UTF-8 文字；在 Excel 或 WPS 里另存为“CSV UTF-8（逗号分隔）”
        metrics.csv:2: metric: not UTF-8; save it as “CSV UTF-8” from Excel or WPS
        """),
    Refusal(
      "GBK in the header", code: "not-utf-8",
      .file(
        "metrics.csv",
        Array("subject,year,metric,value,".utf8) + [0xB5, 0xDA] + Array("\ndistrict:d1,2022,a,1,\n".utf8)),
      messages: """
        metrics.csv:1: 不是 UTF-8 文字；在 Excel 或 WPS 里另存为“CSV UTF-8（逗号分隔）”
        metrics.csv:1: not UTF-8; save it as “CSV UTF-8” from Excel or WPS
        """),
    Refusal(
      "NUL in a cell", code: "nul-character",
      .file("metrics.csv", "subject,year,metric,value\ndistrict:d1,2022,女\u{0}职工,1\n"),
      messages: """
        metrics.csv:2: metric: 含有 NUL 字符（U+0000）；删掉它；若整个文件都是如此，是 UTF-16：另存为“CSV UTF-8（逗号分隔）”
        metrics.csv:2: metric: holds a NUL character (U+0000); remove it; where all of the file has them, it is UTF-16: save it as “CSV UTF-8”
        """),
    Refusal(
      "UTF-16", code: "missing-column not-utf-8",
      .file("metrics.csv", [0xFF, 0xFE] + Array("metric\n".utf8).flatMap { [$0, 0] }),
      messages: """
        metrics.csv:1: 缺少列“subject”，应有：subject, year, metric, value, unit?
        metrics.csv:1: 缺少列“year”，应有：subject, year, metric, value, unit?
        metrics.csv:1: 缺少列“metric”，应有：subject, year, metric, value, unit?
        metrics.csv:1: 缺少列“value”，应有：subject, year, metric, value, unit?
        metrics.csv:1: 不是 UTF-8 文字；在 Excel 或 WPS 里另存为“CSV UTF-8（逗号分隔）”
        metrics.csv:1: the column “subject” is missing; expected: subject, year, metric, value, unit?
        metrics.csv:1: the column “year” is missing; expected: subject, year, metric, value, unit?
        metrics.csv:1: the column “metric” is missing; expected: subject, year, metric, value, unit?
        metrics.csv:1: the column “value” is missing; expected: subject, year, metric, value, unit?
        metrics.csv:1: not UTF-8; save it as “CSV UTF-8” from Excel or WPS
        """),
    Refusal(
      "a cell of over 1 MB", code: "cell-too-large",
      .file(
        "metrics.csv",
        "subject,year,metric,value\ndistrict:d1,2022,a,1\ndistrict:d1,2022,\"\(String(repeating: "一", count: 400_000))\",1\n"
      ),
      messages: """
        metrics.csv:3: 从本行开始的一行有单元格超过 1 MB，可能漏了引号
        metrics.csv:3: the row that begins here has a cell of over 1 MB; is a quote missing?
        """),
    Refusal(
      "a row with a cell too few", code: "cell-count", .add("groups.csv", "G2,第二组"),
      messages: """
        groups.csv:3: 本行有 2 个单元格，表头有 3 列
        groups.csv:3: this row has 2 cells, the header has 3
        """),
    Refusal(
      "a row with a cell too many", code: "cell-count", .add("groups.csv", "G2,第二组,,"),
      messages: """
        groups.csv:3: 本行有 4 个单元格，表头有 3 列
        groups.csv:3: this row has 4 cells, the header has 3
        """),
    Refusal(
      "lines inside a quoted cell are counted", code: "cell-count", .add("groups.csv", "G2,\"第\n二\n组\",\n\nG3,第三组"),
      messages: """
        groups.csv:7: 本行有 2 个单元格，表头有 3 列
        groups.csv:7: this row has 2 cells, the header has 3
        """),
    Refusal(
      "lines that end with CRLF are counted once", code: "cell-count",
      .file("groups.csv", "code,name\r\nG1,\"第\r\n一组\"\r\nG2\r\n"),
      messages: """
        groups.csv:4: 本行有 1 个单元格，表头有 2 列
        groups.csv:4: this row has 1 cell, the header has 2
        """),
    Refusal(
      "lines that end with CR are counted", code: "cell-count", .file("groups.csv", "code,name\rG1,第一组\rG2\r"),
      messages: """
        groups.csv:3: 本行有 1 个单元格，表头有 2 列
        groups.csv:3: this row has 1 cell, the header has 2
        """),
    Refusal(
      "another rule set of a known code", code: "duplicate-rule-set", .file("rules-2.yaml", Records.base["rules.yaml"]),
      messages: """
        rules.yaml: 细则代码 small 已在 rules-2.yaml 中使用
        rules.yaml: the rule set small stands in rules-2.yaml too
        """),
    Refusal(
      "mistakes in rules and in a table at once", code: "bad-number empty-cell unknown-word",
      .replace("rules.yaml", "code: C1, title: 园区评分, points: 20", "code: C1, title: 园区评分, points: 2O"),
      .replace("rules.yaml", "title: 伪造台账, effect: unranked", "title: 伪造台账, effect: unrank"),
      .add("groups.csv", "G2,,"),
      messages: """
        groups.csv:3: name: 不能为空
        rules.yaml:32: 37: `points` 的值 `2O`：不是数：应写成 0.85、85% 或 45/60
        rules.yaml:35: 42: `effect` 不能是 `unrank`，应为 `fail`、`cap_grade`、`lower_grade`、`unranked` 或 `zero`；是不是 `unranked`？
        groups.csv:3: name: must not be empty
        rules.yaml:32: 37: `points` is `2O`: not a number: write 0.85, 85% or 45/60
        rules.yaml:35: 42: `effect` can't be `unrank`; expected `fail`, `cap_grade`, `lower_grade`, `unranked` or `zero`; did you mean `unranked`?
        """),
    Refusal(
      "what unreadable rules would define is not reported", code: "bad-code unknown-code",
      .replace("rules.yaml", "rule_set: small", "rule_set: Small"),
      .add("scores.csv", "V6,A9,,没有数,,,"), .add("visits.csv", "V7,2022,G9,district:d1,2022-06-07,,draft"),
      messages: """
        rules.yaml:1: 11: `rule_set` 只能用小写字母、数字和连字符，不能是 `Small`
        visits.csv:8: group: 没有代码为“G9”的督查观摩组
        rules.yaml:1: 11: `rule_set` takes lower-case letters, digits and hyphens only, and is `Small`
        visits.csv:8: group: there is no inspection group “G9”
        """),
  ]

  static let headers: [Refusal] = [
    Refusal(
      "an unknown column", code: "unknown-column",
      .file("metrics.csv", "subject,year,metric,value,note\ndistrict:d1,2022,a,1,\n"),
      messages: """
        metrics.csv:1: 没有名为“note”的列，应有：subject, year, metric, value, unit?
        metrics.csv:1: there is no column “note”; expected: subject, year, metric, value, unit?
        """),
    Refusal(
      "a column without a name", code: "unknown-column",
      .file("metrics.csv", "subject,year,metric,value,\ndistrict:d1,2022,a,1,\n"),
      messages: """
        metrics.csv:1: 没有名为“（空）”的列，应有：subject, year, metric, value, unit?
        metrics.csv:1: there is no column “(empty)”; expected: subject, year, metric, value, unit?
        """),
    Refusal(
      "a missing column", code: "missing-column", .file("metrics.csv", "subject,year,value\ndistrict:d1,2022,1\n"),
      messages: """
        metrics.csv:1: 缺少列“metric”，应有：subject, year, metric, value, unit?
        metrics.csv:1: the column “metric” is missing; expected: subject, year, metric, value, unit?
        """),
    Refusal(
      "a column in another case", code: "missing-column unknown-column",
      .file("metrics.csv", "Subject,year,metric,value\ndistrict:d1,2022,a,1\n"),
      messages: """
        metrics.csv:1: 缺少列“subject”，应有：subject, year, metric, value, unit?
        metrics.csv:1: 没有名为“Subject”的列，应有：subject, year, metric, value, unit?
        metrics.csv:1: the column “subject” is missing; expected: subject, year, metric, value, unit?
        metrics.csv:1: there is no column “Subject”; expected: subject, year, metric, value, unit?
        """),
    Refusal(
      "a header that can't be read, where others refer to its rows", code: "missing-column unknown-column",
      .file("groups.csv", "code,名称\nG1,第一组\n"),
      messages: """
        groups.csv:1: 缺少列“name”，应有：code, name, leader?
        groups.csv:1: 没有名为“名称”的列，应有：code, name, leader?
        groups.csv:1: the column “name” is missing; expected: code, name, leader?
        groups.csv:1: there is no column “名称”; expected: code, name, leader?
        """),
    Refusal(
      "a row that can't be read, where others refer to it", code: "cell-count",
      .replace("groups.csv", "G1,第一组,张三", "G1,第一组"),
      messages: """
        groups.csv:2: 本行有 2 个单元格，表头有 3 列
        groups.csv:2: this row has 2 cells, the header has 3
        """),
    Refusal(
      "a column twice", code: "duplicate-column",
      .file("metrics.csv", "subject,year,metric,year,value\ndistrict:d1,2022,a,2022,1\n"),
      messages: """
        metrics.csv:1: 列名“year”出现了两次
        metrics.csv:1: the column “year” stands twice
        """),
    Refusal(
      "several mistakes in one header", code: "duplicate-column missing-column unknown-column",
      .file("metrics.csv", "subject,subject,year,metrics,value\ndistrict:d1,district:d1,2022,a,1\n"),
      messages: """
        metrics.csv:1: 列名“subject”出现了两次
        metrics.csv:1: 缺少列“metric”，应有：subject, year, metric, value, unit?
        metrics.csv:1: 没有名为“metrics”的列，应有：subject, year, metric, value, unit?
        metrics.csv:1: the column “subject” stands twice
        metrics.csv:1: the column “metric” is missing; expected: subject, year, metric, value, unit?
        metrics.csv:1: there is no column “metrics”; expected: subject, year, metric, value, unit?
        """),
  ]
}
