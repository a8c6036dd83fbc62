import KaoheScoring

// deduct, add and checklist: methods whose items are counted or ticked.

extension RuleReader {
  /// - Parameter firstItem: how many items the leaf's earlier methods have.
  func itemMethod(
    _ kind: Item.Kind, _ fields: Fields, firstItem: Int
  ) -> (Reading<Method>, Reading<[Item]>) {
    let items = fields.list("items") { field throws(Reported) in try self.item(field, kind) }
    let max = fields.optionalNumber("max", .notNegative)
    let method = reading { () throws(Reported) -> Method in
      let range = firstItem..<(firstItem + (try items.get().count))
      switch kind {
      case .deduct: return .deduct(Deduct(items: range, max: try max.get()))
      case .add: return .add(Add(items: range, max: try max.get()))
      case .checklist: return .checklist(Checklist(items: range))
      }
    }
    return (method, items)
  }

  private func item(_ field: Field, _ kind: Item.Kind) throws(Reported) -> Item {
    let keys =
      switch kind {
      case .deduct: ["code", "title", "points", "max", "zero_at"]
      case .add: ["code", "title", "points", "max"]
      case .checklist: ["code", "title", "points"]
      }
    let fields = try Fields(
      field, Bilingual("`\(kind.rawValue)` 的细项", en: "an item of `\(kind.rawValue)`"), keys: keys)
    let code = codes.enter(fields, .item)
    let title = fields.text("title")
    let points = fields.number("points", .notNegative)
    let max = fields.optionalNumber("max", .notNegative)
    let zeroAt = fields.optional("zero_at") { field throws(Reported) in try field.whole(1...(.max)) }
    return Item(
      code: try code.get(), title: try title.get(), kind: kind, points: try points.get(), max: try max.get(),
      zeroAt: try zeroAt.get())
  }
}
