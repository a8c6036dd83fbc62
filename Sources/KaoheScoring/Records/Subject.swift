/// Whom a visit, a piece of evidence or a metric is about.
public struct Subject: Sendable, Hashable {
  public var scope: Scope
  public var code: String

  public init(scope: Scope, code: String) {
    self.scope = scope
    self.code = code
  }

  /// Reads `district:CODE`, `enterprise:CODE` or `park:CODE`; nil for anything else.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), let scope = Scope(rawValue: String(text[..<colon])) else { return nil }
    self.init(scope: scope, code: String(text[text.index(after: colon)...]))
    if code.isEmpty { return nil }
  }
}

extension Subject: CustomStringConvertible {
  public var description: String { "\(scope.rawValue):\(code)" }
}

extension Subject: Comparable {
  public static func < (left: Subject, right: Subject) -> Bool {
    left.scope == right.scope ? left.code < right.code : left.scope.rawValue < right.scope.rawValue
  }
}
