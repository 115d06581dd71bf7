import JSONLines

extension Schema {
  /// The field that lists the names which a record bore before.
  var formerNames: FieldDefinition? {
    names.first { if case .list = $0.type.form { true } else { false } }
  }

  /// The same, where the name alone makes the identity of some fields.
  func formerNames(in identity: [FieldDefinition]) -> FieldDefinition? {
    identity.count == 1 && identity[0] === names.first ? formerNames : nil
  }
}

extension Draft {
  /// Gives back its spelling to a name that differs in blanks, breaks, width and case alone, where records are found by it.
  mutating func keepSpelling(of old: Draft) {
    guard let field = schema.names.first,
      schema.identities.contains(where: { $0.contains { $0 === field } }), let before = old[field],
      let now = self[field], field.key(of: before) == field.key(of: now)
    else { return }
    self[field] = before
  }

  /// Puts the name that a record bore before among its former names, by which it is still found.
  ///
  /// Whoever changes that list himself decides what stands in it.
  mutating func keepName(of old: Draft) {
    guard let list = schema.formerNames, let field = schema.names.first, self[list] == old[list],
      let before = old[field]?.string, !Folding.trim(before).isEmpty, let now = self[field]?.string
    else { return }
    let key = Folding.key(now)
    guard Folding.key(before) != key else { return }
    let names = (old[list]?.texts ?? []).filter {
      ![key, Folding.key(before)].contains(Folding.key($0))
    }
    self[list] = .array((names + [before]).map { .string($0) })
  }
}
