import KaoheReports
import KaoheScoring
import KaoheStore

/// What `kaohe schema` lists.
enum SchemaListing {
  static func objects(_ objects: [SchemaObject], _ output: FormatOptions, _ language: Language) -> Listing {
    Listing(
      columns: [
        .init("object", Bilingual("名称", en: "name"), isKey: true),
        .init("group", Bilingual("类别", en: "kind")),
        .init("kind", Bilingual("表或视图", en: "table or view"), isForFiles: true),
        .init("columns", Bilingual("列数", en: "columns"), isNumber: true),
        .init("meaning_zh", Bilingual("含义", en: "Chinese"), wraps: true),
        .init("meaning_en", Bilingual("英文含义", en: "meaning"), wraps: true),
        .init("source", Bilingual("来源", en: "source"), isForFiles: true),
      ],
      rows: objects.map { object in
        [
          object.name, output.isForPeople ? object.group.label.text(in: language) : "\(object.group)",
          object.isView ? "view" : "table", "\(object.columns.count)",
          output.isForPeople ? brief(object.meaning.chinese, language) : object.meaning.chinese,
          output.isForPeople ? firstSentence(object.meaning.english) : object.meaning.english, object.source,
        ]
      })
  }

  /// In files the object itself is the first row, without a column, as in the dictionary.
  static func columns(of object: SchemaObject, _ output: FormatOptions) -> Listing {
    let itself = [
      "", object.isView ? "view" : "table", "", object.meaning.chinese, object.meaning.english, object.source,
    ]
    let rows = object.columns.map {
      [$0.name, $0.type, $0.unit, $0.meaning.chinese, $0.meaning.english, $0.source]
    }
    return Listing(
      title: title(of: object),
      columns: [
        .init("column", Bilingual("列", en: "column"), isKey: true), .init("type", Bilingual("类型", en: "type")),
        .init("unit", Bilingual("单位", en: "unit"), wraps: true),
        .init("meaning_zh", Bilingual("含义", en: "Chinese"), wraps: true),
        .init("meaning_en", Bilingual("英文含义", en: "meaning"), wraps: true),
        .init("source", Bilingual("来源", en: "source"), wraps: true),
      ],
      rows: output.isForPeople ? rows : [itself] + rows)
  }

  private static func title(of object: SchemaObject) -> Bilingual {
    let (meaning, source) = (object.meaning, object.source)
    let kind = object.isView ? Bilingual("视图", en: "view") : Bilingual("表", en: "table")
    return Bilingual(
      "\(object.name)（\(kind.chinese)）" + (meaning.chinese.isEmpty ? "" : "：\(sentences(meaning.chinese))")
        + (source.isEmpty ? "" : "。来源：\(source)"),
      en: "\(object.name) (\(kind.english))" + (meaning.english.isEmpty ? "" : ": \(meaning.english)")
        + (source.isEmpty ? "" : ". From: \(source)"))
  }

  /// A list shows the first sentence; to a reader of English the name will do.
  private static func brief(_ meaning: String, _ language: Language) -> String {
    String(meaning.prefix { $0 != "。" && (language == .chinese || $0 != "：") })
  }

  /// `扣分明细：每条计入的扣分……` behind another colon: the name is a sentence of its own.
  private static func sentences(_ meaning: String) -> String {
    guard let colon = meaning.firstIndex(of: "：") else { return meaning }
    return meaning[..<colon] + "。" + meaning[meaning.index(after: colon)...]
  }

  /// A list shows the first sentence: what follows a period and begins with a capital or a name is another one.
  private static func firstSentence(_ text: String) -> String {
    var rest = text[...]
    while let place = rest.firstRange(of: ". ") {
      rest = rest[place.upperBound...]
      if let next = rest.first, next.isUppercase || next == "`" { return String(text[..<place.lowerBound]) }
    }
    return text
  }
}
