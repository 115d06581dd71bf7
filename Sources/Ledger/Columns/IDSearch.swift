import Glibc
import JSONLines
import Synchronization

/// Searches a file for the latest line of one id, from its end, without reading any other line.
///
/// Lines that hold the id's bytes are read, and those that may hold it written with escapes.
struct IDSearch: Sendable {
  private let source: FileSource
  private let id: RecordID
  private let bytes: [UInt8]
  // Two places within the id whose bytes are looked for first; the last ones differ most.
  private let first: Int
  private let second: Int
  private let hasSlash: Bool

  /// Creates a search; `nil` for an id that every line would have to be read for.
  init?(_ source: FileSource, _ id: RecordID) {
    bytes = Array(id.text.utf8)
    guard bytes.count >= 4, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else {
      return nil
    }
    self.source = source
    self.id = id
    second = bytes.count - 1
    first = bytes.count - 3
    hasSlash = bytes.contains(UInt8(ascii: "/"))
  }

  /// So much is searched before anybody asks whether the others found something.
  private static let piece = 1 << 20

  /// Finds the latest line of the id.
  ///
  /// - Returns: What it says; `nil` where no line has the id.
  /// - Throws: A ``Diagnostic`` where a line that may have the id cannot be read.
  func latest() throws(Diagnostic) -> Entry? {
    let count = (source.size + Self.piece - 1) / Self.piece
    // Pieces are taken from the end; those before one with a line need no search.
    let next = Shared(count)
    let lowest = Shared(0)
    let found = Workers.map(min(Workers.cores, max(count, 1))) { _ -> [Found] in
      var found: [Found] = []
      while true {
        let index = next.value.subtract(1, ordering: .relaxed).newValue
        guard index >= 0, index >= lowest.value.load(ordering: .relaxed) else { return found }
        let end = min((index + 1) * Self.piece, source.size)
        do throws(Diagnostic) {
          guard let hit = try last(in: index * Self.piece..<end) else { continue }
          found.append(Found(piece: index, result: .success(hit)))
        } catch {
          found.append(Found(piece: index, result: .failure(error)))
        }
        _ = lowest.value.max(index, ordering: .relaxed)
      }
    }
    // Whether earlier pieces were searched is chance: what was found there does not count.
    let latest = found.flatMap(\.self).max { $0.piece < $1.piece }
    return try latest?.result.get()
  }

  private struct Found: Sendable {
    let piece: Int
    let result: Result<Entry, Diagnostic>
  }

  private final class Shared: Sendable {
    let value: Atomic<Int>

    init(_ value: Int) {
      self.value = Atomic(value)
    }
  }

  /// Finds the last line of the id among those whose id, or an escape, begins within some bytes.
  private func last(in range: Range<Int>) throws(Diagnostic) -> Entry? {
    var found: Entry?
    var known = -1
    for place in places(in: range) {
      let line = line(around: place)
      guard line.lowerBound > known else { continue }
      known = line.lowerBound
      let entry = try entry(line)
      if entry.id == id { found = entry }
    }
    return found
  }

  private func entry(_ line: Range<Int>) throws(Diagnostic) -> Entry {
    do throws(Diagnostic) {
      return try source.entry(line, number: 0)
    } catch {
      // The number of a line is counted only where it is told.
      return try source.entry(line, number: source.bytes.lineNumber(at: line.lowerBound))
    }
  }

  /// The line around a place, its line end among it.
  private func line(around place: Int) -> Range<Int> {
    unsafe source.bytes.withRaw { buffer in
      guard let base = buffer.baseAddress else { return 0..<0 }
      // Only committed bytes are looked at.
      var start = place
      while start > 0, unsafe base.load(fromByteOffset: start - 1, as: UInt8.self) != 0x0A {
        start -= 1
      }
      let behind = unsafe memchr(base + place, 0x0A, source.size - place)
      let end = unsafe behind.map { unsafe UnsafeRawPointer($0) - base + 1 } ?? source.size
      return start..<end
    }
  }

  /// The places in some bytes where the id may stand.
  private func places(in range: Range<Int>) -> [Int] {
    unsafe source.bytes.withRaw { buffer in
      guard let base = buffer.baseAddress else { return [] }
      var places: [Int] = []
      let one = SIMD16<UInt8>(repeating: bytes[first])
      let two = SIMD16<UInt8>(repeating: bytes[second])
      let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
      var offset = range.lowerBound
      // As long as 16 bytes and those behind them lie within the committed bytes.
      while offset < range.upperBound, offset + 16 + 2 <= source.size {
        let here = unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
        let behind = unsafe base.loadUnaligned(fromByteOffset: offset + 2, as: SIMD16<UInt8>.self)
        var mask = ByteMask((here .== backslash) .| ((here .== one) .& (behind .== two)))
        while let index = mask.popFirst() { unsafe check(offset + index, base, &places) }
        offset += 16
      }
      while offset < range.upperBound {
        unsafe check(offset, base, &places)
        offset += 1
      }
      return places.filter { range.contains($0) }
    }
  }

  /// Notes a place where an escape begins that may spell a part of the id, or a byte of the id stands.
  private func check(_ offset: Int, _ base: UnsafeRawPointer, _ places: inout [Int]) {
    // No byte is read at or behind the size.
    func byte(_ offset: Int) -> UInt8 {
      offset < source.size ? unsafe base.load(fromByteOffset: offset, as: UInt8.self) : 0
    }
    if byte(offset) == UInt8(ascii: "\\") {
      let next = byte(offset + 1)
      if next == UInt8(ascii: "u") || hasSlash && next == UInt8(ascii: "/") {
        places.append(offset)
      }
      return
    }
    let start = offset - first
    guard start > 0, byte(start - 1) == 0x22, byte(start + bytes.count) == 0x22 else { return }
    for index in bytes.indices where byte(start + index) != bytes[index] { return }
    places.append(offset)
  }
}
