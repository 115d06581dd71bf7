import Testing

@testable import Ledger

/// The first of many places are chosen without sorting all of them.
struct ForemostTests {
  private func chosen(_ count: Int, _ keys: [Int]) -> (first: [Int32], tied: [Int32]) {
    var foremost = Foremost<Int>(count)
    for (place, key) in keys.enumerated() { foremost.add(place, key) }
    return foremost.finish()
  }

  @Test func `all that are equal to the last are handed out beside those before it`() {
    let (first, tied) = chosen(3, [5, 2, 7, 5, 1, 5, 9])
    #expect(first == [1, 4])
    #expect(tied == [0, 3, 5])
  }

  @Test func `fewer than are wanted all come first`() {
    let (first, tied) = chosen(9, [5, 2, 7])
    #expect(first == [0, 1, 2])
    #expect(tied.isEmpty)
  }

  @Test(arguments: [1, 2, 7, 100, 999])
  func `parts together choose what sorting would`(count: Int) {
    let keys = (0..<1000).map { $0 * 389 % 251 }
    let sorted = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    let last = keys[sorted[count - 1]]
    let parts = [0..<300, 300..<301, 301..<1000].map { places in
      var foremost = Foremost<Int>(count)
      for place in places { foremost.add(place, keys[place]) }
      return foremost
    }
    let (first, tied) = Foremost(count, of: parts).finish()
    #expect(first.map(Int.init) == keys.indices.filter { keys[$0] < last })
    #expect(tied.map(Int.init) == keys.indices.filter { keys[$0] == last })
  }

  @Test func `however many are offered few are held`() {
    var foremost = Foremost<Int>(10)
    for place in 0..<100_000 { foremost.add(place, -place) }
    #expect(foremost.held <= 20)
    #expect(foremost.finish().first == (99_991..<100_000).map { Int32($0) })
  }
}
