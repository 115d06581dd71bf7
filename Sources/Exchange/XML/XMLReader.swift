import Bilingual

/// A strict reader of XML 1.0 that hands out one event after the other.
///
/// Made for files of strangers: it opens nothing outside the file, declares no entities and knows the five of XML only,
/// refuses deep nesting, and holds no more than the event at hand. What is not well-formed ends it with the place.
///
/// Names come without their namespace prefix, as the registers' files use one namespace for each name.
///
/// ```swift
/// var reader = try XMLReader(bytes, origin: "marks.xml")
/// while let event = try reader.next() {
///   if case .start(let tag) = event { print(tag.name) }
/// }
/// ```
public struct XMLReader: Sendable {
  /// An element's beginning.
  public struct Tag: Hashable, Sendable {
    /// The name without its prefix.
    public let name: String
    /// The attributes in their order, names with their prefixes.
    public let attributes: [(name: String, value: String)]

    /// Returns the value of an attribute; `nil` where there is none.
    public subscript(name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }

    /// Compares names and attributes.
    public static func == (a: Tag, b: Tag) -> Bool {
      a.name == b.name && a.attributes.elementsEqual(b.attributes) { $0 == $1 }
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(name)
    }
  }

  /// What stands next in a file.
  public enum Event: Hashable, Sendable {
    /// An element begins.
    case start(Tag)
    /// The element begun last ends.
    case end(String)
    /// Text; that of one element may come in pieces.
    case text(String)
  }

  /// The path of the file, as messages show it.
  public let origin: String

  let bytes: [UInt8]
  var index = 0
  /// The names of the elements that are open.
  var open: [Range<Int>] = []
  /// The offset at which the last event began.
  private(set) var start = 0
  private var endsNext = false
  private var isRootSeen = false
  private var known = (offset: 0, position: Position.start)

  /// How deep elements may nest: registers use less than thirty levels.
  private static let depth = 256

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - origin: The path of the file, as messages show it.
  /// - Throws: Where the bytes are not text in the encoding that the file declares.
  public init(_ bytes: [UInt8], origin: String) throws(ExchangeError) {
    self.origin = origin
    let encoding = try XMLEncoding.find(bytes, origin: origin)
    self.bytes = try SourceText(bytes, origin: origin, encoding: encoding).bytes
  }

  /// Reads the next event.
  ///
  /// - Returns: The event; `nil` behind the root element.
  /// - Throws: `malformed-xml`, `xml-entity` or `xml-too-deep`, where reading cannot go on.
  public mutating func next() throws(ExchangeError) -> Event? {
    if endsNext {
      endsNext = false
      return close()
    }
    while true {
      start = index
      guard index < bytes.count else { return try end() }
      guard bytes[index] == UInt8(ascii: "<") else {
        if let text = try text() { return .text(text) }
        continue
      }
      switch byte(at: index + 1) {
      case UInt8(ascii: "/"): return try endTag()
      case UInt8(ascii: "?"): try skipInstruction()
      case UInt8(ascii: "!"):
        if starts(with: "<!--") {
          try skipComment()
        } else if starts(with: "<![CDATA[") {
          return .text(try characterData())
        } else {
          try skipDocumentType(isAllowed: !isRootSeen)
        }
      default: return try startTag()
      }
    }
  }

  /// Where the last event began.
  public mutating func position() -> Position {
    var (offset, position) = known
    var line = position.line
    var column = position.column
    if offset > start { (offset, line, column) = (0, 1, 1) }
    while offset < start {
      let byte = bytes[offset]
      if byte == .lineFeed || (byte == .carriageReturn && self.byte(at: offset + 1) != .lineFeed) {
        line += 1
        column = 1
      } else if byte != .carriageReturn {
        column += byte.beginsScalar ? 1 : 0
      }
      offset += 1
    }
    position = Position(line: line, column: column)
    known = (offset, position)
    return position
  }

  private func end() throws(ExchangeError) -> Event? {
    if let name = open.last {
      throw malformed(
        at: bytes.count,
        Phrase(
          en: "the file ends inside the element '\(string(name))': it is cut off",
          zh: "文件在元素“\(string(name))”之内结束：文件不完整"
        )
      )
    }
    guard isRootSeen else {
      throw malformed(at: bytes.count, Phrase(en: "the file has no element", zh: "文件中没有元素"))
    }
    return nil
  }

  private mutating func startTag() throws(ExchangeError) -> Event {
    let opening = index
    index += 1
    let name = try name()
    guard !open.isEmpty || !isRootSeen else {
      throw malformed(
        at: opening,
        Phrase(en: "a second element behind the root", zh: "根元素之后还有元素")
      )
    }
    guard open.count < Self.depth else { throw tooDeep(at: opening) }
    isRootSeen = true
    let attributes = try attributes()
    if byte(at: index) == UInt8(ascii: "/") {
      index += 1
      endsNext = true
    }
    try expect(">")
    open.append(name)
    return .start(Tag(name: localName(name), attributes: attributes))
  }

  private mutating func endTag() throws(ExchangeError) -> Event {
    let opening = index
    index += 2
    let name = try name()
    skipBlanks()
    try expect(">")
    guard let last = open.last, bytes[last] == bytes[name] else {
      let expected = open.last.map { string($0) } ?? ""
      throw malformed(
        at: opening,
        open.isEmpty
          ? Phrase(
            en: "'\(string(name))' ends here and never began",
            zh: "“\(string(name))”在此结束，但没有开始"
          )
          : Phrase(
            en: "'\(string(name))' ends here where '\(expected)' should end",
            zh: "此处应结束“\(expected)”，却是“\(string(name))”"
          )
      )
    }
    return close()
  }

  private mutating func close() -> Event {
    .end(open.popLast().map { localName($0) } ?? "")
  }

  private func localName(_ name: Range<Int>) -> String {
    let colon = bytes[name].lastIndex(of: UInt8(ascii: ":"))
    return string((colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound)
  }
}
