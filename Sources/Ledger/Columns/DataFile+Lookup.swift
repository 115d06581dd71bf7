import JSONLines
import Synchronization

extension DataFile {
  /// What is kept of the lines, once they were read.
  var keptLines: LinesCache.Kept? { state.withLock { $0.kept } }

  /// What was kept of the lines; `nil` where they must be read, or are known already in other parts.
  func recalled() throws -> LinesCache.Kept? {
    try state.withLock { state in
      try recall(&state, isStrict: false)
      return state.kept
    }
  }

  /// From so many look-ups on an index in memory is worth its making.
  static var fewLookups: Int { 8 }

  /// From so many on the keys that are kept in a file are slower than an index in memory.
  private static var manyLookups: Int { 1 << 14 }

  /// Finds a record by its id.
  func record(_ id: RecordID) throws -> Record? {
    let count = lookups.add(1, ordering: .relaxed).newValue
    if count < Self.manyLookups || state.withLock({ $0.lines == nil }),
      case .value(let entry) = try keyed(id)
    {
      return entry?.record
    }
    if count == 1, state.withLock({ $0.lines == nil }), let search = IDSearch(source, id) {
      if let cache, source.size >= cache.usefulSize { _ = cache.wasAskedBefore() }
      return try telling { () throws(Diagnostic) in try search.latest()?.record }
    }
    let lines = try lines()
    let text = Array(id.text.utf8)
    let found =
      count > Self.fewLookups
      ? lines.index.table(lines).find(text.span, lines.places) : lines.find(id)
    guard let line = found else { return nil }
    return try telling { () throws(Diagnostic) in try lines.entry(line).record }
  }
}
