/// The columns of a scoring sheet as a workbook, from A on.
///
/// Fixed, and Chinese whatever the language: a sheet is an office's form, and the headings are what an import knows it by.
public enum SheetColumn: Int, Sendable, CaseIterable {
  case number = 1
  case leaf, content, points, standard, way, selfScore, item, itemTitle, scorer, value, score, reason, evidence

  public var title: String {
    switch self {
    case .number: "序号"
    case .leaf: "指标代码"
    case .content: "考核内容"
    case .points: "分值"
    case .standard: "评分标准"
    case .way: "考评方式"
    case .selfScore: "自评分"
    case .item: "细项代码"
    case .itemTitle: "细项"
    case .scorer: "评分人"
    case .value: "考评结果"
    case .score: "考评分"
    case .reason: "扣分说明"
    case .evidence: "台账"
    }
  }

  /// The column of scores.csv that says the same; nil for what is there to be read only.
  public var field: String? {
    switch self {
    case .leaf: "indicator"
    case .item: "item"
    case .scorer: "scorer"
    case .value: "value"
    case .reason: "reason"
    case .evidence: "evidence"
    case .number, .content, .points, .standard, .way, .selfScore, .itemTitle, .score: nil
    }
  }

  /// `K`.
  public var letter: String { String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rawValue - 1))) }

  /// What a person fills in.
  public static let answers: [SheetColumn] = [.scorer, .value, .reason, .evidence]
}
