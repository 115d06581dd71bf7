import JSONLines

/// Which group each line belongs to, for one key of ``Totals``.
struct Grouping {
  /// The groups of the lines of a segment.
  struct Part {
    let codes: Codes
    /// The group of each code; `nil` where the codes are groups.
    let groups: [UInt32]?

    /// The group of a line.
    @inline(__always)
    subscript(line: Int) -> UInt32 {
      let code = codes[line]
      return groups.map { $0[Int(code)] } ?? code
    }
  }

  /// The type of what each group stands for.
  let type: FieldType
  /// By segment.
  let parts: [Part]
  /// What each group stands for; group 0 is no value.
  let values: [JSONValue?]

  /// Finds the groups of some columns.
  ///
  /// - Parameters:
  ///   - key: What is counted by.
  ///   - schema: The kind.
  ///   - columns: The columns.
  ///   - snapshot: The records.
  ///   - known: What was kept of the groups, and where they may be kept.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  init(
    _ key: Totals.Key,
    _ schema: Schema,
    _ columns: Columns,
    _ snapshot: Snapshot,
    _ known: Snapshot.Remembered?
  ) throws {
    let kept = known?.groups
    var parts: [Part] = []
    var names = GroupNames(kept?.values ?? [nil])
    // Of an earlier state only the first of the lines that were kept are there.
    for (index, codes) in (kept?.codes ?? []).prefix(columns.segments.count).enumerated() {
      parts.append(Part(codes: codes.prefix(columns.lineCount(index)), groups: nil))
    }
    if parts.count < columns.segments.count {
      let rest = parts.count..<columns.segments.count
      let slot = schema.slot(of: key.fields[0])
      let groups = try Self.groups(key.fields[...], key.part, columns, rest, snapshot, &names)
      for (index, groups) in zip(rest, groups) {
        parts.append(Part(codes: columns.segments[index].column(slot).codes, groups: groups))
      }
    }
    type = key.field.type.element
    self.parts = parts
    values = names.values
    keep(try known ?? snapshot.remembered(key, schema), columns)
  }

  /// Keeps the groups of lines that were kept.
  private func keep(_ known: Snapshot.Remembered?, _ columns: Columns) {
    guard let known, (known.groups?.codes.count ?? 0) < known.kept.segments.count,
      known.kept.fits(columns)
    else { return }
    let codes = parts.prefix(known.kept.segments.count).map { part in
      part.groups.map { part.codes.mapped($0, values: values.count) } ?? part.codes
    }
    known.cache.save(KeptGroups(codes: codes, values: values), known.key, of: known.kept)
  }

  /// The groups of the codes of some segments.
  private static func groups(
    _ fields: ArraySlice<FieldDefinition>,
    _ part: Totals.DatePart?,
    _ columns: Columns,
    _ segments: Range<Int>,
    _ snapshot: Snapshot,
    _ names: inout GroupNames
  ) throws -> [[UInt32]] {
    guard let field = fields.first else { return [] }
    let slot = columns.schema.slot(of: field)
    let rest = fields.dropFirst()
    guard let next = rest.first else {
      return columns.segments[segments].map { segment in
        let values = segment.column(slot).values
        return (0..<values.count).map { code in
          code == 0 ? 0 : names.group(values, code, part)
        }
      }
    }
    guard let schema = field.referredKind.flatMap({ snapshot.catalog[$0] }) else { return [] }
    let target = try snapshot.columns(schema, [next])
    let all = target.segments.indices
    let inner = try groups(rest, part, target, all, snapshot, &names)
    // The group of each row that may be referred to.
    let nextSlot = schema.slot(of: next)
    var targets: [UInt32] = []
    targets.reserveCapacity(target.live.total)
    for (index, segment) in target.segments.enumerated() {
      let codes = segment.column(nextSlot).codes
      let groups = inner[index]
      for line in 0..<codes.count { targets.append(groups[Int(codes[line])]) }
    }
    return try snapshot.rows(columns, slot, in: target, segments).map { rows in
      rows.map { $0 < 0 ? 0 : targets[Int($0)] }
    }
  }
}

/// The distinct values of a key, numbered; 0 is none.
private struct GroupNames {
  private(set) var values: [JSONValue?]
  private var groups: [JSONValue: UInt32] = [:]

  /// The groups of parts of dates by their characters, which take eight bytes at the most.
  private var parts: [UInt64: UInt32] = [:]

  /// Takes the values that have numbers.
  init(_ values: [JSONValue?]) {
    self.values = values
    for (group, value) in values.enumerated() {
      if let value { groups[value] = UInt32(group) }
    }
  }

  mutating func group(_ values: Values, _ code: Int, _ part: Totals.DatePart?) -> UInt32 {
    let packed = part.flatMap { part in
      values.withText(code) { text in Self.packed(text, part.length) }
    }
    if let packed, let group = parts[packed] { return group }
    let group = group(values.value(code, as: JSONValue.self), part)
    if let packed { parts[packed] = group }
    return group
  }

  /// The first characters of a date as one word; `nil` where the text is not one in the usual form.
  private static func packed(_ text: Span<UInt8>, _ count: Int) -> UInt64? {
    guard text.count == 12, text.isPlainString else { return nil }
    for index in 0..<text.count where text[index] >= 0x80 { return nil }
    return (1...count).reduce(0) { $0 << 8 | UInt64(text[$1]) }
  }

  private mutating func group(_ value: JSONValue?, _ part: Totals.DatePart?) -> UInt32 {
    guard var value, value != .null else { return 0 }
    if let part {
      guard let text = value.string, [4, 7, 10].contains(text.utf8.count) else { return 0 }
      value = .string(String(text.prefix(part.length)))
    }
    if let group = groups[value] { return group }
    let group = UInt32(values.count)
    groups[value] = group
    values.append(value)
    return group
  }
}
