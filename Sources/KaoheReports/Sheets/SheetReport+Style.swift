extension SheetReport {
  /// How the page looks on a screen and on paper: headings on every page, no row broken, the signatures together.
  static let style = """
    @page {
      size: A4 landscape;
      margin: 14mm 12mm 15mm;
      @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; }
    }
    html {
      font: 9.5pt/1.45 "Songti SC", "SimSun", "宋体", "Noto Serif CJK SC", "Source Han Serif SC", serif;
      color: #000; background: #fff;
    }
    body { max-width: 273mm; margin: 8mm auto; padding: 0 4mm; }
    h1 {
      font: bold 18pt/1.3 "SimHei", "黑体", "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
      text-align: center; margin: 0 0 4mm;
    }
    table { border-collapse: collapse; width: 100%; }
    .facts { margin-bottom: 3mm; }
    .facts th, .facts td { text-align: left; vertical-align: top; padding: .4mm 0; font-weight: normal; }
    .facts th { white-space: nowrap; padding-right: 2mm; color: #444; }
    .facts th::after { content: "："; }
    html:lang(en) .facts th::after { content: ": "; }
    .facts td { padding-right: 6mm; width: 33%; }
    .leaves { table-layout: fixed; }
    .leaves th, .leaves td {
      border: .5pt solid #000; padding: .8mm 1.2mm; vertical-align: middle; overflow-wrap: anywhere;
    }
    .leaves th { text-align: center; background: #e8e8e8; }
    .leaves thead { display: table-header-group; }
    .leaves tr { break-inside: avoid; }
    col.number { width: 11mm; } col.code { width: 13mm; } col.content { width: 34mm; } col.points { width: 12mm; }
    col.way { width: 29mm; } col.self { width: 14mm; } col.score { width: 17mm; } col.remarks { width: 62mm; }
    td.number, td.points, td.self, td.score { text-align: center; }
    .leaves td.points, .leaves td.score { white-space: nowrap; overflow-wrap: normal; }
    td.score { font-weight: bold; }
    td.standard, td.way, td.remarks { font-size: 8.5pt; line-height: 1.35; }
    .section td { font-weight: bold; background: #f1f1f1; break-after: avoid; }
    .section { break-after: avoid; }
    .inner td { font-weight: normal; background: #f8f8f8; }
    .total td { font-weight: bold; border-top: 1.2pt solid #000; break-before: avoid; }
    .total { break-before: avoid; break-after: avoid; }
    .total td.remarks { font-weight: normal; }
    .leaves .signing td { border: 0; padding: 0; }
    .signing { break-before: avoid; }
    .signatures {
      display: flex; flex-wrap: wrap; gap: 0 8mm; margin-top: 6mm;
    }
    .signatures p { margin: 3mm 0 0; white-space: nowrap; }
    .line { display: inline-block; width: 38mm; height: 6mm; border-bottom: .6pt solid #000; }
    .notice { margin-top: 5mm; font-size: 8pt; color: #444; }
    * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    @media print { body { max-width: none; margin: 0; padding: 0; } }
    """
}
