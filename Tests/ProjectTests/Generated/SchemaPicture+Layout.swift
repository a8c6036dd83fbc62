/// Where everything stands, in pixels.
extension SchemaPicture {
  struct Layout {
    var boxes: [Box]
    /// The left edge of each column.
    var columns: [Int] = []
    /// Top and bottom of each row of panels.
    var rows: [Range<Int>] = []
    var width = 0
    var height = 0
    let tracks: Tracks

    private static let step = 7
    private static let margin = 24

    init(_ picture: SchemaPicture, _ tracks: Tracks) {
      boxes = picture.boxes
      self.tracks = tracks
      var x = Self.margin
      for column in 0..<SchemaPicture.columnCount {
        columns.append(x)
        let gutter = column < tracks.gutters.count ? tracks.gutters[column].count : 0
        x += SchemaPicture.boxWidth + 44 + Self.step * gutter
      }
      width = x - 44 + Self.margin
      var top = 56
      for row in SchemaPicture.rows.indices {
        let bottom = (0..<SchemaPicture.columnCount).map { stack(row, $0, from: top + 34) }.max() ?? top
        rows.append(top..<(bottom + 14))
        top = bottom + 34
      }
      height = top
    }

    /// - Returns: the bottom of the lowest box of a column.
    private mutating func stack(_ row: Int, _ column: Int, from top: Int) -> Int {
      var y = top
      for index in boxes.indices where boxes[index].place.row == row && boxes[index].place.column == column {
        y += gapHeight(boxes[index].place)
        boxes[index].x = columns[column]
        boxes[index].y = y
        y += boxes[index].height
      }
      return y
    }

    private func gapHeight(_ gap: Gap) -> Int {
      let count = tracks.gaps[gap]?.count ?? 0
      return (gap.index == 0 ? 0 : 14) + (count == 0 ? 0 : Self.step * count + 4)
    }

    /// The x of a target's track in a gutter.
    func x(of target: Int, in gutter: Int) -> Int {
      let place = tracks.gutters[gutter].firstIndex(of: target) ?? 0
      return columns[gutter] + SchemaPicture.boxWidth + 22 + Self.step * place + Self.step / 2
    }

    /// The y of a target's track in a gap.
    func y(of target: Int, in gap: Gap) -> Int {
      let place = tracks.gaps[gap]?.firstIndex(of: target) ?? 0
      let column = boxes.filter { $0.place.row == gap.row && $0.place.column == gap.column }
      let top =
        column.first { $0.place.index == gap.index }.map { $0.y - gapHeight(gap) }
        ?? column.last.map { $0.y + $0.height } ?? rows[gap.row].lowerBound + 34
      return top + (gap.index == 0 ? 0 : 7) + Self.step * place + Self.step / 2
    }

    /// The corners of a line.
    func points(of route: Route) -> [(x: Int, y: Int)] {
      let (source, target) = (boxes[route.reference.source], boxes[route.reference.target])
      var y = source.line(route.reference.line)
      var points: [(x: Int, y: Int)] = []
      let leavesRight = (route.gutters.first ?? 0) >= source.place.column
      points.append((leavesRight ? source.x + SchemaPicture.boxWidth : source.x, y))
      for (position, gutter) in route.gutters.enumerated() {
        let x = x(of: route.reference.target, in: gutter)
        points.append((x, y))
        y = position < route.gaps.count ? self.y(of: route.reference.target, in: route.gaps[position]) : target.entry
        points.append((x, y))
      }
      let arrivesRight = (route.gutters.last ?? 0) >= target.place.column
      points.append((arrivesRight ? target.x + SchemaPicture.boxWidth : target.x, y))
      return points
    }
  }
}
