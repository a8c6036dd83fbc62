import KaoheScoring

extension SheetReport {
  /// The sheet as one page that needs nothing beside it, to be printed on A4 and signed.
  var html: String {
    let title = HTMLText.escaped(title)
    return """
      <!DOCTYPE html>
      <html lang="\(language == .chinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      \(factTable)
      <table class="leaves">
      <colgroup>\(Self.columnClasses.map { "<col class=\"\($0)\">" }.joined())</colgroup>
      <thead>
      <tr>\(columnTitles.map { "<th scope=\"col\">\(HTMLText.escaped($0))</th>" }.joined())</tr>
      </thead>
      <tbody>
      \((rows.map(tableRow) + [totalRow, signatureRow]).joined(separator: "\n"))
      </tbody>
      </table>
      \(notice.map { "<p class=\"notice\">\(HTMLText.escaped($0))</p>\n" } ?? "")</body>
      </html>

      """
  }

  private static let columnClasses = [
    "number", "code", "content", "points", "standard", "way", "self", "score", "remarks",
  ]

  private var factTable: String {
    let cells = facts.map {
      "<th scope=\"row\">\(HTMLText.escaped($0.label))</th><td>\(HTMLText.escaped($0.text))</td>"
    }
    let lines = stride(from: 0, to: cells.count, by: 3).map { start in
      "<tr>" + cells[start..<min(start + 3, cells.count)].joined() + "</tr>"
    }
    return "<table class=\"facts\">\n" + lines.joined(separator: "\n") + "\n</table>"
  }

  private func tableRow(_ row: Row) -> String {
    var texts = [row.number, row.code, row.content, row.points, "", row.way, "", row.score].map(HTMLText.escaped)
    texts[4] = row.standard.map(HTMLText.escaped).joined(separator: "<br>")
    let remarks = row.remarks.map(HTMLText.escaped).joined(separator: "<br>")
    let kind =
      switch row.kind {
      case .section(let level): level == 0 ? " class=\"section\"" : " class=\"section inner\""
      case .leaf: ""
      }
    return cells(texts + [remarks], "<tr\(kind)>")
  }

  private var totalRow: String {
    let texts = ["", "", text("合计", en: "Total"), totalPoints, "", "", "", subtotal(of: sheet.entries), sumNote]
    return cells(texts.map(HTMLText.escaped), "<tr class=\"total\">")
  }

  private func cells(_ texts: [String], _ start: String) -> String {
    start + zip(Self.columnClasses, texts).map { "<td class=\"\($0)\">\($1)</td>" }.joined() + "</tr>"
  }

  /// A row of the table, so that a page never holds nothing but signatures: it stays with the total.
  private var signatureRow: String {
    let lines = signatures.map { line -> String in
      // The line to sign on is drawn rather than written.
      let label = line.split(separator: "_", omittingEmptySubsequences: true).first.map(String.init) ?? line
      return "<p>\(HTMLText.escaped(label))<span class=\"line\"></span></p>"
    }
    return "<tr class=\"signing\"><td colspan=\"\(Self.columnClasses.count)\"><div class=\"signatures\">\n"
      + lines.joined(separator: "\n") + "\n</div></td></tr>"
  }
}
