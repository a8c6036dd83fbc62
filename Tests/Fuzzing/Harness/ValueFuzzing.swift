import KaoheScoring
import KaoheTestSupport

/// Single values: what a leaf reads it can score, within its bounds, and reads the same again.
struct ValueFuzzing: FuzzClass {
  private static let lines = 200

  init(folder: String) throws {}

  /// The first line is the number of the leaf; then item and value, with a tab between.
  mutating func input(_ random: inout SeededGenerator) throws -> FuzzInput {
    let number = random.integer(1...100_000)
    let leaf = Self.leaf(number)
    var lines = [Array("\(number)".utf8)]
    for _ in 0..<Self.lines {
      let rows = random.rows(of: leaf)
      var (item, value) = (Array(random.pick(rows).item.utf8), Array(random.pick(rows).value.utf8))
      if random.oneIn(5) { item = Array(random.pick(Mutation.words).utf8) }
      switch random.integer(0...5) {
      case 0: value = Array(random.pick(Mutation.words).utf8)
      case 1: value = Self.number(&random)
      case 2: value = Mutation.bytes(value, with: item, &random)
      case 3: value = Mutation.text(value, with: item, &random)
      default: break
      }
      lines.append(item.filter { $0 != 10 && $0 != 9 } + [9] + value.filter { $0 != 10 })
    }
    return FuzzInput(files: ["values.txt": Array(lines.joined(separator: [10]))])
  }

  private static func leaf(_ number: Int) -> Leaf {
    var random = SeededGenerator(seed: UInt64(number))
    return random.leaf("L", points: Rational(random.integer(1...20)))
  }

  /// Up to 40 digits with signs among them.
  private static func number(_ random: inout SeededGenerator) -> [UInt8] {
    var text = random.pick(["", "", "-", "+"])
    for _ in 0..<random.integer(1...random.pick([3, 20, 40])) { text += "\(random.integer(0...9))" }
    text += random.pick(["", "", ".", "/", "%"])
    for _ in 0..<random.integer(0...random.pick([2, 20])) { text += "\(random.integer(0...9))" }
    return Array((text + random.pick(["", "", "%", " "])).utf8)
  }

  mutating func judge(_ input: FuzzInput) throws -> FuzzVerdict {
    let lines = (input.files["values.txt"] ?? []).split(separator: 10, omittingEmptySubsequences: false)
    let leaf = Self.leaf(Int(String(decoding: lines.first ?? [], as: UTF8.self)) ?? 1)
    var codes: Set<String> = []
    var isAnyRead = false
    for line in lines.dropFirst() {
      let parts = line.split(separator: 9, maxSplits: 1, omittingEmptySubsequences: false)
      let item = String(decoding: parts[0], as: UTF8.self)
      var problem: String?
      let value = String(decoding: parts.count > 1 ? parts[1] : [], as: UTF8.self)
      do throws(ObservationProblem) {
        let observed = try leaf.read(item: item, value: value)
        isAnyRead = true
        let isSame = (try leaf.read(item: item, value: value)) == observed
        problem = isSame ? Self.wrong(observed, leaf) : "is read as something else the second time"
      } catch {
        let length = error.text.english.utf8.count
        if error.text.chinese.isEmpty || length > 20_000 { problem = "has a message of \(length) bytes" }
        codes.insert(error.code)
      }
      if let problem { throw FuzzFinding("“\(item)” “\(value)” \(problem)") }
    }
    return isAnyRead ? .accepted : .refused(codes)
  }

  /// What is wrong with the score of a row that stands alone.
  private static func wrong(_ observed: ObservedValue, _ leaf: Leaf) -> String? {
    var leaf = leaf
    (leaf.scope, leaf.appliesTo) = (.district, nil)
    guard let subject = Subject("district:d1") else { return nil }
    let rows = [Observation(value: observed, scorer: "", hasEvidence: true)]
    let visit = VisitRecord(
      code: "v1", date: "2022-06-01", subject: subject, leaves: [VisitRecord.LeafRows(leaf: 0, rows: rows)])
    let card = RuleSet.sample([leaf]).card(.sample(visits: [visit]))
    guard let leafStanding = card.leaves.first, leafStanding.status == .scored, let score = leafStanding.score else {
      return nil
    }
    return score < leaf.floor || score > leaf.cap ? "scores \(score), out of bounds" : nil
  }
}
