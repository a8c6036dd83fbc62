extension SchemaPicture {
  /// The picture as SVG, the same for the same schema.
  static func text() -> String {
    let picture = SchemaPicture()
    let routes = picture.routes
    let colours = colours(routes)
    let layout = Layout(picture, Tracks(routes, gutterCount: columnCount - 1))
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(layout.width) \(layout.height)" width="\(layout.width)" \
      height="\(layout.height)" font-family="'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif">
      <title>Kaohe: tables and what they refer to · 表与引用</title>
      <rect width="100%" height="100%" fill="#ffffff"/>
      <text x="24" y="34" font-size="18" font-weight="bold" fill="#222222">表与引用 · Tables and what they refer to</text>
      <text x="\(layout.width - 24)" y="34" font-size="12" text-anchor="end" fill="#555555">\
      粗体：主键 · bold: key; 箭头指向被引用的表 · an arrow points to the table that is referred to</text>

      """
    for (row, panels) in rows.enumerated() { text += panels.map { panel($0, layout, row) }.joined() }
    for route in routes { text += line(layout.points(of: route), colours[route.reference.target] ?? grey) }
    for (index, box) in layout.boxes.enumerated() { text += svg(box, colours[index] ?? grey) }
    return text + "</svg>\n"
  }

  private static let grey = "#666666"

  private static func panel(_ panel: Panel, _ layout: Layout, _ row: Int) -> String {
    let x = layout.columns[panel.column] - 12
    let end = layout.columns[panel.column + panel.columns.count - 1] + boxWidth + 12
    let range = layout.rows[row]
    return """
      <rect x="\(x)" y="\(range.lowerBound)" width="\(end - x)" height="\(range.count)" rx="8" fill="#f3f5f8"/>
      <text x="\(x + 12)" y="\(range.lowerBound + 22)" font-size="13" font-weight="bold" fill="#444444">\
      \(panel.chinese) · \(panel.english)</text>

      """
  }

  private static func line(_ points: [(x: Int, y: Int)], _ colour: String) -> String {
    guard let last = points.last, points.count > 1 else { return "" }
    let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    let back = points[points.count - 2].x > last.x ? 8 : -8
    return """
      <polyline points="\(path)" fill="none" stroke="\(colour)" stroke-width="1.4" stroke-linejoin="round"/>
      <path d="M\(last.x),\(last.y) l\(back),-4 v8 z" fill="\(colour)"/>

      """
  }

  private static func svg(_ box: Box, _ colour: String) -> String {
    var text = """
      <rect x="\(box.x)" y="\(box.y)" width="\(boxWidth)" height="\(box.height)" rx="4" fill="#ffffff" \
      stroke="\(colour)"/>
      <rect x="\(box.x)" y="\(box.y)" width="\(boxWidth)" height="\(headHeight - 4)" rx="4" fill="\(colour)"/>
      <text x="\(box.x + 8)" y="\(box.y + 14)" font-size="13" font-weight="bold" fill="#ffffff">\
      \(box.relation.name)</text>
      <text x="\(box.x + 8)" y="\(box.y + 29)" font-size="11" fill="#ffffff">\(box.chinese)</text>

      """
    for (index, column) in box.columns.enumerated() {
      let isKey = box.relation.key.contains(column.name)
      let y = box.line(index) + 4
      text += """
        <text x="\(box.x + 8)" y="\(y)" font-size="11.5"\(isKey ? " font-weight=\"bold\"" : "") fill="#222222">\
        \(column.name)</text>
        <text x="\(box.x + boxWidth - 8)" y="\(y)" font-size="10.5" text-anchor="end" fill="#666666">\
        \(column.chinese)</text>

        """
    }
    return text
  }

  /// Hues go around once; those of neighbours in the list are far apart.
  private static func colours(_ routes: [Route]) -> [Int: String] {
    let targets = Set(routes.map(\.reference.target)).sorted()
    return Dictionary(
      uniqueKeysWithValues: targets.enumerated().map { position, target in
        (target, "hsl(\(position * 7 % targets.count * 360 / targets.count), 60%, \(34 + position % 2 * 6)%)")
      })
  }
}
