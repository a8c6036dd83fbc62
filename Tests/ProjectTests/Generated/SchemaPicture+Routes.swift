/// How the lines run. A line leaves its source on the side of its target, follows the target's track in a gutter, crosses
/// the columns between through the target's gap, and arrives at the target's head.
extension SchemaPicture {
  /// A gap of a column: above the box with this place; the last is below all boxes of its row.
  typealias Gap = Place

  struct Route {
    var reference: Reference
    /// Gutters from the source to the target; gutter n lies to the right of column n.
    var gutters: [Int]
    /// One between each gutter and the next.
    var gaps: [Gap]
  }

  var routes: [Route] {
    references.map { reference in
      let (source, target) = (boxes[reference.source].place, boxes[reference.target].place)
      if source.column == target.column {
        // Side by side with the lines that come from the right; those of the last column from the left.
        let gutter = source.column == Self.columnCount - 1 ? source.column - 1 : source.column
        return Route(reference: reference, gutters: [gutter], gaps: [])
      }
      let gutters =
        source.column > target.column
        ? Array((target.column..<source.column).reversed()) : Array(source.column..<target.column)
      let crossed = zip(gutters, gutters.dropFirst()).map { max($0, $1) }
      return Route(reference: reference, gutters: gutters, gaps: crossed.map { gap(in: $0, towards: target) })
    }
  }

  /// The gap of a column that lies beside the target.
  private func gap(in column: Int, towards target: Place) -> Gap {
    let count = boxes.count { $0.place.row == target.row && $0.place.column == column }
    return Gap(row: target.row, column: column, index: min(target.index, count))
  }

  /// Which targets have a track in each gutter, and in each gap, in order.
  struct Tracks {
    var gutters: [[Int]]
    var gaps: [Gap: [Int]] = [:]

    init(_ routes: [Route], gutterCount: Int) {
      gutters = Array(repeating: [], count: gutterCount)
      for route in routes {
        let target = route.reference.target
        for gutter in route.gutters where !gutters[gutter].contains(target) { gutters[gutter].append(target) }
        for gap in route.gaps where gaps[gap]?.contains(target) != true { gaps[gap, default: []].append(target) }
      }
      for gutter in gutters.indices { gutters[gutter].sort() }
      for gap in gaps.keys { gaps[gap]?.sort() }
    }
  }
}
