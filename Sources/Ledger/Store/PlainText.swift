import Bilingual
import JSONLines

/// What editors and git do to a file of lines without changing what it says.
enum PlainText {
  /// Takes away a byte order mark, CR before LF and empty lines, and ends the last line.
  ///
  /// JSON has no raw CR in its strings, so that no record is changed by this.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The bytes as this program writes lines; `nil` where they are so already.
  /// - Complexity: O(*n*).
  static func putRight(_ bytes: Bytes) -> [UInt8]? {
    bytes.withSpan { span in
      var plain: [UInt8] = []
      plain.reserveCapacity(span.count + 1)
      var index = 0
      if span.count >= 3, span[0] == 0xEF, span[1] == 0xBB, span[2] == 0xBF { index = 3 }
      var isChanged = index > 0
      while index < span.count {
        let byte = span[index]
        index += 1
        let isCarriageReturn = byte == 0x0D && index < span.count && span[index] == 0x0A
        if isCarriageReturn || byte == 0x0A && plain.last ?? 0x0A == 0x0A {
          isChanged = true
        } else {
          plain.append(byte)
        }
      }
      if let last = plain.last, last != 0x0A {
        plain.append(0x0A)
        isChanged = true
      }
      return isChanged ? plain : nil
    }
  }

  /// Whether a line is one that git leaves where two branches changed the same place.
  static func isMergeMarker(_ line: Span<UInt8>) -> Bool {
    guard line.count >= 7, line[0] < 0x7F else { return false }
    let mark = line[0]
    guard
      mark == UInt8(ascii: "<") || mark == UInt8(ascii: ">") || mark == UInt8(ascii: "=")
        || mark == UInt8(ascii: "|")
    else { return false }
    for index in 1..<7 where line[index] != mark { return false }
    return line.count == 7 || line[7] == UInt8(ascii: " ") || line[7] == 0x0D
  }

  /// Finds the first such line of a file.
  static func mergeMarker(_ bytes: Bytes, file: String) -> Diagnostic? {
    var splitter = LineSplitter(0..<bytes.count)
    while let line = bytes.withSpan({ splitter.line($0) }) {
      let isMarker = bytes.withSpan { isMergeMarker($0.extracting(line.range)) }
      guard !isMarker else {
        return .mergeMarker(
          Place(file: file, line: line.number, column: 1, offset: line.start),
          bytes.withSpan { $0.extracting(line.range).text }
        )
      }
    }
    return nil
  }
}

extension Diagnostic {
  /// Says that a merge was not finished.
  static func mergeMarker(_ place: Place, _ excerpt: String) -> Diagnostic {
    Diagnostic(
      "merge-marker",
      Phrase(
        en: "git left this line where two branches changed the same place",
        zh: "该行是 git 合并冲突标记：两个分支改动了同一处"
      ),
      help: Phrase(
        en:
          "take the marker lines out, keep the records of both sides, then run 'brandledger adopt'",
        zh: "请删除冲突标记行并保留双方的记录，然后运行 brandledger adopt"
      ),
      at: place,
      excerpt: excerpt
    )
  }
}
