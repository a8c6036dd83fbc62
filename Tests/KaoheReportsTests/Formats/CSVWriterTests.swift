import Testing

@testable import KaoheReports

@Suite struct CSVWriterTests {
  @Test(arguments: [
    ("plain 中文", "plain 中文"), ("", ""), (" edge ", "\" edge \""), ("tab\t", "\"tab\t\""), ("a b", "a b"),
    ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("cr\r", "\"cr\r\""), ("crlf\r\n", "\"crlf\r\n\""), ("-0.2", "-0.2"),
  ])
  func quotesOnlyWhereNeeded(_ field: String, _ written: String) {
    #expect(CSVWriter.quoted(field) == written)
  }

  @Test func recordsEndWithCRLF() {
    #expect(
      CSVWriter.text(header: ["a", "b"], rows: [["1", ""], ["x,y", "\""]]) == "a,b\r\n1,\r\n\"x,y\",\"\"\"\"\r\n")
    #expect(CSVWriter.text(header: ["a"], rows: [[""]]) == "a\r\n\"\"\r\n")
    #expect(CSVWriter.text(header: ["a"], rows: [], byteOrderMark: true) == "\u{FEFF}a\r\n")
  }

  @Test func linesForPrograms() {
    #expect(CSVWriter.line(["a", nil, "", "x,y"]) == "a,,\"\",\"x,y\"\n")
    #expect(CSVWriter.line([nil]) == "\"\"\n")
  }

  @Test func whatIsWrittenIsReadBack() {
    let rows = [["a\r\nb", "\"\"", ",", ""], ["e\u{301}\"\u{301}", "\u{1B}", "\r\n", "中"], ["", "", "", ""]]
    #expect(readCSV(CSVWriter.text(header: ["1", "2", "3", "4"], rows: rows)) == [["1", "2", "3", "4"]] + rows)
  }
}

/// A reader of RFC 4180, independent of the writer.
func readCSV(_ text: String) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field = ""
  var isQuoted = false
  var scalars = text.unicodeScalars[...]
  while let scalar = scalars.popFirst() {
    switch scalar {
    case "\"" where isQuoted && scalars.first == "\"":
      scalars.removeFirst()
      field.unicodeScalars.append("\"")
    case "\"": isQuoted.toggle()
    case "," where !isQuoted:
      record.append(field)
      field = ""
    case "\r" where !isQuoted && scalars.first == "\n":
      scalars.removeFirst()
      records.append(record + [field])
      (record, field) = ([], "")
    default: field.unicodeScalars.append(scalar)
    }
  }
  return records
}
