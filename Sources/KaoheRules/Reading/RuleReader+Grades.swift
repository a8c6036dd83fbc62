import KaoheScoring

extension RuleReader {
  /// The grades, best first; none where the key is left out.
  func grades(_ fields: Fields) throws(Reported) -> [Grade] {
    guard let list = fields["grades"], !list.value.isEmpty else { return [] }
    let elements = try list.elements()
    var listed = ListedCodes()
    var mins: [(Rational, Place)?] = []
    let grades = reading { () throws(Reported) in
      try all(elements) { field throws(Reported) in
        let isLast = mins.count == elements.count - 1
        mins.append(nil)
        let fields = try Fields(
          field, Bilingual("等次", en: "a grade"),
          keys: ["code", "min", "max_share", "max_count", "with_better", "where"])
        let code = fields.listedCode(in: &listed)
        if isLast {
          checkLast(fields)
          return Grade(code: try code.get(), min: nil, quota: nil, withBetter: false, conditions: [])
        }
        let min = fields.number("min", .notNegative)
        if let min = min.known, let place = fields["min"]?.place { mins[mins.count - 1] = (min, place) }
        return try grade(fields, code: code, min: min)
      }
    }
    checkFalling(mins.dropLast())
    return try grades.get()
  }

  private func grade(_ fields: Fields, code: Reading<String>, min: Reading<Rational>) throws(Reported) -> Grade {
    let share = fields.optionalNumber("max_share", .share)
    let count = fields.optional("max_count") { field throws(Reported) in try field.whole(0...(.max)) }
    let withBetter = fields.flag("with_better")
    let conditions = fields.optionalList("where", condition)
    let quota = reading { () throws(Reported) -> Grade.Quota? in
      if let place = fields.placeOfKey("max_count"), fields["max_share"] != nil {
        throw log.report(
          .twoQuotas, at: place, "`max_share` 和 `max_count` 只能有一个",
          en: "a grade has `max_share` or `max_count`, not both")
      }
      if let share = try share.get() { return .share(share) }
      return try count.get().map { .count($0) }
    }
    if case .success(nil) = quota, withBetter.known == true {
      log.report(
        .keyWithoutEffect, at: fields.placeOfKey("with_better"),
        "没有 `max_share` 或 `max_count`，`with_better` 不起作用",
        en: "`with_better` does nothing without `max_share` or `max_count`")
    }
    return Grade(
      code: try code.get(), min: try min.get(), quota: try quota.get(), withBetter: try withBetter.get(),
      conditions: try conditions.get())
  }

  private func condition(_ field: Field) throws(Reported) -> Grade.Condition {
    let fields = try Fields(field, Bilingual("条件", en: "a condition"), keys: ["code", "min", "min_share"])
    let code = reading { () throws(Reported) in try scoredCode(fields.required("code")) }
    let min = fields.optionalNumber("min", .any)
    let share = fields.optionalNumber("min_share", .share)
    let bound = reading { () throws(Reported) -> Grade.Condition.Bound in
      switch (try min.get(), try share.get()) {
      case (let min?, nil): return .points(min)
      case (nil, let share?): return .share(share)
      default:
        throw log.report(
          .conditionBound, at: fields.place, "条件要有 `min` 或 `min_share`，且只有一个",
          en: "a condition has `min` or `min_share`, exactly one of them")
      }
    }
    return Grade.Condition(code: try code.get(), bound: try bound.get())
  }

  private func checkLast(_ fields: Fields) {
    for key in ["min", "max_share", "max_count", "with_better", "where"] {
      guard let place = fields.placeOfKey(key) else { continue }
      log.report(
        .lastGrade, at: place, "最后一个等次不能有 `\(key)`：其余的都归入它",
        en: "the last grade takes no `\(key)`: all the others end there",
        hint: key == "min"
          ? Bilingual("请在后面加一个没有 `min` 的等次", en: "add one without `min` after it") : nil)
      return
    }
  }

  private func checkFalling(_ mins: ArraySlice<(Rational, Place)?>) {
    for (better, worse) in zip(mins, mins.dropFirst()) {
      guard let better, let worse, worse.0 >= better.0 else { continue }
      log.report(
        .gradeOrder, at: worse.1,
        "`min` \(worse.0.plainText) 没有低于上一等次的 \(better.0.plainText)；等次从高到低排列",
        en:
          "`min` \(worse.0.plainText) is not below the \(better.0.plainText) of the grade before; grades stand best first"
      )
    }
  }
}
