extension Work {
  /// Notes that an operation settles how a claim is paid.
  ///
  /// - Returns: Whether no other clause of the same operation has settled it.
  mutating func settles<Rival: Operation>(_ index: Int, by operation: Rival.Type) -> Bool {
    // Hardly a policy has two such clauses.
    guard context.rules.rules.lazy.filter({ $0.operation is Rival }).count > 1 else { return true }
    return divided[ObjectIdentifier(operation), default: []].insert(index).inserted
  }
}
