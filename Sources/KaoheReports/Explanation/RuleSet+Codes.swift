import KaoheScoring

extension RuleSet {
  /// The leaves that a code stands for: a leaf's own, or a section's or phase's; nil where no node has the code.
  ///
  /// - Returns: positions in `leaves`, in the rules' order.
  public func leaves(under code: String) -> [Int]? {
    if let leaf = leaves.firstIndex(where: { $0.code == code }) { return [leaf] }
    if let phase = phases.first(where: { $0.code == code && !code.isEmpty }) { return phase.sections.flatMap(\.leaves) }
    return section(code)?.leaves
  }

  /// A section of any level.
  func section(_ code: String) -> Section? {
    func find(_ sections: [Section]) -> Section? {
      for section in sections {
        if section.code == code { return section }
        let children = section.children.compactMap { if case .section(let child) = $0 { child } else { nil } }
        if let found = find(children) { return found }
      }
      return nil
    }
    return find(sections)
  }
}
