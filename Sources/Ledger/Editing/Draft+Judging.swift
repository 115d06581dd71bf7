import JSONLines

extension Draft {
  /// Whether enough values of an identity are known to tell by it that two records are the same thing.
  func tells(_ identity: [FieldDefinition]) -> Bool {
    guard let first = identity.first, has(first) else { return false }
    return identity.count { has($0) } >= min(2, identity.count)
  }

  /// Whether both have a value of a field that tells apart what an identity holds for one, and other ones.
  ///
  /// A number of its own tells one thing whatever else is said of it.
  func isApart(from other: Draft, in identity: [FieldDefinition]) -> Bool {
    identity.count > 1
      && schema.distinctions.contains { field in
        has(field) && other.has(field) && field.key(of: self[field]) != field.key(of: other[field])
      }
  }

  /// The id that the values make, where ids of the kind are made so.
  var impliedID: RecordID? {
    switch schema.key {
    case .generated, .chosen: return nil
    case .field(let field, _): return self[field].map { RecordID(field.idPart($0)) }
    case .joined(let fields):
      let parts = fields.compactMap { field in self[field].map(field.idPart) }
      return parts.count == fields.count ? RecordID(parts.joined(separator: "/")) : nil
    }
  }

  /// Finds the texts that are what a spreadsheet left of a longer number: nobody takes them in.
  ///
  /// - Parameter place: Where the record was given.
  /// - Returns: What is wrong.
  public func lostDigits(at place: Place) -> [Diagnostic] {
    schema.fields.compactMap { field in
      guard case .text = field.type.form, let text = self[field]?.string,
        LostDigits.isTold(by: text)
      else { return nil }
      return Diagnostic(LostDigits.problem(text), field, at: place)
    }
  }

  /// Checks every value; what is only odd is kept with the record.
  ///
  /// - Parameters:
  ///   - extra: What is wrong or odd besides.
  ///   - place: Where the record was given.
  ///   - recent: Values that were found right, which are not looked at again.
  /// - Returns: Whether the record can be written, and all that is wrong or odd.
  mutating func judge(_ extra: [FieldProblem], at place: Place?, _ recent: inout RecentValues)
    -> (isRight: Bool, found: [Diagnostic])
  {
    var isRight = extra.allSatisfy(\.isWarning)
    var warnings = extra.filter(\.isWarning).map(\.name)
    var found = extra.map {
      Diagnostic($0.name, $0.message, severity: $0.isWarning ? .warning : .error, at: place)
    }
    let schema = schema
    // Many look at the same fields at once: whoever need not touch them does not.
    let (forms, demands) = (schema.plainForms, schema.demands)
    var order = DateOrder(schema)
    visit { slot, raw, bytes in
      guard let raw else {
        guard demands[slot] else { return }
        found.append(.missing(schema.fields[slot], schema, at: place))
        isRight = false
        return
      }
      order.look(slot, raw, bytes)
      guard !forms[slot].fits(raw, bytes) else { return }
      recent.look(slot, bytes.extracting(raw.start..<raw.end)) {
        let field = schema.fields[slot]
        let value = JSONValue(raw, in: bytes)
        guard !field.isRequired || !value.isBlank else {
          found.append(.missing(field, schema, at: place))
          isRight = false
          return false
        }
        guard field.type.check(value) != nil else { return true }
        guard let problem = field.problem(value, other: { self[$0] }) else { return false }
        found.append(Diagnostic(problem, field, at: place))
        isRight = isRight && problem.isWarning
        warnings.append("\(field.name): \(problem.name)")
        return false
      }
    }
    if order.isBroken {
      found += DateOrder.problems(schema) { self[$0] }.map { Diagnostic($1, $0, at: place) }
      isRight = false
    }
    self[CommonField.warnings] = warnings.isEmpty ? nil : warnings
    return (isRight, found)
  }
}
