import KaoheScoring
import KaoheTestSupport

/// One leaf of each form that records.md's table of values tells apart.
enum LeafFixtures {
  static let measure = Leaf.sample(points: 4, .ratio())
  static let pooled = Leaf.sample(points: 4, .ratio(), scope: .enterprise, aggregate: .pooled)
  static let survey = Leaf.sample(points: 4, .ratio(), survey: .satisfaction)
  static let counts = Leaf.sample(
    .deduct(0..<1), .add(1..<2), items: [.deduct("late", 1), .add("award", 1)], start: 5)
  static let checklist = Leaf.sample(points: 2, .checklist(0..<2), items: [.tick("a", 1), .tick("b", 1)])
  static let levels = Leaf.sample(points: 2, .levels(["优": 1, "良": "0.8", "差": 0]))
  static let ranges = Leaf.sample(points: 10, .levelRanges(["良": ("0.8", "0.9"), "中": ("0.6", "0.79")]))
  static let judged = Leaf.sample(points: "2.5", .judged)
  /// A measure, deductions and a checklist side by side.
  static let mixed = Leaf.sample(
    .ratio(), .deduct(0..<1), .checklist(1..<3), items: [.deduct("late", 1), .tick("a", 1), .tick("b", 1)],
    start: .zero)

  static let all = [measure, pooled, survey, counts, checklist, levels, ranges, judged, mixed]
}

extension Leaf {
  /// The code of the problem that the row is refused with; nil where it is read.
  func refusal(_ item: String, _ value: String) -> String? {
    do throws(ObservationProblem) {
      _ = try read(item: item, value: value)
      return nil
    } catch {
      return "\(error.cell.rawValue): \(error.code)"
    }
  }
}
