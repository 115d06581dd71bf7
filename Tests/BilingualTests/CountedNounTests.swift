import Bilingual
import Testing

/// A number and its noun.
struct CountedNounTests {
  @Test(arguments: [
    (0, "record", "0 records"), (1, "record", "1 record"), (2, "record", "2 records"),
    (1, "policy", "1 policy"), (2, "policy", "2 policies"), (2, "working day", "2 working days"),
    (-1, "day", "-1 days"),
  ])
  func `one is one, all else are many`(count: Int, noun: String, words: String) {
    #expect("\(count, of: noun)" == words)
  }
}
