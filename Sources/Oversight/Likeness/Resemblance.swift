public import Bilingual

/// How much two names are alike, and why: a suggestion to look, never a verdict.
public struct Resemblance: Hashable, Sendable {
  /// How much alike they are, to 100 for the same.
  public let score: Int
  /// Why.
  public let reasons: [Phrase]

  init(_ score: Int, _ reasons: Phrase...) {
    self.init(score, reasons)
  }

  init(_ score: Int, _ reasons: [Phrase]) {
    self.score = max(0, min(100, score))
    self.reasons = reasons
  }

  /// The resemblance with another score and one more reason.
  func adding(_ points: Int, _ reason: Phrase) -> Resemblance {
    Resemblance(score + points, reasons + [reason])
  }
}

extension Resemblance {
  /// Compares two names by eye and ear; the strongest reason counts.
  ///
  /// - Returns: The resemblance; `nil` where nothing is alike.
  static func of(_ a: ComparedName, _ b: ComparedName) -> Resemblance? {
    guard !a.scalars.isEmpty, !b.scalars.isEmpty else { return nil }
    guard a.spelling.written != b.spelling.written else { return Resemblance(100, same) }
    guard a.scalars != b.scalars else { return Resemblance(98, traditional) }
    let found = [byLook(a, b), bySound(a, b), byOrder(a, b), byEdit(a, b), byPart(a, b)]
    return found.compactMap(\.self).max { $0.score < $1.score }
  }

  private static func byLook(_ a: ComparedName, _ b: ComparedName) -> Resemblance? {
    guard a.skeleton == b.skeleton else { return nil }
    let short = a.scalars.count < 2
    return Resemblance(short ? 70 : 93, lookAlike(differences(a, b)))
  }

  private static func bySound(_ a: ComparedName, _ b: ComparedName) -> Resemblance? {
    if a.isLatin != b.isLatin {
      let (latin, other) = a.isLatin ? (a, b) : (b, a)
      // No character is read in less than a letter.
      guard other.hanCount >= 2, latin.scalars.count >= other.scalars.count,
        latin.spelling.text == other.spelling.letters
      else { return nil }
      return Resemblance(86, spelled(latin.spelling.text))
    }
    guard a.hanCount > 0, a.scalars.count == b.scalars.count else { return nil }
    var isExact = true
    var isPlain = true
    for (left, right) in zip(a.scalars, b.scalars) where left != right {
      let left = HanTable.readings(of: left)
      let right = HanTable.readings(of: right)
      if left.contains(where: right.contains) { continue }
      isExact = false
      let syllables = right.map(\.syllable)
      if left.contains(where: { syllables.contains($0.syllable) }) { continue }
      isPlain = false
      let blurred = right.map(HanTable.blurredNumber)
      guard left.contains(where: { blurred.contains(HanTable.blurredNumber($0)) }) else {
        return nil
      }
    }
    let loss = a.scalars.count < 2 ? 20 : 0
    let letters = (a.spelling.letters, b.spelling.letters)
    if isExact { return Resemblance(92 - loss, sound(letters.0, letters.1)) }
    if isPlain { return Resemblance(88 - loss, toneless(letters.0)) }
    return Resemblance(80 - loss, blurredSound(letters.0, letters.1))
  }

  private static func byOrder(_ a: ComparedName, _ b: ComparedName) -> Resemblance? {
    guard a.scalars.count > 1, a.hanCount > 1, a.scalars.count == b.scalars.count,
      a.sorted == b.sorted
    else { return nil }
    return Resemblance(85, reordered)
  }

  private static func byEdit(_ a: ComparedName, _ b: ComparedName) -> Resemblance? {
    let length = max(a.scalars.count, b.scalars.count)
    let isLatin = a.hanCount == 0 && b.hanCount == 0
    let limit = mostEdits(in: length, isLatin: isLatin)
    guard limit > 0, abs(a.scalars.count - b.scalars.count) <= limit else { return nil }
    let edits = EditDistance.between(a.scalars, b.scalars, atMost: limit)
    guard let edits, edits > 0 else { return nil }
    return Resemblance(
      edit(edits, in: length, isLatin: isLatin),
      edited(edits, differences(a, b))
    )
  }

  private static func mostEdits(in length: Int, isLatin: Bool) -> Int {
    isLatin ? length / 4 : length < 3 ? 0 : 1
  }

  /// The score of two names of which the longer one has a length, for what differs; 0 where it is too much.
  static func edit(_ edits: Int, in length: Int, isLatin: Bool) -> Int {
    guard edits <= mostEdits(in: length, isLatin: isLatin) else { return 0 }
    return isLatin ? 92 - 100 * edits / length : 90 - 36 / length
  }

  private static func byPart(_ a: ComparedName, _ b: ComparedName) -> Resemblance? {
    let (short, long) = a.scalars.count < b.scalars.count ? (a, b) : (b, a)
    let least = short.hanCount > 0 ? 2 : 4
    guard short.scalars.count >= least, short.scalars.count < long.scalars.count,
      contains(long.scalars, short.scalars)
    else { return nil }
    let score = part(short.scalars.count, of: long.scalars.count)
    return Resemblance(score, part(short.spelling.text))
  }

  /// The score of a name of which another one is a part.
  static func part(_ count: Int, of whole: Int) -> Int { 60 + 30 * count / whole }

  private static func contains(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
    (0...(long.count - short.count)).contains { long[$0..<($0 + short.count)].elementsEqual(short) }
  }

  /// The characters of one that the other does not have at their places, as `师/帅`.
  private static func differences(_ a: ComparedName, _ b: ComparedName) -> String {
    guard a.scalars.count == b.scalars.count else { return "" }
    let pairs = zip(a.scalars, b.scalars).filter { $0 != $1 }
    return pairs.prefix(4).map { "\($0)/\($1)" }.joined(separator: " ")
  }
}

/// The insertions, removals, replacements and swaps of neighbours between two texts.
enum EditDistance {
  /// Counts them; `nil` where they are more than asked for.
  ///
  /// - Complexity: O(*n*·*m*) of the lengths.
  static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int? {
    var above: [Int] = []
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var next = [i + 1]
      var least = i + 1
      for (j, right) in b.enumerated() {
        var edits = min(row[j] + (left == right ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, left == b[j - 1], a[i - 1] == right {
          edits = min(edits, above[j - 1] + 1)
        }
        next.append(edits)
        least = min(least, edits)
      }
      guard least <= limit else { return nil }
      (above, row) = (row, next)
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
