import Bilingual

/// The marks in an XML file of a register as a table whose columns are called as the fields of a trademark.
///
/// Read are WIPO ST.66 (`TradeMark`), WIPO ST.96 (`Trademark`) and the daily files of the USPTO (`case-file`). A date keeps its
/// calendar day whatever zone is written behind it, and an unknown day or month is left out.
public struct TrademarkRows: RowSource {
  /// The path of the file, as messages show it.
  public let origin: String

  private var reader: XMLReader
  private var last = 0
  /// Marks that have been read and not handed out yet; ST.66 names their owners behind them.
  private var waiting: [RegisterRecord] = []
  /// Owners that stand outside of the marks.
  private var parties: [XMLNode] = []
  private var isComplete = false

  /// Says whether bytes look like XML.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: Whether its first character is `<`, in any of the encodings that are read.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    let ignored: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 0x20, 0x09, 0x0A, 0x0D]
    return bytes.prefix(64).first { !ignored.contains($0) } == UInt8(ascii: "<")
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - origin: The path of the file, as messages show it.
  /// - Throws: Where the bytes are not text.
  public init(_ bytes: [UInt8], origin: String) throws(ExchangeError) {
    self.origin = origin
    reader = try XMLReader(bytes, origin: origin)
  }

  /// Reads the next mark; the first row names the columns.
  ///
  /// - Returns: The row; `nil` at the end.
  /// - Throws: What makes the file unreadable, or `unknown-form` where no mark is in it.
  public mutating func next() throws(ExchangeError) -> Row? {
    guard last > 0 else {
      last = 1
      let names = RegisterColumn.allCases.map { Cell(text: $0.rawValue, position: .start) }
      return Row(line: 1, cells: names)
    }
    while !isComplete || waiting.isEmpty {
      guard let event = try reader.next() else {
        settle()
        break
      }
      try take(event)
    }
    guard !waiting.isEmpty else {
      guard last > 1 else { throw Self.nothing(origin) }
      return nil
    }
    let record = waiting.removeFirst()
    if waiting.isEmpty { isComplete = false }
    // Records on one line of the file are told apart by numbers that go on from it.
    last = max(last + 1, record.position.line)
    let cells = RegisterColumn.allCases.map { column in
      record.cells[column] ?? Cell(text: "", position: record.position)
    }
    return Row(line: last, cells: cells, remarks: record.remarks)
  }

  private mutating func take(_ event: XMLReader.Event) throws(ExchangeError) {
    switch event {
    case .start(let tag):
      if let read = Self.forms[tag.name] {
        waiting.append(read(try XMLNode(tag, &reader), origin))
        // A mark that names its owner waits for nothing.
        isComplete = isComplete || waiting.allSatisfy { $0[.owner] != nil }
      } else if tag.name == "Applicant" || tag.name == "Holder" {
        parties.append(try XMLNode(tag, &reader))
      }
    case .end("TransactionData"): settle()
    default: break
    }
  }

  /// Gives the marks that name no owner those that stand beside them.
  private mutating func settle() {
    for index in waiting.indices where waiting[index][.owner] == nil {
      waiting[index].fillOwner(parties)
    }
    parties = []
    isComplete = true
  }

  private static let forms: [String: @Sendable (XMLNode, String) -> RegisterRecord] = [
    "case-file": { RegisterRecord(daily: $0, origin: $1) },
    "TradeMark": { RegisterRecord(standard: $0, origin: $1) },
    "Trademark": { RegisterRecord(standard: $0, origin: $1) },
  ]

  private static func nothing(_ origin: String) -> ExchangeError {
    ExchangeError(
      .unknownForm,
      at: Place(origin: origin, position: .start),
      Phrase(
        en: "the file holds no trademark of WIPO ST.66, WIPO ST.96 or the USPTO's daily files",
        zh: "文件中没有 WIPO ST.66、WIPO ST.96 或 USPTO 每日数据格式的商标"
      ),
      help: Phrase(
        en: "ask the office for one of these forms, or for a table",
        zh: "请向登记机关索取上述格式之一，或表格"
      )
    )
  }
}

/// The columns that a register's file fills.
enum RegisterColumn: String, CaseIterable {
  case office
  case number
  case applicationNumber
  case mark
  case kind
  case route
  case status
  case filedOn
  case registeredOn
  case endedOn
  case validUntil
  case classes
  case goods
  case owner = "owner.name"
  case ownerType = "owner.type"
  case ownerArea = "owner.area"
}
