/// A count of the characters of a file read as GB 18030, to tell Chinese text from other bytes.
///
/// Text that a person wrote consists mostly of the 3,755 characters of the first level of GB 2312 and of its
/// punctuation. Bytes of other encodings that happen to be well-formed GB 18030 mostly fall on rare characters:
/// UTF-8 on the second level and the extension of GBK, Latin-1 on pairs whose second byte is ASCII.
struct GB18030Census: Equatable {
  /// Characters of the first level, full-width forms and punctuation.
  private(set) var common = 0
  /// Every character that is not ASCII.
  private(set) var total = 0
  /// Whether all the bytes form characters; the counts end at the first that does not.
  private(set) var isWellFormed = true

  /// Counts the characters up to the first malformed one.
  init(_ bytes: any FileBytes) {
    bytes.readPieces { piece, isLast in count(piece, isLast: isLast) }
  }

  /// Counts the characters of a piece of a file.
  ///
  /// - Returns: How many of its bytes were read: a character that is cut is left to the next piece.
  private mutating func count(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
    var index = 0
    while index < bytes.count, isWellFormed {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      if !isLast, bytes.count - index < 4 { return index }
      guard let length = length(bytes, index) else {
        isWellFormed = false
        return 0
      }
      let lead = bytes[index]
      let isLevelOne = (0xB0...0xD7).contains(lead)
      let isCommon = isLevelOne || (0xA1...0xA3).contains(lead)
      common += length == 2 && bytes[index + 1] >= 0xA1 && isCommon ? 1 : 0
      total += 1
      index += length
    }
    return index
  }

  /// How many bytes the character has that is not ASCII; `nil` for a malformed one.
  private func length(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else { return nil }
    switch bytes[index + 1] {
    case 0x40...0x7E, 0x80...0xFE: return 2
    case 0x30...0x39:
      guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
        (0x30...0x39).contains(bytes[index + 3])
      else { return nil }
      return 4
    default: return nil
    }
  }

  /// Whether at least two thirds of the characters are common ones.
  var isPlausible: Bool { total > 0 && common * 3 >= total * 2 }
}
