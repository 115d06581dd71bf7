import Synchronization

extension DataFile {
  /// Returns the lines with some columns that need be right for some rows only.
  ///
  /// - Parameters:
  ///   - slots: The columns.
  ///   - rows: The rows.
  /// - Returns: The lines.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func lines(_ slots: Set<Int>, in rows: some Collection<Int>) throws -> Lines {
    let lines = try lines()
    let missing = slots.subtracting(lines.slots)
    // Where columns are kept they are at hand, or are about to be.
    guard keptLines == nil, !missing.isEmpty, rows.count < lines.total / 2 else {
      return try self.lines(slots)
    }
    let picking = LineChoice.Picking(source.schema, missing, isStrict: false, readsIDs: false)
    let picked = try judged(pick(rows, of: lines, picking), lines)
    var segments = lines.segments
    for (index, part) in picked.enumerated() {
      segments[index].columns = part.columns.mapValues {
        $0.spread(over: part.lines, of: segments[index].count)
      }
    }
    return lines.adding(segments)
  }

  /// Returns columns of those records only whose value of a field is accepted, their lines judged.
  ///
  /// Where the file has to be read for it, chosen lines are read with the others, while their bytes are near.
  ///
  /// - Parameters:
  ///   - slots: The columns.
  ///   - field: The field, one of the columns.
  ///   - accepts: Is asked for each distinct value, and for none.
  ///   - seeds: Returns the ids of the kind to which a column refers, where they can be had.
  /// - Returns: The columns.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func columns<Value>(
    _ slots: Set<Int>,
    where field: Field<Value>,
    _ accepts: @escaping @Sendable (Value?) -> Bool,
    seeds: (Int) -> Seed?
  ) throws -> Columns {
    let slot = source.schema.slot(of: field.definition)
    let isWorthwhile = source.size / 8 >= largeSize
    let choice = LineChoice(
      slot: slot,
      accepts: { text in
        if let text { accepts(Values.read(text, as: Value.self)) } else { accepts(nil) }
      },
      picking: LineChoice.Picking(
        source.schema,
        slots,
        isStrict: true,
        readsIDs: true,
        seeds: isWorthwhile ? seeds : { _ in nil }
      )
    )
    let (lines, picked, isKept) = try state.withLock { state in
      let read = try self.lines(&state, [slot], isStrict: false, choice: choice) { _ in nil }
      return (read.lines, read.picked, state.kept != nil)
    }
    if let picked { return try Columns(lines, judged(picked, lines)) }
    let rows = Columns(lines).rows(where: field, accepts)
    // Where columns are kept they are at hand, or are about to be.
    guard !isKept, rows.count < lines.total / 2 else {
      return Columns(try self.lines(slots, isStrict: true, seeds: seeds), only: rows)
    }
    return try Columns(lines, judged(pick(rows, of: lines, choice.picking), lines))
  }

  /// Reads the lines of some rows.
  private func pick(
    _ rows: some Sequence<Int>,
    of lines: Lines,
    _ picking: LineChoice.Picking
  ) -> [PickedLines] {
    let bytes = source.bytes
    let wanted = rows.reduce(into: LineSet(none: lines.total)) { $0.insert($1) }
    return Workers.map(lines.segments.count) { index in
      let (segment, base) = (lines.segments[index], lines.bases[index])
      return unsafe bytes.withRaw { buffer in
        let picker = unsafe LinePicker(picking, buffer, segment.range)
        wanted.forEach(in: base..<base + segment.count) { row in
          picker.pick(row - base, at: segment.line(row - base).lowerBound)
        }
        return picker.finish()
      }
    }
  }

  /// Throws what is wrong with the lines among some that count.
  private func judged(_ picked: [PickedLines], _ lines: Lines) throws -> [PickedLines] {
    var faults: [Diagnostic] = []
    for (part, base) in zip(picked, lines.bases) {
      for line in part.faults where lines.succession.live.contains(base + line) {
        do throws(Diagnostic) {
          _ = try lines.entry(base + line)
        } catch {
          faults.append(error)
        }
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return picked
  }
}

extension Coded {
  /// The column of all lines, where the values of some were collected.
  fileprivate func spread(over lines: Block<UInt32>, of count: Int) -> Coded {
    let spread = unsafe Block<UInt32>(uninitialized: count) { pointer in
      unsafe pointer.initialize(repeating: 0, count: count)
      for index in 0..<lines.count {
        precondition(lines[index] < count)
        unsafe pointer[Int(lines[index])] = codes[index]
      }
    }
    return Coded(codes: Codes(.four(spread)).narrowed(to: values.count), values: values)
  }
}
