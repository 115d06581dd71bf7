import Exchange
import Testing

struct XMLReaderTests {
  /// The events of a text, each in a short form.
  private static func events(_ bytes: [UInt8]) throws -> [String] {
    var reader = try XMLReader(bytes, origin: "f.xml")
    var events: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start(let tag):
        let attributes = tag.attributes.map { " \($0.name)=\($0.value)" }.joined()
        events.append("<\(tag.name)\(attributes)")
      case .end(let name): events.append("/\(name)")
      case .text(let text): events.append(text)
      }
    }
    return events
  }

  private static func events(_ text: String) throws -> [String] { try events(Array(text.utf8)) }

  private static func error(_ text: String) -> ExchangeError? {
    #expect(throws: ExchangeError.self, "\(text)") { _ = try events(text) }
  }

  @Test func `elements, attributes, text, comments and character data are read`() throws {
    let text = """
      <?xml version="1.0"?>
      <!-- a remark --><n:a xmlns:n="u" b='"' c="&lt;1&#65;&#x4E2D;&quot;">x<b/>&amp;y<!-- z -->\
      <![CDATA[<&]]></n:a>
      <?end?>
      """
    #expect(
      try Self.events(text) == [
        "<a xmlns:n=u b=\" c=<1A中\"", "x", "<b", "/b", "&y", "<&", "/a",
      ]
    )
  }

  @Test func `line ends are one, and a place counts lines and characters`() throws {
    #expect(try Self.events("<a>1\r\n2\r3</a>") == ["<a", "1\n2\n3", "/a"])
    var reader = try XMLReader(Array("<a>\r\n中<b/>\r<c/></a>".utf8), origin: "f.xml")
    var places: [Position] = []
    while try reader.next() != nil { places.append(reader.position()) }
    #expect(places[2] == Position(line: 2, column: 2))
    #expect(places[5] == Position(line: 3, column: 1))
  }

  @Test func `the encoding is that of the byte order mark, else the one declared`() throws {
    #expect(try Self.events([0xEF, 0xBB, 0xBF] + Array("<a/>".utf8)) == ["<a", "/a"])
    let head = Array("<?xml version='1.0' encoding='GBK'?><a>".utf8)
    #expect(
      try Self.events(head + [0xC6, 0xF4, 0xB6, 0xAB] + Array("</a>".utf8)) == ["<a", "启东", "/a"]
    )
    #expect(try Self.events([0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0]) == ["<a", "/a"])
    #expect(Self.error("<?xml version='1.0' encoding='EBCDIC'?><a>é</a>")?.code == .unknownEncoding)
    #expect(
      try Self.events("<?xml version='1.0' encoding='ISO-8859-1'?><a>e</a>") == ["<a", "e", "/a"]
    )
  }

  @Test(arguments: [
    ("<a>", "f.xml:1:4"), ("<a></b>", "f.xml:1:4"), ("<a/><b/>", "f.xml:1:5"),
    ("x<a/>", "f.xml:1:1"),
    ("<a/>x", "f.xml:1:5"), ("", "f.xml:1:1"), ("<a b=1/>", "f.xml:1:6"),
    ("<a b='1' b='2'/>", "f.xml:1:10"),
    ("<a b='<'/>", "f.xml:1:7"), ("<a b='1'c='2'/>", "f.xml:1:9"), ("<1/>", "f.xml:1:2"),
    ("<a>]]></a>", "f.xml:1:4"), ("<a>&lt</a>", "f.xml:1:4"), ("<a>&#0;</a>", "f.xml:1:4"),
    ("<a>&#xD800;</a>", "f.xml:1:4"), ("<a>&#+65;</a>", "f.xml:1:4"), ("<a>\u{1}</a>", "f.xml:1:4"),
    ("<a><!-- -- --></a>", "f.xml:1:9"), ("<a><!-- </a>", "f.xml:1:4"),
    ("<a><![CDATA[</a>", "f.xml:1:4"), ("<a>\n<?xml version='1.0'?></a>", "f.xml:2:1"),
    ("<a><!DOCTYPE a></a>", "f.xml:1:4"), ("<!DOCTYPE a [<!ELEMENT b (c)", "f.xml:1:14"),
    ("<a></a", "f.xml:1:7"), ("<a", "f.xml:1:3"), ("</a>", "f.xml:1:1"), ("<a b='1", "f.xml:1:6"),
    ("<a/ >", "f.xml:1:4"),
  ])
  func `what is not well-formed is refused at its place`(_ text: String, _ place: String) {
    let error = Self.error(text)
    #expect(error?.code == .malformedXML)
    #expect(error?.place.description == place)
  }

  @Test(arguments: [
    ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "f.xml:1:14"),
    ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "f.xml:1:14"),
    ("<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://x/y.dtd'> %p;]><a/>", "f.xml:1:14"),
    ("<!DOCTYPE a [%p;]><a/>", "f.xml:1:14"),
    ("<!DOCTYPE a SYSTEM 'http://x/y.dtd'><a/>", "f.xml:1:13"),
    ("<!DOCTYPE a PUBLIC '-//X' 'y.dtd'><a/>", "f.xml:1:13"), ("<a>&nbsp;</a>", "f.xml:1:4"),
    ("<a b='&x;'/>", "f.xml:1:7"),
  ])
  func `entities and outside files are never read`(_ text: String, _ place: String) {
    let error = Self.error(text)
    #expect(error?.code == .forbiddenEntity)
    #expect(error?.place.description == place)
  }

  @Test func `a billion laughs are refused where they are declared`() {
    let laughs = (1...9).map { level in
      "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }
    let text = "<!DOCTYPE l [<!ENTITY l0 \"ha\">\(laughs.joined())]><l>&l9;</l>"
    #expect(Self.error(text)?.code == .forbiddenEntity)
  }

  @Test func `a document type of declarations alone is passed over`() throws {
    let text = """
      <!DOCTYPE a [
        <!-- > ] -->
        <!ELEMENT a (#PCDATA)> <!ATTLIST a b CDATA ">]"> <?p ]?>
      ] >
      <a>1</a>
      """
    #expect(try Self.events(text) == ["<a", "1", "/a"])
  }

  @Test func `nesting of 256 levels is read, of 257 and of ten thousand refused`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try Self.events(nested(256)).count == 512)
    for depth in [257, 10_000] {
      let error = Self.error(nested(depth))
      #expect(error?.code == .deepXML)
      #expect(error?.place.position.column == 256 * 3 + 1)
    }
  }

  @Test func `every cut of a file ends in an error and never in a crash`() {
    let text = Array(
      "<?xml version='1.0'?><!DOCTYPE a [<!ELEMENT a ANY>]><a b='&amp;'><!--c--><![CDATA[d]]>&#65;</a>"
        .utf8
    )
    for length in 0..<text.count {
      #expect(throws: ExchangeError.self, "\(length)") {
        _ = try Self.events(Array(text[..<length]))
      }
    }
  }
}
