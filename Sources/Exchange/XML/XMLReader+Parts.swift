import Bilingual

extension XMLReader {
  // MARK: - Bytes

  func byte(at offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func starts(with text: String) -> Bool {
    let expected = text.utf8
    guard byte(at: index) == expected.first else { return false }
    return index + expected.count <= bytes.count
      && bytes[index..<(index + expected.count)].elementsEqual(expected)
  }

  mutating func expect(_ text: String) throws(ExchangeError) {
    guard starts(with: text) else {
      throw malformed(
        at: index,
        Phrase(en: "'\(text)' is missing here", zh: "此处缺少“\(text)”")
      )
    }
    index += text.utf8.count
  }

  @discardableResult
  mutating func skipBlanks() -> Bool {
    let first = index
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    return index > first
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == .lineFeed || byte == .carriageReturn
  }

  mutating func name() throws(ExchangeError) -> Range<Int> {
    let first = index
    while index < bytes.count, Self.isName(bytes[index], isFirst: index == first) { index += 1 }
    guard index > first else {
      throw malformed(at: index, Phrase(en: "a name is missing here", zh: "此处缺少名称"))
    }
    return first..<index
  }

  private static func isName(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...: true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !isFirst
    default: false
    }
  }

  // MARK: - Attributes

  mutating func attributes() throws(ExchangeError) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    while skipBlanks() {
      let next = byte(at: index)
      guard next != UInt8(ascii: ">"), next != UInt8(ascii: "/") else { break }
      let place = index
      let name = string(try name())
      skipBlanks()
      try expect("=")
      skipBlanks()
      let value = try attributeValue()
      guard attributes.count < 1_000, !attributes.contains(where: { $0.name == name }) else {
        throw malformed(
          at: place,
          Phrase(en: "the attribute '\(name)' is given twice", zh: "属性“\(name)”出现两次")
        )
      }
      attributes.append((name, value))
    }
    return attributes
  }

  private mutating func attributeValue() throws(ExchangeError) -> String {
    let quote = byte(at: index)
    guard quote == .quote || quote == UInt8(ascii: "'") else {
      throw malformed(at: index, Phrase(en: "a quote is missing here", zh: "此处缺少引号"))
    }
    let opening = index
    index += 1
    var value: [UInt8] = []
    while index < bytes.count, bytes[index] != quote {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "<"):
        throw malformed(at: index, Phrase(en: "'<' inside an attribute", zh: "属性值中有“<”"))
      case UInt8(ascii: "&"): value += try reference()
      case 0x09, .lineFeed, .carriageReturn:
        value.append(0x20)
        index += 1
      default:
        try refuseControl(byte)
        value.append(byte)
        index += 1
      }
    }
    guard index < bytes.count else {
      throw malformed(
        at: opening,
        Phrase(en: "the quote opened here is never closed", zh: "此处的引号没有闭合")
      )
    }
    index += 1
    return String(decoding: value, as: UTF8.self)
  }

  // MARK: - Text

  /// Reads up to the next markup; `nil` where only blanks stand outside the root.
  mutating func text() throws(ExchangeError) -> String? {
    let first = index
    var copied: [UInt8] = []
    var from = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&"):
        copied += bytes[from..<index]
        copied += try reference()
        from = index
      case .carriageReturn:
        copied += bytes[from..<index] + [.lineFeed]
        index += self.byte(at: index + 1) == .lineFeed ? 2 : 1
        from = index
      case UInt8(ascii: "]") where starts(with: "]]>"):
        throw malformed(at: index, Phrase(en: "']]>' inside text", zh: "文字中有“]]>”"))
      default:
        try refuseControl(byte)
        index += 1
      }
    }
    copied += bytes[from..<index]
    guard open.isEmpty else { return String(decoding: copied, as: UTF8.self) }
    guard let stray = bytes[first..<index].firstIndex(where: { !Self.isBlank($0) }) else {
      return nil
    }
    throw malformed(at: stray, Phrase(en: "text outside the root element", zh: "根元素之外有文字"))
  }

  mutating func characterData() throws(ExchangeError) -> String {
    let opening = index
    guard !open.isEmpty else {
      throw malformed(at: index, Phrase(en: "text outside the root element", zh: "根元素之外有文字"))
    }
    index += 9
    let first = index
    while index < bytes.count, !starts(with: "]]>") {
      try refuseControl(bytes[index])
      index += 1
    }
    guard index < bytes.count else { throw unclosed("<![CDATA[", at: opening) }
    index += 3
    return string(first..<(index - 3))
  }

  private func refuseControl(_ byte: UInt8) throws(ExchangeError) {
    guard byte >= 0x20 || Self.isBlank(byte) else {
      throw malformed(
        at: index,
        Phrase(
          en: "the control character \(hexadecimal(byte)), which XML does not allow",
          zh: "有 XML 不允许的控制字符 \(hexadecimal(byte))"
        )
      )
    }
  }

  /// Reads `&…;`: one of the five entities of XML, or a character by its number.
  private mutating func reference() throws(ExchangeError) -> [UInt8] {
    let opening = index
    let end = min(bytes.count, index + 12)
    guard let semicolon = bytes[index..<end].firstIndex(of: UInt8(ascii: ";")) else {
      throw malformed(at: opening, Phrase(en: "'&' without ';'", zh: "“&”之后缺少“;”"))
    }
    let name = string((index + 1)..<semicolon)
    index = semicolon + 1
    switch name {
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "amp": return [UInt8(ascii: "&")]
    case "quot": return [.quote]
    case "apos": return [UInt8(ascii: "'")]
    default: break
    }
    guard name.hasPrefix("#") else { throw entity(name, at: opening) }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let number = UInt32(digits, radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(number),
      number >= 0x20 || Self.isBlank(UInt8(truncatingIfNeeded: number)),
      number & 0xFFFE != 0xFFFE
    else {
      throw malformed(
        at: opening,
        Phrase(en: "'&\(name);' is no character", zh: "“&\(name);”不是字符")
      )
    }
    return Array(String(scalar).utf8)
  }

  // MARK: - What is passed over

  mutating func skipComment() throws(ExchangeError) {
    let opening = index
    index += 4
    while index < bytes.count, !starts(with: "--") {
      try refuseControl(bytes[index])
      index += 1
    }
    guard index < bytes.count else { throw unclosed("<!--", at: opening) }
    try expect("-->")
  }

  mutating func skipInstruction() throws(ExchangeError) {
    let opening = index
    index += 2
    let name = string(try name())
    if name.lowercased() == "xml", opening > 0 {
      throw malformed(
        at: opening,
        Phrase(en: "the XML declaration stands first or nowhere", zh: "XML 声明只能在文件开头")
      )
    }
    while index < bytes.count, !starts(with: "?>") { index += 1 }
    guard index < bytes.count else { throw unclosed("<?", at: opening) }
    index += 2
  }

  /// Passes over the declaration of a document type; entities and outside files in it are refused.
  mutating func skipDocumentType(isAllowed: Bool) throws(ExchangeError) {
    let opening = index
    guard isAllowed, starts(with: "<!DOCTYPE") else {
      throw malformed(at: index, Phrase(en: "'<!' does not belong here", zh: "此处不应有“<!”"))
    }
    index += 9
    skipBlanks()
    _ = try name()
    skipBlanks()
    if starts(with: "SYSTEM") || starts(with: "PUBLIC") { throw outside(at: index) }
    if byte(at: index) == UInt8(ascii: "[") {
      index += 1
      try skipInternalSubset(opening)
      skipBlanks()
    }
    try expect(">")
  }

  private mutating func skipInternalSubset(_ opening: Int) throws(ExchangeError) {
    while true {
      skipBlanks()
      guard index < bytes.count else { throw unclosed("<!DOCTYPE", at: opening) }
      if byte(at: index) == UInt8(ascii: "]") {
        index += 1
        return
      }
      if starts(with: "<!--") {
        try skipComment()
      } else if starts(with: "<?") {
        try skipInstruction()
      } else if starts(with: "<!ELEMENT") || starts(with: "<!ATTLIST") || starts(with: "<!NOTATION")
      {
        try skipDeclaration()
      } else if starts(with: "<!ENTITY") || byte(at: index) == UInt8(ascii: "%") {
        throw declared(at: index)
      } else {
        throw malformed(
          at: index,
          Phrase(en: "this does not belong into a document type", zh: "文档类型中不应有此内容")
        )
      }
    }
  }

  private mutating func skipDeclaration() throws(ExchangeError) {
    let opening = index
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == .quote || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        index += 1
        return
      } else if byte == UInt8(ascii: "<"), index > opening {
        break
      }
      index += 1
    }
    throw unclosed("<!", at: opening)
  }
}
