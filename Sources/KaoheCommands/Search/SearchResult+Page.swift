import KaoheReports
import KaoheScoring
import KaoheStore

extension SearchResult {
  /// What was found, for people.
  func page(_ language: Language, note: String) -> SearchPage {
    SearchPage(
      groups: found.map { found in
        let (all, listed) = (found.count, found.hits.count)
        let count =
          listed == all
          ? Bilingual("\(all) 处", en: all == 1 ? "1 hit" : "\(all) hits")
          : Bilingual("\(all) 处，列出 \(listed) 处", en: "\(all) \(all == 1 ? "hit" : "hits"), \(listed) listed")
        let title = Bilingual(
          "\(found.field.label.chinese)：\(count.chinese)", en: "\(found.field.label.english): \(count.english)")
        return SearchPage.Group(
          title: title.text(in: language),
          entries: found.hits.map { hit in
            SearchPage.Entry(
              place: hit.place(language), text: MarkedText(hit.text, marks: hit.marks),
              origin: [hit.recordedBy, hit.recordedAt.map(localMoment)].compactMap { $0 })
          })
      }, note: note)
  }
}

extension SearchHit {
  /// From the whole to the part, and what is to be known of it.
  func place(_ language: Language) -> [String] {
    var place = [isOfObservation ? nil : code, visit == nil ? assessment : nil, visit, date, districtName]
      .compactMap { $0 }
    if let subjectName, subjectName != districtName { place.append(subjectName) }
    // A title is not told twice.
    if let indicator {
      place.append([indicator, indicatorTitle == text ? nil : indicatorTitle].compactMap { $0 }.joined(separator: " "))
    }
    if let item { place.append([item, itemTitle == text ? nil : itemTitle].compactMap { $0 }.joined(separator: " ")) }
    if let scorer { place.append(Bilingual("评分人 \(scorer)", en: "scorer \(scorer)").text(in: language)) }
    if let value, value != "-" { place.append(Bilingual("记录值 \(value)", en: "value \(value)").text(in: language)) }
    if let visitStatus, !visitStatus.counts { place.append(visitStatus.label.text(in: language)) }
    if let stateLabel { place.append(stateLabel.text(in: language)) }
    return place
  }

  /// An observation's identity is of no use to people.
  private var isOfObservation: Bool { ["observation", "recusal_override"].contains(field.table) }

  private var stateLabel: Bilingual? {
    switch state {
    case nil: nil
    case "superseded": Bilingual("已更正", en: "superseded")
    case "withdrawn": Bilingual("已撤回", en: "withdrawn")
    case "withdrawal": Bilingual("撤回", en: "withdrawal")
    case "highlight"?, "innovation"?: ColumnWord.value(state ?? "", of: "kind", in: field.table)
    case let state?: ColumnWord.value(state, of: "status", in: field.table)
    }
  }
}
