import KaoheTestSupport

/// A class of input that comes from outside, and what has to hold whatever is in it.
public protocol FuzzClass: SendableMetatype {
  /// - Parameter folder: its own, to write in.
  init(folder: String) throws

  /// The next input; the same for the same numbers.
  mutating func input(_ random: inout SeededGenerator) throws -> FuzzInput

  /// Hands an input to the program, and looks at what became of it.
  ///
  /// - Throws: `FuzzFinding` where something does not hold.
  mutating func judge(_ input: FuzzInput) throws -> FuzzVerdict
}

/// What is handed to the program: one file or several.
public struct FuzzInput: Sendable {
  public var files: [String: [UInt8]]

  public init(files: [String: [UInt8]]) { self.files = files }
}

public enum FuzzVerdict: Sendable {
  case accepted
  /// The codes of the problems.
  case refused(Set<String>)
}

/// What should have held, and did not.
public struct FuzzFinding: Error, CustomStringConvertible, Sendable {
  public let description: String

  init(_ description: String) { self.description = description }
}

/// The classes by the names that the command line has for them.
public enum FuzzClasses {
  public static let all: [(name: String, type: any FuzzClass.Type)] = [
    ("rules", RuleFuzzing.self), ("csv", FolderFuzzing.self), ("xlsx", SheetFuzzing.self),
    ("values", ValueFuzzing.self), ("merge", MergeFuzzing.self),
  ]
}
