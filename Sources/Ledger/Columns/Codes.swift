/// The code of each line, in as few bytes as the largest of them needs.
struct Codes: Sendable {
  /// The codes by how many bytes one takes.
  enum Width: Sendable {
    case one(Block<UInt8>)
    case two(Block<UInt16>)
    case four(Block<UInt32>)
  }

  let width: Width

  init(_ width: Width) {
    self.width = width
  }

  /// How many lines there are.
  var count: Int {
    switch width {
    case .one(let codes): codes.count
    case .two(let codes): codes.count
    case .four(let codes): codes.count
    }
  }

  @inline(__always)
  subscript(line: Int) -> UInt32 {
    switch width {
    case .one(let codes): UInt32(codes[line])
    case .two(let codes): UInt32(codes[line])
    case .four(let codes): codes[line]
    }
  }

  /// The codes of the first lines, in the same memory.
  func prefix(_ count: Int) -> Codes {
    switch width {
    case .one(let codes): Codes(.one(codes.prefix(count)))
    case .two(let codes): Codes(.two(codes.prefix(count)))
    case .four(let codes): Codes(.four(codes.prefix(count)))
    }
  }

  /// The same codes in as few bytes as suffice for so many values.
  func narrowed(to values: Int) -> Codes {
    guard case .four(let codes) = width else { return self }
    if values <= 1 << 8 { return Codes(.one(codes.narrowed())) }
    if values <= 1 << 16 { return Codes(.two(codes.narrowed())) }
    return self
  }

  /// The codes with what each of them stands for in their place; each of those is below the number of values.
  func mapped(_ groups: [UInt32], values: Int) -> Codes {
    switch width {
    case .one(let codes): codes.mapped(groups, values)
    case .two(let codes): codes.mapped(groups, values)
    case .four(let codes): codes.mapped(groups, values)
    }
  }
}

extension Codes {
  /// A sum that other codes, or codes of another width, hardly have.
  var sum: UInt64 {
    switch width {
    case .one(let codes): codes.sum
    case .two(let codes): codes.sum
    case .four(let codes): codes.sum
    }
  }
}

extension Block {
  fileprivate var sum: UInt64 {
    // The pointer is used within the closure only.
    unsafe withPointer { unsafe Checksum.of(UnsafeRawBufferPointer($0)) }
  }
}

extension Block where Element: FixedWidthInteger {
  /// The lower bits of the numbers.
  fileprivate func narrowed<Narrow: FixedWidthInteger & BitwiseCopyable & Sendable>()
    -> Block<Narrow>
  {
    unsafe Block<Narrow>(uninitialized: count) { target in
      unsafe withPointer { source in
        // Both hold as many.
        for index in 0..<count { unsafe target[index] = Narrow(truncatingIfNeeded: source[index]) }
      }
    }
  }

  fileprivate func mapped(_ groups: [UInt32], _ values: Int) -> Codes {
    if values <= 1 << 8 { return Codes(.one(mapped(groups))) }
    if values <= 1 << 16 { return Codes(.two(mapped(groups))) }
    return Codes(.four(mapped(groups)))
  }

  private func mapped<Narrow: FixedWidthInteger & BitwiseCopyable & Sendable>(_ groups: [UInt32])
    -> Block<Narrow>
  {
    unsafe Block<Narrow>(uninitialized: count) { target in
      unsafe withPointer { source in
        for index in 0..<count {
          // Both hold as many; a code that is none ends the process at the array.
          unsafe target[index] = Narrow(truncatingIfNeeded: groups[Int(source[index])])
        }
      }
    }
  }
}
