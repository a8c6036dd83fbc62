import KaoheRules
import KaoheScoring

/// The rule set of the nation: written as a rule file, and taken from it by the product's own reader.
struct NationRules {
  let file: RuleFile
  /// Of each leaf, in the rules' order.
  let forms: [LeafForm]

  var leaves: [Leaf] { file.ruleSet.leaves }
  var code: String { file.ruleSet.code }

  /// - Parameter count: how many leaves; a sixth of them at districts, a sixth at parks, the others at enterprises.
  init(leaves count: Int) throws {
    let few = max(1, count / 6)
    var forms: [LeafForm] = []
    var sections: [String] = []
    // A hundred points in tenths, spread as evenly as it goes.
    let (tenths, more) = 1000.quotientAndRemainder(dividingBy: count)
    func add(_ title: String, _ scope: Scope, _ range: Range<Int>) {
      let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(sections.count)))
      let choices = LeafForm.of(scope)
      var (sum, lines) = (Rational.zero, "")
      for position in range {
        let form = choices[position % choices.count]
        let points = Rational(tenths + (forms.count < more ? 1 : 0), 10)
        let number = position - range.lowerBound + 1
        let code = letter + (number < 10 ? "0" : "") + "\(number)"
        lines += "      - code: \(code)\n        title: \(form.title)\n        points: \(points.plainText)\n"
        lines += "        scope: \(scope.rawValue)\n"
        for key in form.keys(code, points: points) { lines += "        \(key)\n" }
        forms.append(form)
        sum += points
      }
      sections.append("  - code: \(letter)\n    title: \(title)\n    points: \(sum.plainText)\n    children:\n" + lines)
    }
    add("组织领导与工作机制", .district, 0..<few)
    let others = count - 2 * few
    let blocks = min(others, 4)
    for block in 0..<blocks {
      let titles = ["思想政治引领", "技能素质提升", "待遇地位与权益", "建功立业与创新"]
      add(titles[block], .enterprise, others * block / blocks..<others * (block + 1) / blocks)
    }
    add("特色产业园区产改", .park, 0..<few)
    let text = Self.head(count) + "sections:\n" + sections.joined() + Self.tail
    let file = try RuleFile.read(bytes: Array(text.utf8), file: "rules-nation.yaml")
    self.file = file
    self.forms = forms
  }

  private static func head(_ count: Int) -> String {
    """
    # 性能测试用的细则，由 kaohe-generate 生成 · a rule set for benchmarks, written by kaohe-generate
    rule_set: nation-\(count)
    title: 产改评价考核细则（性能测试，\(count) 个考核要点）
    year: \(Size.lastYear)
    points: 100
    rounding: {mode: half_up, total_decimals: 2, leaf_decimals: none}
    ranking: published

    """
  }

  private static let tail = """
    bonus:
      cap: 5
      per_event: highest
      groups:
        - {code: J1, title: 批示肯定或经验推广, evidence: required, levels: [{code: 省级, points: 1}, {code: 市级, points: 0.5}]}
        - {code: J2, title: 示范试点, evidence: required, levels: [{code: 省级, points: 1}, {code: 市级, points: 0.5}]}
    penalty:
      cap: 5
      groups:
        - {code: K1, title: 数据不实, levels: [{code: 每项, points: 1}]}
        - {code: K2, title: 材料迟报, levels: [{code: 每日, points: 0.2}]}
    vetoes:
      - {code: V1, title: 发生较大及以上责任安全事故, effect: cap_grade, grade: 良好}
    grades:
      - {code: 优秀, min: 80, max_share: 20%}
      - {code: 良好, min: 70}
      - {code: 合格, min: 60}
      - {code: 不合格}
    ties: [B, C, penalty]

    """
}
