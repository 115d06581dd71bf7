import Awards
import Bilingual
import Testing

struct PackingTests {
  @Test(
    arguments: [
      Phrase(en: "", zh: ""),
      Phrase(en: "7", zh: "1,234.56 元"),
      Phrase(en: "a title of 2025-03-01, within 2025-01-01 to 2025-12-31", zh: "（2025-03-01），在期间内"),
      Phrase(en: "-5.", zh: "007-,.8"),
      Phrase(en: "nothing \u{0}, 3\u{0}4 and \u{0}", zh: "\u{0}"),
      Phrase(en: "示例😀12号", zh: "e\u{301}1"),
    ]
  )
  func `a packed sentence is read as it was`(_ phrase: Phrase) {
    var sentences = Sentences()
    var bytes = PackedBytes()
    let places = [phrase, Phrase(en: "other 1", zh: "其他 2"), phrase, phrase].map { phrase in
      let place = bytes.begin()
      sentences.append(phrase, to: &bytes)
      return place
    }
    for place in [places[0], places[2], places[3]] {
      var reader = PackedReader(bytes, at: place)
      #expect(sentences.read(&reader) == phrase)
    }
  }

  @Test func `languages do not run into each other`() {
    let phrases = [
      Phrase(en: "1", zh: "a"), Phrase(en: "", zh: "1a"), Phrase(en: "1a", zh: ""),
      Phrase(en: "a", zh: "1"), Phrase(en: "12", zh: "3"), Phrase(en: "1", zh: "23"),
    ]
    var sentences = Sentences()
    var bytes = PackedBytes()
    let places = phrases.map { phrase in
      let place = bytes.begin()
      sentences.append(phrase, to: &bytes)
      return place
    }
    for (phrase, place) in zip(phrases, places) {
      var reader = PackedReader(bytes, at: place)
      #expect(sentences.read(&reader) == phrase)
    }
  }

  @Test func `numbers of every size are read as they were, over many blocks`() {
    let numbers: [Int64] = [0, 1, -1, 63, -64, 64, 8191, .max, .min, 1 << 40]
    var bytes = PackedBytes()
    var places: [Int] = []
    for _ in 0..<40_000 {
      places.append(bytes.begin())
      for number in numbers { bytes.append(signed: number) }
      bytes.append(number: 300)
      bytes.append(0xFF)
    }
    for place in places.indices.filter({ $0 % 997 == 0 }).map({ places[$0] }) + places.suffix(2) {
      var reader = PackedReader(bytes, at: place)
      for number in numbers { #expect(reader.signed() == number) }
      #expect(reader.number() == 300)
      #expect(reader.byte() == 0xFF)
    }
  }
}
