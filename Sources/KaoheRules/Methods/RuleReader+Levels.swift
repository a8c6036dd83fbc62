import KaoheScoring

extension RuleReader {
  /// What a row of scores says instead of a level (docs/records.md).
  private static let reserved = ["-", "n/a", "不适用"]

  func levels(_ fields: Fields) throws(Reported) -> Method {
    var listed = ListedCodes()
    let levels = fields.list("levels") { field throws(Reported) in
      let fields = try Fields(field, Bilingual("档次", en: "a level"), keys: ["code", "share", "from", "to"])
      let code = reading { () throws(Reported) in try levelCode(fields, &listed) }
      let share = reading { () throws(Reported) in try self.share(fields) }
      return Levels.Level(code: try code.get(), share: try share.get())
    }
    return .levels(Levels(levels: try levels.get()))
  }

  private func levelCode(_ fields: Fields, _ listed: inout ListedCodes) throws(Reported) -> String {
    let code = try fields.listedCode(in: &listed).get()
    if Self.reserved.contains(code) {
      throw log.report(
        .reservedCode, at: fields["code"]?.place, "`\(code)` 不能用作档次，它另有含义",
        en: "`\(code)` can't be a level, it has a meaning of its own")
    }
    if code.contains(where: \.isWhitespace) {
      throw log.report(
        .badCode, at: fields["code"]?.place, "档次 \(quoted(code)) 不能含空格：空格后面写比例",
        en: "the level \(quoted(code)) must not contain a space: the share is written after one")
    }
    return code
  }

  private func share(_ fields: Fields) throws(Reported) -> Levels.Level.Share {
    let share = fields.optionalNumber("share", .share)
    let from = fields.optionalNumber("from", .share)
    let to = fields.optionalNumber("to", .share)
    switch (try share.get(), try from.get(), try to.get()) {
    case (let share?, nil, nil): return .fixed(share)
    case (nil, let from?, let to?):
      guard from <= to else {
        throw log.report(
          .levelShare, at: fields["from"]?.place, "`from` \(from.plainText) 大于 `to` \(to.plainText)",
          en: "`from` \(from.plainText) is above `to` \(to.plainText)")
      }
      return .range(from: from, to: to)
    default:
      throw log.report(
        .levelShare, at: fields.place, "档次要有 `share`，或者 `from` 和 `to`",
        en: "a level has either `share`, or `from` and `to`")
    }
  }
}
