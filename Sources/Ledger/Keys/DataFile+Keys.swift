import Glibc
import JSONLines
import Synchronization

extension DataFile {
  /// What is known of the file's keys.
  struct KeyState {
    var index: KeyIndex?
    /// Whether nothing was kept.
    var isMissing = false
    /// Whether many look-ups are to be expected.
    var isBusy = false
  }

  /// So many bytes behind those that are covered are read at every start; more are added to what is kept.
  private static let smallRest = 1 << 16
  /// So many bytes are in memory at a time while all keys are read.
  package static let pieceSize = 16 << 20
  /// The keys of so many pieces may be in memory at once, or an eighth of all.
  private static let fewPieces = 4
  /// So many times as large as what comes behind it a part is left alone; a smaller one is made one with it.
  private static let manyTimes = 4

  /// Says that records will be looked up by their keys: it pays to read all keys at once.
  func expectLookups() {
    keyState.withLock { $0.isBusy = true }
  }

  /// Keeps the keys of the file, so that whoever looks for a record next finds them there.
  ///
  /// Those of very many lines are kept in a few parts, of which one at a time is in memory.
  ///
  /// - Parameter size: How many bytes are read at a time.
  /// - Throws: ``Diagnostics`` where a line cannot be read.
  package func keepKeys(reading size: Int = DataFile.pieceSize) throws {
    expectLookups()
    let kept = cache?.keys()
    let ranges = ranges(from: kept?.covered ?? 0, of: size)
    guard let cache, ranges.count > Self.fewPieces else {
      _ = try index()
      return
    }
    let fields = KeyField.all(source.schema)
    let making = kept?.making ?? KeyIndex.newMaking
    var parts = kept?.parts ?? []
    let count = max(Self.fewPieces, (ranges.count + 7) / 8)
    for first in stride(from: 0, to: ranges.count, by: count) {
      let here = Array(ranges[first..<min(first + count, ranges.count)])
      let range = here[0].lowerBound..<here[here.count - 1].upperBound
      let tables = try tables(fields, here)
      cache.saveLast(
        KeyIndex(parts + [KeyIndex.Part(tables: tables, range: range)], making: making)
      )
      // Of those that were kept it is enough to know where they are.
      parts.append(KeyIndex.Part(tables: KeyTables([]), range: range))
    }
  }

  /// The keys of the file; `nil` where none were kept and it does not pay to read them.
  private func index() throws -> KeyIndex? {
    try keyState.withLock { state in
      if let index = state.index { return index }
      if !state.isMissing, let cache {
        state.index = try cache.keys().flatMap { try current($0, cache) }
        if let index = state.index { return index }
        state.isMissing = true
      }
      guard state.isBusy || cache?.isAsked == true else { return nil }
      let made = try index(KeyField.all(source.schema))
      state.index = made
      // Reading all keys is dear: what was read is kept at once.
      if let cache, source.size >= cache.usefulSize { cache.saveLast(made) }
      return made
    }
  }

  /// The keys that were kept with those behind them; `nil` where too much would have to be read.
  private func current(_ kept: KeyIndex, _ cache: LinesCache) throws -> KeyIndex? {
    let fields = KeyField.all(source.schema)
    let rest = source.size - kept.covered
    guard rest > 0 else { return kept }
    guard rest < max(64 << 20, kept.covered / 2) else { return nil }
    guard rest > min(Self.smallRest, cache.usefulSize) else {
      let read = try read(fields, [kept.covered..<source.size])
      return KeyIndex(kept, fields, behind: read[0])
    }
    let read = try read(fields, ranges(from: kept.covered, of: Self.pieceSize))
    var parts = kept.parts
    var start = kept.covered
    while let last = parts.last, last.range.count < (source.size - start) * Self.manyTimes {
      start = last.range.lowerBound
      parts.removeLast()
    }
    let joined = kept.parts[parts.count...]
    var tables: [(KeyField, KeyTable)] = []
    for (index, field) in fields.enumerated() {
      // What is written anew is proven first: an altered part must not get a right checksum.
      let old = joined.compactMap { $0.tables[field] }
      guard old.count == joined.count, old.allSatisfy(\.isProven) else { return nil }
      tables.append((field, KeyTable(read, index, after: old)))
    }
    parts.append(KeyIndex.Part(tables: KeyTables(tables), range: start..<source.size))
    let made = KeyIndex(parts, making: parts.count > 1 ? kept.making : KeyIndex.newMaking)
    cache.saveLast(made)
    return made
  }

  /// Reads the keys of the whole file.
  private func index(_ fields: [KeyField]) throws -> KeyIndex {
    let tables = try tables(fields, ranges(of: Self.pieceSize))
    let part = KeyIndex.Part(tables: tables, range: 0..<source.size)
    return KeyIndex([part], making: KeyIndex.newMaking)
  }

  /// Reads the keys of some lines that stand one behind the other.
  private func tables(_ fields: [KeyField], _ ranges: [Range<Int>]) throws -> KeyTables {
    let read = try read(fields, ranges)
    let tables = Workers.map(fields.count) { KeyTable(read, $0) }
    return KeyTables(Array(zip(fields, tables)))
  }

  private func read(_ fields: [KeyField], _ ranges: [Range<Int>]) throws -> [KeyReader.Result] {
    let reader = KeyReader(source.schema, fields)
    let bytes = source.bytes
    let results = Workers.map(ranges.count) { index in
      // Who reads the file again has the pages again.
      defer { if ranges.count > 1 { bytes.giveBack(ranges[index]) } }
      return reader.read(bytes, ranges[index])
    }
    var faults: [Diagnostic] = []
    for offset in results.flatMap(\.faults) {
      do throws(Diagnostic) {
        _ = try entry(at: offset)
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return results
  }

  /// Reads the line that begins at an offset.
  private func entry(at offset: Int) throws(Diagnostic) -> Entry {
    let end = unsafe source.bytes.withRaw { buffer in
      // The offset lies within the committed bytes, which the file has.
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + offset, 0x0A, source.size - offset)
      else { return source.size }
      return unsafe UnsafeRawPointer(found) - base + 1
    }
    do throws(Diagnostic) {
      return try source.entry(offset..<end, number: 0)
    } catch {
      // The number of a line is counted only where it is told.
      return try source.entry(offset..<end, number: source.bytes.lineNumber(at: offset))
    }
  }

  /// The lines of an id, in order; `nil` where its keys are not known.
  private func lines(of id: RecordID, _ index: KeyIndex) throws(Diagnostic) -> [(
    offset: Int, entry: Entry
  )]? {
    guard let offsets = index.offsets(.id, ByteHash.hash(Array(id.text.utf8))) else { return nil }
    var lines: [(offset: Int, entry: Entry)] = []
    for offset in offsets where offset < source.size {
      let entry = try entry(at: offset)
      if entry.id == id { lines.append((offset, entry)) }
    }
    return lines
  }

  /// What a look-up by keys found.
  enum Found<Value> {
    /// The answer.
    case value(Value)
    /// No keys are known.
    case unknown
  }

  /// Finds the latest line of an id among the keys.
  func keyed(_ id: RecordID) throws -> Found<Entry?> {
    guard let index = try index() else { return .unknown }
    guard let lines = try telling({ () throws(Diagnostic) in try self.lines(of: id, index) }) else {
      forgetKeys()
      return try keyed(id)
    }
    return .value(lines.last?.entry)
  }

  /// Finds out why a record ended; `nil` where it stands or never was.
  func ending(of id: RecordID) throws -> String? {
    let latest: Entry?
    if case .value(let entry) = try keyed(id) {
      latest = entry
    } else if let search = IDSearch(source, id) {
      latest = try telling { () throws(Diagnostic) in try search.latest() }
    } else {
      return try Table(self).removals[id]
    }
    guard case .removal(_, let reason, _)? = latest else { return nil }
    return reason
  }

  /// Finds the records that stand and have a key, in the order in which their ids first appeared.
  ///
  /// - Parameters:
  ///   - field: The key.
  ///   - hash: Its hash.
  ///   - limit: How many lines to look at, at the most.
  ///   - isMerged: Whether those are meant that were merged into others, as they were last.
  ///   - accepts: Whether a record really has it.
  /// - Returns: The records.
  /// - Throws: ``Diagnostics`` where a line cannot be read.
  func records(
    _ field: KeyField,
    _ hash: UInt32,
    limit: Int = .max,
    isMerged: Bool = false,
    _ accepts: (Record) -> Bool
  ) throws -> [Record] {
    expectLookups()
    guard let index = try index(knowing: field) else { return [] }
    let found = try telling { () throws(Diagnostic) -> [(first: Int, record: Record)]? in
      guard let offsets = index.offsets(field, hash) else { return nil }
      var found: [(first: Int, record: Record)] = []
      for offset in offsets.prefix(limit) where offset < source.size {
        guard case .record(let record) = try entry(at: offset), accepts(record) else { continue }
        guard let lines = try lines(of: record.id, index) else { return nil }
        // A line that is not the latest of its record is past.
        let last = isMerged ? lines.last { $0.entry.record != nil } : lines.last
        guard last?.offset == offset else { continue }
        if isMerged {
          guard case .removal(_, let reason, _)? = lines.last?.entry, Pointer(reason) != nil
          else { continue }
        }
        found.append((lines[0].offset, record))
      }
      return found
    }
    guard let found else {
      forgetKeys()
      return try records(field, hash, limit: limit, isMerged: isMerged, accepts)
    }
    var last = -1
    return found.sorted { $0.first < $1.first }.filter { item in
      // A record that bears a name twice is found twice.
      defer { last = item.first }
      return item.first != last
    }.map(\.record)
  }

  /// Says for hashes of a key that is always kept whether a line may have it; of no hash it may.
  func mayHave(_ field: KeyField, _ hashes: [UInt32?]) throws -> [Bool] {
    guard let filter = try filter(field) else { return hashes.map { _ in true } }
    return hashes.map { hash in hash.map { filter.mayHave($0) } ?? true }
  }

  /// The keys of a field that are always kept, to be asked for very many; `nil` where they cannot be told.
  func filter(_ field: KeyField) throws -> KeyFilter? {
    expectLookups()
    guard let filter = try index()?.filter(field) else { return nil }
    // Under a hash that cannot be told any key may stand; every id has one.
    return field != .id && filter.mayHave(KeyHash.wild) ? nil : filter
  }

  /// The keys with a table of some that are not always kept.
  private func index(knowing field: KeyField) throws -> KeyIndex? {
    guard let index = try index() else { return nil }
    guard !index.knows(field) else { return index }
    let table = KeyTable(try read([field], ranges()), 0)
    return keyState.withLock { state in
      state.index?.add(table, of: field)
      return state.index
    }
  }

  /// What was kept is altered: the keys are read anew.
  private func forgetKeys() {
    keyState.withLock { $0 = KeyState(index: nil, isMissing: true, isBusy: true) }
  }

  /// Tells what is wrong with a line as whoever asks for a record is told.
  func telling<Result>(_ body: () throws(Diagnostic) -> Result) throws -> Result {
    do throws(Diagnostic) {
      return try body()
    } catch {
      throw Diagnostics(error)
    }
  }
}
