import GRDB
import KaoheScoring

/// What became of a registered file.
public struct EvidenceVerification: Sendable {
  public enum Outcome: String, Sendable, CaseIterable {
    case ok, changed, missing, renamed

    public var label: Bilingual {
      switch self {
      case .ok: Bilingual("完好", en: "ok")
      case .changed: Bilingual("内容变了", en: "changed")
      case .missing: Bilingual("找不到", en: "missing")
      case .renamed: Bilingual("改了名", en: "renamed")
      }
    }

    /// Whether the file can still be shown.
    public var isSound: Bool { self == .ok || self == .renamed }
  }

  public var evidence: EvidenceSummary
  public var outcome: Outcome
  /// Where it was found, from the folder on; nil where it was not.
  public var path: String?
}

extension Store {
  /// Compares the files below a folder with the register: found by name anywhere below it, else by hash under another
  /// name. Entries that have no hash are left out.
  public func verifyEvidence(in folder: String) throws -> [EvidenceVerification] {
    let registered = try evidence().filter { $0.sha256 != nil }
    let files = try EvidenceFolder(folder)
    return try registered.map { try files.verify($0) }
  }
}

extension EvidenceFolder {
  fileprivate func verify(_ evidence: EvidenceSummary) throws -> EvidenceVerification {
    // Only names are compared, so a name such as `../x` finds nothing.
    let named = files.filter { $0.name == evidence.fileName }
    for file in named where try sha256(of: file) == evidence.sha256 {
      return EvidenceVerification(evidence: evidence, outcome: .ok, path: file.path)
    }
    for file in files where file.name != evidence.fileName && evidence.size ?? file.size == file.size {
      guard try sha256(of: file) == evidence.sha256 else { continue }
      return EvidenceVerification(
        evidence: evidence, outcome: evidence.fileName == nil ? .ok : .renamed, path: file.path)
    }
    return EvidenceVerification(
      evidence: evidence, outcome: named.isEmpty ? .missing : .changed, path: named.first?.path)
  }
}
