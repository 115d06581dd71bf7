extension Places {
  /// Whether the two lines of each pair have the same id.
  func areSame(_ pairs: [UInt64]) -> [Bool] {
    if let names { return pairs.map { areSame(Int($0 >> 32), Int($0 & 0xFFFF_FFFF), names) } }
    var isSame = [Bool](repeating: false, count: pairs.count)
    let parts = segments.map { Part(range: $0.range, starts: $0.starts) }
    let step = 64
    let far = FarPlaces(step * 4)
    var lines = [Int](repeating: 0, count: step * 2)
    unsafe source.bytes.withRaw { buffer in
      guard let base = buffer.baseAddress else { return }
      for first in stride(from: 0, to: pairs.count, by: step) {
        let end = min(first + step, pairs.count)
        let count = (end - first) * 2
        for index in first..<end {
          lines[(index - first) * 2] = Int(pairs[index] >> 32)
          lines[(index - first) * 2 + 1] = Int(pairs[index] & 0xFFFF_FFFF)
        }
        for index in 0..<count {
          let (segment, line) = place(lines[index])
          // A segment has a start for each of its lines.
          unsafe parts[segment].starts.withPointer { starts in
            unsafe far.set(index, UnsafeRawPointer(starts.baseAddress.unsafelyUnwrapped + line))
          }
        }
        far.touch(count)
        for index in 0..<count {
          let (segment, line) = place(lines[index])
          let start = parts[segment].line(line).lowerBound
          // Lines lie within the bytes; an id may reach into the next piece of memory.
          unsafe far.set(index * 2, base + start)
          unsafe far.set(index * 2 + 1, base + min(start + 40, buffer.count - 1))
        }
        far.touch(count * 2)
        for index in 0..<count / 2 {
          let (old, new) = (place(lines[index * 2]), place(lines[index * 2 + 1]))
          isSame[first + index] = areSame(
            parts[old.segment].line(old.line),
            parts[new.segment].line(new.line)
          )
        }
      }
    }
    return isSame
  }

  /// A segment whose starts are at hand.
  private struct Part {
    let range: Range<Int>
    let starts: Block<UInt32>

    @inline(__always)
    func line(_ index: Int) -> Range<Int> {
      let start = range.lowerBound + Int(starts[index])
      let isLast = index + 1 == starts.count
      return start..<(isLast ? range.upperBound : range.lowerBound + Int(starts[index + 1]))
    }
  }

  private func areSame(_ a: Int, _ b: Int, _ names: [Block<LineName>]) -> Bool {
    func name(_ line: Int) -> LineName {
      let (segment, place) = self.place(line)
      return names[segment][place]
    }
    let (one, two) = (name(a), name(b))
    guard one.count > 0, two.count > 0 else { return areSame(range(a), range(b)) }
    return one.count == two.count && one.text == two.text
  }

  /// Whether two lines have the same id.
  private func areSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    switch (shortID(a), shortID(b)) {
    case (let one?, let two?): one.text == two.text && one.count == two.count
    case (let one?, nil): isID(id(b), one.text, one.count)
    case (nil, let two?): isID(id(a), two.text, two.count)
    case (nil, nil): id(a) == id(b)
    }
  }

  private func isID(_ id: [UInt8], _ text: ShortText, _ count: Int) -> Bool {
    id.count == count && ShortText(id.span) == text
  }
}
