/// The escapes of JSON strings, in and out.
enum Escapes {
  /// Resolves the escapes of a string that was scanned and found right.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that were scanned.
  ///   - content: The range between the quotes.
  /// - Returns: The text as UTF-8.
  static func resolve(_ bytes: Span<UInt8>, _ content: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.lowerBound
    while index < content.upperBound {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        index += 1
        continue
      }
      let letter = bytes[index + 1]
      index += 2
      guard letter == UInt8(ascii: "u") else {
        result.append(plain(letter))
        continue
      }
      var scalar = UInt32(hexadecimal(bytes, index))
      index += 4
      if scalar & 0xFC00 == 0xD800 {
        let low = UInt32(hexadecimal(bytes, index + 2))
        index += 6
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
      }
      if let scalar = Unicode.Scalar(scalar), let encoded = UTF8.encode(scalar) {
        result.append(contentsOf: encoded)
      }
    }
    return result
  }

  /// Reads four hexadecimal digits.
  ///
  /// - Parameters:
  ///   - bytes: Bytes with four digits at the index.
  ///   - index: The offset of the first digit.
  /// - Returns: Their value.
  static func hexadecimal(_ bytes: Span<UInt8>, _ index: Int) -> UInt16 {
    var value: UInt16 = 0
    for offset in 0..<4 {
      value = value << 4 | UInt16(digit(bytes[index + offset]) ?? 0)
    }
    return value
  }

  /// Returns the value of a hexadecimal digit, `nil` for another byte.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func plain(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  /// Appends a text as a JSON string, with the escapes that RFC 8259 demands and no others.
  ///
  /// - Parameters:
  ///   - text: The text's UTF-8.
  ///   - output: Where it goes.
  static func write(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x08: output.append(contentsOf: "\\b".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0C: output.append(contentsOf: "\\f".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0x00...0x1F:
        output.append(contentsOf: "\\u00".utf8)
        output.append(hexadecimalDigits[Int(byte >> 4)])
        output.append(hexadecimalDigits[Int(byte & 0xF)])
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static let hexadecimalDigits = Array("0123456789abcdef".utf8)
}
