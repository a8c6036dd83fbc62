import KaoheScoring

/// An example and where it stands.
struct PlacedExample {
  let example: Example
  let place: Place
}

extension RuleReader {
  func example(_ field: Field) throws(Reported) -> PlacedExample {
    let fields = try Fields(field, Bilingual("示例", en: "an example"), keys: ["rows", "score"])
    let rows = fields.list("rows") { field throws(Reported) in
      let fields = try Fields(field, Bilingual("示例的行", en: "a row of an example"), keys: ["item", "value", "scorer"])
      let item = fields.optionalText("item")
      let value = fields.text("value")
      let scorer = fields.optionalText("scorer")
      return Example.Row(item: try item.get() ?? "", value: try value.get(), scorer: try scorer.get() ?? "")
    }
    let score = reading { () throws(Reported) -> Rational? in
      let field = try fields.required("score")
      return try field.text() == "n/a" ? nil : field.number(.any)
    }
    return PlacedExample(example: Example(rows: try rows.get(), score: try score.get()), place: field.place)
  }

  /// Computes each example and reports those that come out differently.
  func check(_ examples: [PlacedExample], of leaf: Leaf) {
    for example in examples {
      guard let problem = leaf.problem(of: example.example) else { continue }
      log.report(.exampleDiffers, at: example.place, problem.chinese, en: problem.english)
    }
  }
}
