import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "查找文字：理由、问题、台账、条款等，列出位置 · find text in reasons, findings, evidence, clauses …",
    discussion: """
      一个字也能查。几个词（空格分开）要在同一段文字里都出现。字母不分大小写和全角半角；%、_、* 没有特殊含义。
      新的督查在前；已更正、已撤回的记录和草稿也列出，并注明。没有找到时退出码也是 0。
      One Chinese character is enough. Several words must all occur in the same text. Letters match in either case and
      width; %, _ and * are plain characters. Newest visits come first; what was superseded or withdrawn, and drafts, are
      listed as such. Where nothing is found the exit code is 0, too.
      """)

  @Argument(help: "要找的文字 · what is looked for")
  var text: [String]

  @Option(name: .customLong("in"), help: "只查这一类，可写几次 · only this kind; may be repeated")
  var kinds: [SearchKind] = []

  @Option(help: "只查这次考核的 · only this assessment's")
  var assessment: String?

  @Option(help: "只查这个地区的（代码或名称）· only this district's (code or name)")
  var district: String?

  @Option(help: "最多列出几处，0 为全部 · how many hits are listed at most; 0: all")
  var limit = 50

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if words == nil { throw ValidationError("写明要找的文字 · say what to look for") }
    if limit < 0 { throw ValidationError("--limit 不能小于 0 · --limit can't be less than 0") }
    if searched.isEmpty {
      throw ValidationError("条款不分地区，名册不分考核 · clauses are of no district, the roster is of no assessment")
    }
  }

  func run() throws {
    guard let words else { return }
    try options.reporting {
      let result = try Store.open(options.path).search(
        words,
        SearchFilter(
          kinds: Set(searched), assessment: assessment, district: district, limit: limit == 0 ? nil : limit))
      let note = note(on: result).text(in: options.language)
      let page = result.page(options.language, note: note)
      switch output.format {
      case .table: try write(page.text(options.language, width: output.width, color: output.color))
      case .markdown: try write(page.markdown(options.language))
      case .csv, .json:
        try output.write(result.listing, options.language)
        // What is not all of it must not be taken for it.
        if result.hits.count < result.count || result.count == 0 { complain("kaohe: \(TerminalText.escaped(note))") }
      }
    }
  }

  private var words: SearchWords? { SearchWords(text.joined(separator: " ")) }

  /// The kinds that can have hits.
  private var searched: [SearchKind] {
    SearchKind.allCases.filter { kind in
      (kinds.isEmpty || kinds.contains(kind)) && (kind != .clause || district == nil)
        && (kind != .roster || assessment == nil)
    }
  }

  private func note(on result: SearchResult) -> Bilingual {
    let (all, listed) = (result.count, result.hits.count)
    if all == 0 {
      let text = text.joined(separator: " ").excerpt
      return Bilingual(
        "没有找到“\(text)”；查了\(searched.map(\.label.chinese).joined(separator: "、"))",
        en: "“\(text)” was not found; looked through \(searched.map(\.label.english).joined(separator: ", "))")
    }
    if listed == all { return Bilingual("共 \(all) 处", en: all == 1 ? "1 hit" : "\(all) hits") }
    return Bilingual(
      "共 \(all) 处，列出 \(listed) 处；用 --limit 多列（0 为全部），用 --in、--assessment、--district 缩小范围",
      en: "\(all) \(all == 1 ? "hit" : "hits"), \(listed) listed; --limit lists more (0: all), "
        + "--in, --assessment and --district narrow it down"
    )
  }
}

extension SearchKind: WordedArgument {}
