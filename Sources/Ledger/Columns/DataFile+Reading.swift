import Glibc
import JSONLines
import Synchronization

extension DataFile {
  /// The file from some line on in as many parts as there are cores, cut between lines.
  ///
  /// - Parameters:
  ///   - start: Where the line begins.
  ///   - most: How large a part is, about, at the most.
  /// - Returns: The parts, in order.
  func ranges(from start: Int = 0, of most: Int = Segment.maximumSize) -> [Range<Int>] {
    let size = source.size
    let count = size - start
    let cores = count > 1 << 20 ? Workers.cores : 1
    let parts = max(cores, count / most + 1)
    var cuts = [start]
    unsafe source.bytes.withRaw { buffer in
      for part in 1..<max(parts, 1) {
        let wanted = max(start + count / parts * part, cuts[cuts.count - 1])
        // Within the committed bytes, which the file has.
        guard let base = buffer.baseAddress,
          let found = unsafe memchr(base + wanted, 0x0A, size - wanted)
        else { continue }
        cuts.append(unsafe UnsafeRawPointer(found) - base + 1)
      }
    }
    cuts.append(size)
    return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
  }

  /// Gives the pages of a very large file back, on all cores: at the end of the process one core would.
  func giveBack(_ ranges: [Range<Int>]) {
    guard isVeryLarge else { return }
    let bytes = source.bytes
    _ = Workers.map(ranges.count) { bytes.giveBack(ranges[$0]) }
  }

  /// Gives columns back that are not kept; those that are kept are no memory of ours.
  func giveBackColumns() {
    state.withLock { state in
      guard state.kept == nil else { return }
      state.lines = state.lines?.withoutColumns()
    }
  }

  /// Reads lines.
  ///
  /// - Parameters:
  ///   - ranges: Their bytes.
  ///   - slots: The columns.
  ///   - seeds: Returns the ids of the kind to which a column refers, where they can be had.
  ///   - isStrict: Whether every byte is to be judged.
  ///   - before: The lines before them, for their numbers.
  /// - Returns: The segments.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func scan(
    _ ranges: [Range<Int>],
    _ slots: Set<Int>,
    _ seeds: (Int) -> Seed? = { _ in nil },
    isStrict: Bool = false,
    after before: [Segment] = []
  ) throws -> [Segment] {
    try read(ranges, slots, isStrict: isStrict, seeds, after: before).map(\.segment)
  }

  func read(
    _ ranges: [Range<Int>],
    _ slots: Set<Int>,
    isStrict: Bool,
    keepsNames: Bool = false,
    choice: LineChoice? = nil,
    _ seeds: (Int) -> Seed?,
    after before: [Segment] = []
  ) throws -> [SegmentReader.Result] {
    // Making the ids of another kind is worth while for a large file only.
    let isWorthwhile = ranges.reduce(0) { $0 + $1.count } / 8 >= largeSize
    let reader = SegmentReader(
      source.schema,
      slots: slots,
      isStrict: isStrict,
      keepsNames: keepsNames,
      choice: choice,
      seeds: isWorthwhile ? seeds : { _ in nil }
    )
    let bytes = source.bytes
    let results = Workers.map(ranges.count) { reader.read(bytes, ranges[$0]) }
    var faults: [Diagnostic] = []
    var number = 1 + before.reduce(0) { $0 + $1.count }
    for result in results {
      for index in result.faults {
        do throws(Diagnostic) {
          _ = try source.entry(result.segment.line(index), number: number + index)
        } catch {
          faults.append(error)
        }
      }
      number += result.segment.count
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return results
  }
}
