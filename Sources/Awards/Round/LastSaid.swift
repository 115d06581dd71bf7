import Bilingual

/// Keeps the sentence that was said last: of claims in their order many are told the same.
struct LastSaid<Key: Equatable> {
  private var last: (key: Key, phrase: Phrase)?

  /// Returns the sentence for a key, which is made where the one before was for another.
  mutating func callAsFunction(_ key: Key, _ make: @autoclosure () -> Phrase) -> Phrase {
    if let last, last.key == key { return last.phrase }
    let phrase = make()
    last = (key, phrase)
    return phrase
  }
}
