import KaoheScoring
import KaoheTestSupport

/// A top-level section's score worked out from its leaves by the words of docs/rules.md, step 6, and nothing else.
struct StepSix {
  /// nil where the section is taken out.
  let score: Rational?
  /// T where the section stays, P where it is out.
  let takenOutOfPhase: Rational

  init(_ section: Section, _ rules: RuleSet, _ card: Scorecard) {
    var byTotal: Rational = 0
    var bySection: Rational = 0
    for position in section.leaves where card.leaves[position].score == nil {
      if rules.leaves[position].notApplicable == .rescaleTotal {
        byTotal += rules.leaves[position].points
      } else {
        bySection += rules.leaves[position].points
      }
    }
    let rest = section.points - byTotal - bySection
    guard rest > 0 else {
      score = nil
      takenOutOfPhase = section.points
      return
    }
    takenOutOfPhase = byTotal
    let isZeroed = card.vetoes.contains { rules.vetoes[$0].effect == .zero(of: section.code) }
    let sum = section.children.map { Self.sum(of: $0, card) ?? 0 }.reduce(0, +)
    let scaled = sum * (section.points - byTotal) / rest
    score = isZeroed ? 0 : scaled.clamped(from: section.floor ?? -1_000_000, to: section.cap ?? 1_000_000)
  }

  private static func sum(of node: Node, _ card: Scorecard) -> Rational? {
    switch node {
    case .leaf(let position): return card.leaves[position].score
    case .section(let section):
      let scores = section.children.compactMap { sum(of: $0, card) }
      if scores.isEmpty { return nil }
      return scores.reduce(0, +).clamped(from: section.floor ?? -1_000_000, to: section.cap ?? 1_000_000)
    }
  }
}
