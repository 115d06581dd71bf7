import Oversight
import Testing

struct SmallNumbersTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let counts: [Int]
    let told: [Int?]

    var testDescription: String { "\(counts)" }
  }

  @Test(arguments: [
    Row(counts: [0, 5, 12], told: [0, 5, 12]),
    Row(counts: [4, 9, 20], told: [nil, nil, 20]),
    Row(counts: [4, 4, 20], told: [nil, nil, 20]),
    Row(counts: [1, 1, 20, 7], told: [nil, nil, 20, nil]),
    Row(counts: [0, 1, 0], told: [0, nil, 0]),
    Row(counts: [1, 2], told: [nil, nil]),
    Row(counts: [], told: []),
  ])
  func `a count below five is hidden, with another that keeps the total from telling it`(row: Row) {
    #expect(SmallNumbers.told(row.counts) == row.told)
  }

  @Test func `no hidden count follows from the total, whatever the counts are`() {
    for a in 0...7 {
      for b in 0...7 {
        for c in 0...7 {
          let counts = [a, b, c]
          let told = SmallNumbers.told(counts)
          let hidden = zip(counts, told).filter { $0.1 == nil }.map(\.0)
          guard SmallNumbers.told(a + b + c) != nil, !hidden.isEmpty else { continue }
          #expect(hidden.count > 1 && hidden.reduce(0, +) >= 5, "\(counts)")
          #expect(zip(counts, told).allSatisfy { $0.1 == nil || $0.0 == $0.1 })
        }
      }
    }
  }

  @Test(arguments: [(0, 0), (1, nil), (4, nil), (5, 5)] as [(Int, Int?)])
  func `a single count is told from five`(count: Int, told: Int?) {
    #expect(SmallNumbers.told(count) == told)
  }
}
