extension Span<UInt8> {
  /// How many line ends stand among the bytes.
  ///
  /// - Complexity: O(*n*), some bytes at once.
  public var lineEndCount: Int {
    var total = 0
    var index = 0
    while index < count {
      // So few that a byte can count them: then many are compared in one step.
      let end = Swift.min(index &+ 240, count)
      var few: UInt8 = 0
      while index < end {
        few &+= self[index] == 0x0A ? 1 : 0
        index &+= 1
      }
      total &+= Int(few)
    }
    return total
  }
}
