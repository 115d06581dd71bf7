import Bilingual
import Glibc
import JSONLines
import Synchronization

/// The committed bytes of one data file, and what was read of them so far.
package final class DataFile: Sendable {
  let source: FileSource

  struct State {
    var lines: Lines?
    var kept: LinesCache.Kept?
  }

  let state = Mutex(State())
  /// How many records were looked for by id.
  let lookups = Atomic(0)

  /// From this size on records are read when they are touched; smaller files are read at once.
  package static let largeSize = 2 << 20

  /// Whether records are read when they are touched.
  let isLarge: Bool
  let largeSize: Int
  /// Whether what is read of it is given back as soon as it can be.
  var isVeryLarge: Bool { source.size >> 7 >= largeSize }
  let cache: LinesCache?
  let keyState = Mutex(KeyState())

  /// Takes a file.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - bytes: The file.
  ///   - size: How many of its bytes are true.
  ///   - largeSize: From which size on records are read when they are touched.
  ///   - cache: Where what was read is kept.
  package init(
    _ schema: Schema,
    _ bytes: Bytes,
    size: Int,
    largeSize: Int = DataFile.largeSize,
    cache: LinesCache? = nil
  ) {
    self.cache = cache
    isLarge = size >= largeSize
    self.largeSize = largeSize
    source = FileSource(schema: schema, bytes: bytes, size: size)
  }

  /// Returns the lines with some columns.
  ///
  /// - Parameters:
  ///   - slots: The columns that are needed.
  ///   - behind: Those that are needed behind the first segments only, and how many those are.
  ///   - isStrict: Whether every byte of every line is to be judged.
  ///   - keepsNames: Whether somebody is about to look for ids.
  ///   - seeds: Returns the ids of the kind to which a column refers, where they can be had.
  /// - Returns: The lines.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func lines(
    _ slots: Set<Int> = [],
    behind: (slots: Set<Int>, segments: Int) = ([], 0),
    isStrict: Bool = false,
    keepsNames: Bool = false,
    seeds: (Int) -> Seed? = { _ in nil }
  ) throws -> Lines {
    try state.withLock { state in
      let lines = try lines(&state, slots, isStrict: isStrict, keepsNames: keepsNames, seeds).lines
      guard !behind.slots.isEmpty else { return lines }
      let more = try adding(behind.slots, to: lines, behind: behind.segments)
      state.lines = more
      return more
    }
  }

  /// The same lines with some columns of the last segments.
  private func adding(_ slots: Set<Int>, to lines: Lines, behind count: Int) throws -> Lines {
    guard count < lines.segments.count else { return lines }
    let missing = slots.subtracting(lines.segments[count].columns.keys)
    guard !missing.isEmpty else { return lines }
    let first = Array(lines.segments[..<count])
    let read = try scan(lines.segments[count...].map(\.range), missing, after: first)
    return lines.adding(read, from: count)
  }

  /// The ids of the lines as values of another kind.
  ///
  /// - Parameter size: How many bytes the other kind has.
  /// - Returns: The ids; `nil` while somebody reads the file, and where reading it would not be worth while.
  func seed(forFileOf size: Int) -> Seed? {
    let isSmall = source.size <= size / 8
    // Nobody waits here: two files that refer to each other would wait for ever.
    let found = state.withLockIfAvailable { (state) -> Lines? in
      if state.lines == nil, !isSmall { return nil }
      return try? lines(&state, [], isStrict: false, keepsNames: true) { _ in nil }.lines
    }
    guard let lines = found ?? nil else { return nil }
    return lines.index.seed(lines)
  }

  /// Returns the lines, and those that were chosen where all had to be read now.
  func lines(
    _ state: inout State,
    _ slots: Set<Int>,
    isStrict: Bool,
    keepsNames: Bool = false,
    choice: LineChoice? = nil,
    _ seeds: (Int) -> Seed?
  ) throws -> (lines: Lines, picked: [PickedLines]?) {
    try recall(&state, isStrict: isStrict)
    if isStrict, let lines = state.lines { state.lines = try judged(lines) }
    if let lines = state.lines, !isStrict || lines.isStrict {
      let missing = slots.subtracting(lines.slots)
      guard !missing.isEmpty else { return (lines, nil) }
      let more = lines.adding(try columns(missing, of: lines, state.kept, seeds))
      state.lines = more
      return (more, nil)
    }
    let known = state.lines?.slots ?? []
    // The parts of before, so that columns that were kept still fit.
    let parts = state.kept.flatMap { $0.covered == source.size ? $0.segments.map(\.range) : nil }
    let isWider = state.kept.map { $0.covered <= source.size } ?? true
    let making = parts == nil ? nil : state.kept?.making
    // What was kept in other parts fits these lines no more.
    if parts == nil { state.kept = nil }
    let read = try read(
      parts ?? ranges(),
      slots.union(known),
      isStrict: isStrict,
      keepsNames: keepsNames,
      choice: choice,
      seeds
    )
    var lines = Lines(source, read.map(\.segment), orders: read.map(\.order))
    state.lines = lines
    giveBack(lines.segments.map(\.range))
    if let cache, isWider, source.size >= cache.usefulSize, cache.wasAskedBefore() {
      let kept = cache.save(lines, making: making)
      var segments = lines.segments
      for slot in lines.slots where making == nil { save(&segments, slot, kept, cache) }
      lines = lines.keeping(kept, segments.map(\.columns))
      state.lines = lines
      state.kept = kept
    } else if choice != nil || isVeryLarge && !keepsNames {
      // Whoever reads chosen lines further, or one in millions, seldom looks for ids.
      lines = lines.givingUpHashes()
      state.lines = lines
    }
    return (lines, choice == nil ? nil : read.compactMap(\.picked))
  }

  /// Takes the lines from the cache where it has them.
  func recall(_ state: inout State, isStrict: Bool) throws {
    guard state.lines == nil, state.kept == nil, let cache,
      let kept = cache.lines(of: source.bytes), isUseful(kept)
    else { return }
    state.kept = kept
    guard !isStrict || kept.isStrict else { return }
    let rest = source.size - kept.covered
    let isWorthKeeping = rest > 0 && rest >= cache.worthKeeping(kept)
    // Among lines that were judged no others are kept.
    let lines = try lines(kept, isStrict || isWorthKeeping && kept.isStrict)
    state.lines = lines
    if isWorthKeeping { state.kept = cache.save(lines, making: kept.making) }
  }

  /// The lines with those at the end judged that were only read beside a cache of judged ones.
  private func judged(_ lines: Lines) throws -> Lines {
    let first = lines.segments.prefix(while: \.isStrict)
    let rest = lines.segments[first.count...].map(\.range)
    guard !first.isEmpty, !rest.isEmpty else { return lines }
    let read = try scan(rest, lines.slots, isStrict: true, after: Array(first))
    return lines.replacing(from: first.count, with: read)
  }

  /// Whether what was kept saves more than it leaves to be read.
  private func isUseful(_ kept: LinesCache.Kept) -> Bool {
    let rest = source.size - kept.covered
    return rest < max(1 << 20, kept.covered / 8) && kept.segments.count <= Self.manySegments
  }

  // Each of them is a thread and a few blocks: then all is read anew.
  private static let manySegments = 16

  /// The lines that were kept, and those behind them.
  private func lines(_ kept: LinesCache.Kept, _ isStrict: Bool) throws -> Lines {
    let first = kept.segments.compactMap { $0.clipped(to: source.size) }
    let rest = kept.covered < source.size ? ranges(from: kept.covered) : []
    let more = try read(rest, [], isStrict: isStrict, { _ in nil }, after: first)
    return Lines(
      source,
      first + more.map(\.segment),
      after: kept.order,
      orders: more.map(\.order)
    )
  }

  /// Returns columns of lines: from the cache where it has them.
  private func columns(
    _ slots: Set<Int>,
    of lines: Lines,
    _ kept: LinesCache.Kept?,
    _ seeds: (Int) -> Seed?
  ) throws -> [Segment] {
    guard let cache, let kept else {
      return try scan(lines.segments.map(\.range), slots, seeds)
    }
    var segments = lines.segments
    let count = min(kept.segments.count, segments.count)
    for index in segments.indices { segments[index].columns = [:] }
    var missing: Set<Int> = []
    for slot in slots.sorted() {
      guard let columns = cache.column(slot, of: kept) else {
        missing.insert(slot)
        continue
      }
      for (index, column) in columns.prefix(count).enumerated() {
        segments[index].columns[slot] = column.clipped(to: segments[index].count)
      }
      guard columns.count < count else { continue }
      // Lines that were kept later than the column.
      let later = segments[columns.count..<count].map(\.range)
      let more = try scan(later, [slot], after: Array(segments[..<columns.count]))
      for (index, segment) in zip(columns.count..<count, more) {
        segments[index].columns[slot] = segment.columns[slot]
      }
      if kept.covered <= source.size { save(&segments[..<count], slot, kept, cache) }
    }
    if !missing.isEmpty {
      let read = try scan(segments[..<count].map(\.range), missing, seeds)
      for index in 0..<count {
        segments[index].columns.merge(read[index].columns) { old, _ in old }
      }
      if kept.covered <= source.size {
        for slot in missing { save(&segments[..<count], slot, kept, cache) }
      }
    }
    guard count < segments.count else { return segments }
    let rest = try scan(
      segments[count...].map(\.range),
      slots,
      after: Array(segments[..<count])
    )
    return Array(segments[..<count]) + rest
  }

  /// Keeps a column, and takes it from where it is kept.
  private func save(
    _ segments: inout some MutableCollection<Segment>,
    _ slot: Int,
    _ kept: LinesCache.Kept,
    _ cache: LinesCache
  ) {
    let columns = cache.save(segments.compactMap { $0.columns[slot] }, slot, of: kept)
    for (index, column) in zip(segments.indices, columns) { segments[index].columns[slot] = column }
  }
}
