extension CacheFile {
  /// Returns the codes of some lines; `nil` where they were torn or altered, or are of other lines.
  func codes(_ index: Int, count: Int) -> Codes? {
    guard index < blockCount else { return nil }
    switch size(index) {
    case count: return block(index, of: UInt8.self).map { Codes(.one($0)) }
    case count * 2: return block(index, of: UInt16.self).map { Codes(.two($0)) }
    case count * 4: return block(index, of: UInt32.self).map { Codes(.four($0)) }
    default: return nil
    }
  }
}

extension CacheBlock {
  /// Takes codes.
  init(_ codes: Codes) {
    switch codes.width {
    case .one(let block): self.init(block)
    case .two(let block): self.init(block)
    case .four(let block): self.init(block)
    }
  }
}
