import KaoheScoring

extension RuleReader {
  func steps(_ fields: Fields) throws(Reported) -> Method {
    let from = reading { () throws(Reported) in try reference(fields.required("from"), .any) }
    let step = fields.number("step", .positive)
    let points = fields.number("points", .any)
    let side: Reading<Steps.Side> = fields.word("side")
    let partial = fields.word("partial", default: Steps.Partial.drop)
    let max = fields.optionalNumber("max", .notNegative)
    return .steps(
      Steps(
        from: try from.get(), step: try step.get(), points: try points.get(), side: try side.get(),
        partial: try partial.get(), max: try max.get()))
  }
}
