import KaoheScoring

extension Leaf {
  /// The leaf in the rule language, as a child of a section.
  var yaml: YAMLText {
    .keys([
      "code": .quoted(code), "title": .quoted(title), "points": .number(points),
      "scope": .word(scope, unless: .district),
      "applies_to": appliesTo.map { .list($0.map(YAMLText.quoted)) }, "aggregate": .word(aggregate, unless: .mean),
      "min_sites": minSites == 1 ? nil : .plain("\(minSites)"), "repeat": .word(`repeat`, unless: .mean),
      "scorers": .word(scorers, unless: .mean), "start": writtenStart, "floor": floor.isZero ? nil : .number(floor),
      "cap": cap == points ? nil : .number(cap), "methods": .list(methods.map(yaml)), "survey": survey?.yaml,
      "not_applicable": .word(notApplicable, unless: .rescaleSection),
      "zero_denominator": .word(zeroDenominator, unless: .error),
      "evidence": evidenceRequired ? .plain("required") : nil, "clause": clause.map(YAMLText.quoted),
      "source": source.map(YAMLText.quoted), "department": department.map(YAMLText.quoted),
      "examples": .list(orNil: examples.map(\.yaml)),
    ])
  }

  private var writtenStart: YAMLText? {
    if start == standardStart { return nil }
    return start == points ? .plain("full") : start.isZero ? .plain("zero") : .number(start)
  }

  /// What a leaf without `start` begins with; nil where the language wants it written.
  private var standardStart: Rational? {
    var isFull = true
    var kinds: Set<Item.Kind> = []
    for method in methods {
      switch method {
      case .deduct: kinds.insert(.deduct)
      case .add:
        kinds.insert(.add)
        isFull = false
      case .steps(let steps): isFull = isFull && steps.points.isNegative
      case .bands(let bands):
        if bands.bands.contains(where: \.points.isNegative) { return nil }
        isFull = false
      default: isFull = false
      }
    }
    return kinds.count == 2 ? nil : isFull ? points : .zero
  }

  private func yaml(_ method: Method) -> YAMLText {
    func keyed(_ name: String, _ keys: KeyValuePairs<String, YAMLText?>) -> YAMLText {
      let keys = YAMLText.keys(keys)
      if case .map(let entries) = keys, entries.isEmpty { return .plain(name) }
      return .map([(name, keys)])
    }
    func listed(_ name: String, _ range: Range<Int>, max: Rational?) -> YAMLText {
      keyed(name, ["items": .list(items[range].map(\.yaml)), "max": max.map(YAMLText.number)])
    }
    switch method {
    case .deduct(let deduct): return listed("deduct", deduct.items, max: deduct.max)
    case .add(let add): return listed("add", add.items, max: add.max)
    case .checklist(let checklist): return listed("checklist", checklist.items, max: nil)
    case .ratio(let ratio):
      let target: YAMLText? = ratio.target == .number(.one) ? nil : ratio.target.yaml
      return keyed("ratio", ["target": target, "over": ratio.uncapped ? .plain("uncapped") : nil])
    case .bands(let bands):
      return keyed("bands", ["bands": .list(bands.bands.map(\.yaml)), "interpolate": .flag(bands.interpolate)])
    case .steps(let steps):
      return keyed(
        "steps",
        [
          "from": steps.from.yaml, "step": .number(steps.step), "points": .number(steps.points),
          "side": .plain(steps.side.rawValue), "partial": .word(steps.partial, unless: .drop),
          "max": steps.max.map(YAMLText.number),
        ])
    case .levels(let levels): return keyed("levels", ["levels": .list(levels.levels.map(\.yaml))])
    case .judged: return .plain("judged")
    case .peerRatio(let peers): return keyed("peer_ratio", ["better": .plain(peers.better.rawValue)])
    case .peerRank(let peers):
      return keyed(
        "peer_rank",
        [
          "better": .plain(peers.better.rawValue), "points": .list(peers.points.map(YAMLText.number)),
          "beyond": .number(peers.beyond),
        ])
    case .peerRange(let peers):
      let base: YAMLText? = peers.base.isZero ? nil : .number(peers.base)
      return keyed("peer_range", ["better": .plain(peers.better.rawValue), "base": base])
    }
  }
}

extension Reference {
  fileprivate var yaml: YAMLText {
    switch self {
    case .number(let number): .number(number)
    case .peerMean: .plain("peer_mean")
    }
  }
}

extension Item {
  fileprivate var yaml: YAMLText {
    .keys([
      "code": .quoted(code), "title": .quoted(title), "points": .number(points), "max": max.map(YAMLText.number),
      "zero_at": zeroAt.map { .plain("\($0)") },
    ])
  }
}

extension Bands.Band {
  fileprivate var yaml: YAMLText {
    switch threshold {
    case .atLeast(let number): .keys(["at_least": .number(number), "points": .number(points)])
    case .above(let number): .keys(["above": .number(number), "points": .number(points)])
    case .otherwise: .keys(["otherwise": .number(points)])
    }
  }
}

extension Levels.Level {
  fileprivate var yaml: YAMLText {
    switch share {
    case .fixed(let share): .keys(["code": .quoted(code), "share": .number(share)])
    case .range(let from, let to): .keys(["code": .quoted(code), "from": .number(from), "to": .number(to)])
    }
  }
}

extension Survey {
  fileprivate var yaml: YAMLText {
    let weighted = answers.compactMap { answer in answer.weight.map { (answer.code, YAMLText.number($0)) } }
    return .keys([
      "weights": .map(weighted),
      "excluded": .list(orNil: answers.filter { $0.weight == nil }.map { .quoted($0.code) }),
    ])
  }
}

extension Example {
  fileprivate var yaml: YAMLText {
    .keys([
      "rows": .list(
        rows.map {
          .keys([
            "item": $0.item.isEmpty ? nil : .quoted($0.item), "value": .quoted($0.value),
            "scorer": $0.scorer.isEmpty ? nil : .quoted($0.scorer),
          ])
        }),
      "score": score.map(YAMLText.number) ?? .plain("n/a"),
    ])
  }
}
