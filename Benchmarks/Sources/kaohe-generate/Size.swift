/// How big a nation is to be written, and where.
struct Size {
  /// 区县: who is ranked.
  var districts = 2800
  /// Pilot enterprises and parks of each district; every one is visited each year.
  var sites = 40
  /// Leaves of the rule set (考核要点).
  var leaves = 36
  var years = 3
  /// The most score rows of a year; nil for all.
  var rows: Int?
  /// Visits left open in the last year, with answers to record at them.
  var drafts = 60
  var seed = 1
  var folder = ""

  static let lastYear = 2025

  /// One of `sites` in seven is a park.
  var parks: Int { sites / 7 }
  var enterprises: Int { sites - parks }

  static let usage = """
    kaohe-generate [--districts 2800] [--sites 40] [--leaves 36] [--years 3] [--rows N] [--drafts 60] [--seed 1] FOLDER

    Writes a nation's records as `kaohe import` takes them: FOLDER/roster, then for each year FOLDER/YEAR and
    FOLDER/YEAR-corrections, then FOLDER/drafts; and FOLDER/answers, which `kaohe record VISIT < FILE` takes.
    The same options give the same bytes.
      --rows N   at most N score rows a year; the visit that is cut short is a draft
    """

  init(arguments: [String]) throws(GeneratorError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if !argument.hasPrefix("--") {
        if !folder.isEmpty { throw GeneratorError("one FOLDER, not two: \(folder) and \(argument)") }
        folder = argument
        continue
      }
      guard let text = rest.popFirst(), let number = Int(text), number >= 0 else {
        throw GeneratorError("\(argument) needs a number\n\(Self.usage)")
      }
      switch argument {
      case "--districts": districts = number
      case "--sites": sites = number
      case "--leaves": leaves = number
      case "--years": years = number
      case "--rows": rows = number
      case "--drafts": drafts = number
      case "--seed": seed = number
      default: throw GeneratorError("there is no option \(argument)\n\(Self.usage)")
      }
    }
    if folder.isEmpty { throw GeneratorError(Self.usage) }
    let bounds = [
      ("--districts", districts, 1...8000), ("--sites", sites, 1...400), ("--leaves", leaves, 3...300),
      ("--years", years, 1...9), ("--drafts", drafts, 0...99 * districts),
    ]
    for (name, value, range) in bounds where !range.contains(value) {
      throw GeneratorError("\(name) is \(range.lowerBound) to \(range.upperBound), not \(value)")
    }
  }
}
