import GRDB
import KaoheScoring

/// A text in which all words occur, and its place. What a row does not have is nil.
public struct SearchHit: Sendable {
  public var field: SearchField
  /// Of the record: a finding, a piece of evidence …; of a clause, the rule set; of an observation, its identity.
  public var code: String?
  public var assessment: String?
  public var visit: String?
  public var visitStatus: VisitStatus?
  /// Of the visit, or that the record bears.
  public var date: String?
  public var district: String?
  public var districtName: String?
  public var subject: String?
  public var subjectName: String?
  public var indicator: String?
  public var indicatorTitle: String?
  public var item: String?
  public var itemTitle: String?
  public var scorer: String?
  /// What was recorded, where the text is its reason.
  public var value: String?
  /// Of an observation `superseded`, `withdrawn` (by a later one) or `withdrawal` (it withdraws); of an adjustment
  /// `withdrawn`; of other records their status.
  public var state: String?
  public var text: String
  /// Where the words stand: ranges of the text's Unicode scalars.
  public var marks: [Range<Int>]
  public var recordedBy: String?
  public var recordedAt: String?

  /// What is read of a row, in this order.
  enum Column: Int, CaseIterable {
    case text, code, assessment, visit, visitStatus, date, district, districtName, subject, subjectName, indicator,
      indicatorTitle, item, itemTitle, scorer, value, state, recordedBy, recordedAt
  }

  init(_ field: SearchField, _ row: Row, _ words: SearchWords) {
    /// nil for '', too: the schema writes both for what is not given.
    func text(_ column: Column) -> String? {
      let text: String? = row[column.rawValue]
      return text == "" ? nil : text
    }
    self.field = field
    self.text = row[Column.text.rawValue]
    marks = words.marks(in: self.text)
    code = text(.code)
    assessment = text(.assessment)
    visit = text(.visit)
    visitStatus = text(.visitStatus).flatMap(VisitStatus.init)
    date = text(.date)
    (district, districtName) = (text(.district), text(.districtName))
    (subject, subjectName) = (text(.subject), text(.subjectName))
    (indicator, indicatorTitle) = (text(.indicator), text(.indicatorTitle))
    (item, itemTitle) = (text(.item), text(.itemTitle))
    (scorer, value, state) = (text(.scorer), text(.value), text(.state))
    (recordedBy, recordedAt) = (text(.recordedBy), text(.recordedAt))
  }
}
