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
  ///   - isStrict: Whether every byte of every line is to be judged.
  ///   - seeds: Returns the ids of the kind to which a column refers, where they can be had.
  /// - Returns: The lines.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func lines(
    _ slots: Set<Int> = [],
    isStrict: Bool = false,
    seeds: (Int) -> Seed? = { _ in nil }
  ) throws -> Lines {
    try state.withLock { state in
      try lines(&state, slots, isStrict: isStrict, seeds)
    }
  }

  /// The ids of the lines as values of other kinds; `nil` where the lines were not read, or somebody does.
  func seed() -> Seed? {
    // Nobody waits here: two files that refer to each other would wait for ever.
    let found = state.withLockIfAvailable { $0.lines }
    guard let lines = found ?? nil else { return nil }
    return lines.index.seed(lines)
  }

  private func lines(
    _ state: inout State,
    _ slots: Set<Int>,
    isStrict: Bool,
    _ seeds: (Int) -> Seed?
  ) throws -> Lines {
    if state.lines == nil, let cache, let kept = cache.lines(), isUseful(kept) {
      state.kept = kept
      if !isStrict || kept.isStrict { state.lines = try lines(kept, isStrict) }
    }
    if isStrict, let lines = state.lines { state.lines = try judged(lines) }
    if let lines = state.lines, !isStrict || lines.isStrict {
      let missing = slots.subtracting(lines.slots)
      guard !missing.isEmpty else { return lines }
      let more = lines.adding(try columns(missing, of: lines, state.kept, seeds))
      state.lines = more
      return more
    }
    let known = state.lines?.slots ?? []
    // The parts of before, so that columns that were kept still fit.
    let parts = state.kept.flatMap { $0.covered == source.size ? $0.segments.map(\.range) : nil }
    let isWider = state.kept.map { $0.covered <= source.size } ?? true
    let making = parts == nil ? nil : state.kept?.making
    // What was kept in other parts fits these lines no more.
    if parts == nil { state.kept = nil }
    let read = try read(parts ?? ranges(), slots.union(known), isStrict: isStrict, seeds)
    let lines = Lines(source, read.map(\.segment), orders: read.map(\.order))
    state.lines = lines
    if let cache, isWider, source.size >= cache.usefulSize, cache.wasAskedBefore() {
      state.kept = cache.save(lines, making: making)
      for slot in lines.slots where making == nil {
        save(lines.segments, slot, state.kept, cache)
      }
    }
    return lines
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
    return rest < max(1 << 20, kept.covered / 8)
  }

  /// The lines that were kept, and those behind them.
  private func lines(_ kept: LinesCache.Kept, _ isStrict: Bool) throws -> Lines {
    let first = kept.segments.compactMap { $0.clipped(to: source.size) }
    let rest = kept.covered < source.size ? [kept.covered..<source.size] : []
    let more = try scan(rest, [], isStrict: isStrict, after: first)
    let count = first.reduce(0) { $0 + $1.count }
    return Lines(source, first + more, known: (kept.pairs, count))
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
      for index in 0..<count {
        segments[index].columns[slot] = columns[index].clipped(to: segments[index].count)
      }
    }
    if !missing.isEmpty {
      let read = try scan(segments[..<count].map(\.range), missing, seeds)
      for index in 0..<count {
        segments[index].columns.merge(read[index].columns) { old, _ in old }
      }
      if kept.covered <= source.size {
        for slot in missing { save(Array(segments[..<count]), slot, kept, cache) }
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

  private func save(
    _ segments: [Segment],
    _ slot: Int,
    _ kept: LinesCache.Kept?,
    _ cache: LinesCache
  ) {
    guard let kept else { return }
    cache.save(segments.compactMap { $0.columns[slot] }, slot, making: kept.making)
  }
}
