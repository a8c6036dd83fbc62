/// What a leaf's methods are together.
struct MethodTraits: Sendable, Hashable {
  let isPeer: Bool
  let takesMeasure: Bool
  let refusesNegative: Bool
  let isJudged: Bool
  let onlyCounts: Bool
  let levels: Levels?

  init(_ methods: [Method]) {
    isPeer = methods.contains(where: \.isPeer)
    takesMeasure = methods.contains(where: \.takesMeasure)
    refusesNegative = methods.contains(where: \.refusesNegative)
    isJudged = methods.contains(.judged)
    onlyCounts = methods.allSatisfy {
      switch $0 {
      case .deduct, .add: true
      default: false
      }
    }
    levels = methods.lazy.compactMap { if case .levels(let levels) = $0 { levels } else { nil } }.first
  }
}
