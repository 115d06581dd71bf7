package import Bilingual

/// Sentences that differ mostly in their figures: each form is kept once, and the figures beside it.
package struct Sentences: Sendable {
  // Stands in a form for a run of figures.
  private static let gap: UInt8 = 0
  // Ends a run among the half bytes of its figures.
  private static let end: UInt8 = 0xF
  private static let marks = Array("0123456789.,-\0".utf8)
  // Stands between both languages; no UTF-8 has either. The second says that both have the same figures.
  private static let border: UInt8 = 0xFF
  private static let sharing: UInt8 = 0xFE

  private struct Form: Sendable {
    let en: [UInt8]
    let zh: [UInt8]
    /// Whether the figures of both are the same, so that they are kept once.
    let isSharing: Bool
  }

  private var forms: [Form] = []
  // By the hash of its key, or by the next number that is free behind it.
  private var places: [Int: Int] = [:]
  // Used again and again, so that a known form takes no memory.
  private var key: [UInt8] = []
  private var figures: [UInt8] = []
  private var last = Phrase(en: "", zh: "")
  private var lastPlace = 0
  private var lastKey: [UInt8] = []

  package init() {}

  /// Packs a sentence.
  package mutating func append(_ phrase: Phrase, to bytes: inout PackedBytes) {
    if phrase != last || forms.isEmpty {
      last = phrase
      key.removeAll(keepingCapacity: true)
      figures.removeAll(keepingCapacity: true)
      split(phrase.en)
      let middle = key.count
      let count = figures.count
      key.append(Self.border)
      split(phrase.zh)
      if figures[..<count] == figures[count...] {
        key[middle] = Self.sharing
        figures.removeLast(figures.count - count)
      }
      // Claims come clause by clause, so the form is mostly that of the sentence before.
      if key != lastKey {
        lastKey = key
        lastPlace = place(middle)
      }
      if figures.count % 2 == 1 { figures.append(Self.end) }
    }
    bytes.append(number: lastPlace)
    var index = 0
    while index < figures.count {
      bytes.append(figures[index] | figures[index + 1] << 4)
      index += 2
    }
  }

  /// The place of the form of the key, which is kept where it is new.
  private mutating func place(_ middle: Int) -> Int {
    var hash = Self.hash(key)
    while let place = places[hash] {
      if isForm(place, middle) { return place }
      hash &+= 1
    }
    places[hash] = forms.count
    forms.append(
      Form(
        en: Array(key[..<middle]),
        zh: Array(key[(middle + 1)...]),
        isSharing: key[middle] == Self.sharing
      )
    )
    return forms.count - 1
  }

  /// Whether the form at a place is that of the key.
  private func isForm(_ place: Int, _ middle: Int) -> Bool {
    let form = forms[place]
    return form.isSharing == (key[middle] == Self.sharing)
      && form.en.elementsEqual(key[..<middle]) && form.zh.elementsEqual(key[(middle + 1)...])
  }

  /// FNV-1a; what has the same hash is told apart by its bytes.
  private static func hash(_ bytes: [UInt8]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash)
  }

  private mutating func split(_ text: String) {
    var isRun = false
    for byte in text.utf8 {
      if let mark = Self.mark(byte), isRun || mark < 10 || byte == Self.gap {
        if !isRun { key.append(Self.gap) }
        isRun = true
        figures.append(mark)
      } else {
        if isRun { figures.append(Self.end) }
        isRun = false
        key.append(byte)
      }
    }
    if isRun { figures.append(Self.end) }
  }

  private static func mark(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "."): 10
    case UInt8(ascii: ","): 11
    case UInt8(ascii: "-"): 12
    // A text that holds the sign of a gap has it in a run.
    case gap: 13
    default: nil
    }
  }

  /// Reads a sentence.
  package func read(_ reader: inout PackedReader) -> Phrase {
    let form = forms[reader.number()]
    var half: UInt8?
    var again = reader
    let en = Self.text(form.en, &reader, &half)
    guard form.isSharing else {
      return Phrase(en: en, zh: Self.text(form.zh, &reader, &half))
    }
    var same: UInt8?
    return Phrase(en: en, zh: Self.text(form.zh, &again, &same))
  }

  private static func text(
    _ form: [UInt8],
    _ reader: inout PackedReader,
    _ half: inout UInt8?
  ) -> String {
    var bytes: [UInt8] = []
    for byte in form {
      guard byte == gap else {
        bytes.append(byte)
        continue
      }
      while true {
        let mark: UInt8
        if let rest = half {
          mark = rest
          half = nil
        } else {
          let pair = reader.byte()
          mark = pair & 0xF
          half = pair >> 4
        }
        if mark == end { break }
        bytes.append(marks[Int(mark)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
