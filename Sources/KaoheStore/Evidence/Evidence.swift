import KaoheScoring

/// Evidence (台账) that is to be registered.
public struct NewEvidence: Sendable {
  public static let kinds = ["文件", "台账", "照片", "问卷", "系统数据", "作品", "活动"]

  /// `district:320281`, `enterprise:E01` or `park:P01`.
  public var subject: String
  public var title: String
  /// A path; nil: only the register's entry.
  public var file: String?
  /// nil: guessed from the file's name.
  public var kind: String?
  /// Number of the document (文号).
  public var number: String?
  /// YYYY-MM-DD; nil: today.
  public var date: String?
  public var source: String?
  /// nil: it is numbered.
  public var code: String?

  public init(
    subject: String, title: String, file: String? = nil, kind: String? = nil, number: String? = nil,
    date: String? = nil, source: String? = nil, code: String? = nil
  ) {
    self.subject = subject
    self.title = title
    self.file = file
    self.kind = kind
    self.number = number
    self.date = date
    self.source = source
    self.code = code
  }
}

/// One entry of the register.
public struct EvidenceSummary: Sendable {
  public var code: String
  public var subject: String
  public var subjectName: String
  public var district: String
  public var title: String
  public var kind: String
  public var number: String?
  public var date: String
  public var source: String?
  public var fileName: String?
  /// Bytes.
  public var size: Int?
  public var sha256: String?
}
