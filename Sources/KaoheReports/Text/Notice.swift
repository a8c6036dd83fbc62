import KaoheScoring

/// What must be said under every result that was computed with demonstration rules.
enum Notice {
  /// nil for rules that do not call themselves a demonstration.
  static func text(forRulesTitled title: String) -> Bilingual? {
    guard title.contains("演示") || title.lowercased().contains("illustrative") else { return nil }
    return Bilingual(
      "提示：细则为演示，企业和园区为虚构，分数为合成数据，不代表任何地区的实际情况。",
      en: "Note: the rules are illustrative, the enterprises and parks invented, the scores synthetic; "
        + "they say nothing about any real place.")
  }
}
