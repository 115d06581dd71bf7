import Bilingual
public import JSONLines

/// What one line of a data file says.
public enum Entry: Sendable {
  /// A record, or a later version of one.
  case record(Record)
  /// The end of a record, with the reason.
  case removal(id: RecordID, reason: String, place: Place)
}

extension Entry {
  /// The id of the record that the line is about.
  public var id: RecordID {
    switch self {
    case .record(let record): record.id
    case .removal(let id, _, _): id
    }
  }

  /// Where the line stands.
  var place: Place {
    switch self {
    case .record(let record): record.place
    case .removal(_, _, let place): place
    }
  }

  /// The file and the offset of the line; the lines before it are not counted.
  var start: (file: String, offset: Int) {
    switch self {
    case .record(let record): record.start
    case .removal(_, _, let place): (place.file, place.offset ?? 0)
    }
  }

  /// Whether two lines about one record say the same: the same members, or that it ended.
  func says(sameAs other: Self) -> Bool {
    switch (self, other) {
    case (.record(let record), .record(let other)): record.members == other.members
    case (.removal, .removal): true
    default: false
    }
  }

  /// The record; `nil` where the line ends one.
  var record: Record? {
    if case .record(let record) = self { record } else { nil }
  }
}

/// Reads the lines of one kind's data file.
public struct RecordReader: Sendable {
  /// The key of the member that ends a record.
  public static let removed = "removed"

  private let schema: Schema

  /// Creates a reader.
  ///
  /// - Parameter schema: The kind.
  public init(_ schema: Schema) {
    self.schema = schema
  }

  /// Reads one line strictly.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - bytes: The file.
  ///   - file: Its name, for places.
  /// - Returns: What the line says.
  /// - Throws: A ``Diagnostic`` with the place of the first fault in the line.
  public func read(_ line: Line, _ bytes: Bytes, file: String) throws(Diagnostic) -> Entry {
    try bytes.withSpan { (span) throws(Diagnostic) in
      do throws(JSONError) {
        return try entry(line, bytes, span, file: file)
      } catch {
        throw Diagnostic(error, file: file, line: line, span)
      }
    }
  }

  /// Reads one line as a record that is yet to be written; it needs no id, and ends no other record.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - bytes: The file.
  ///   - file: Its name, for places.
  /// - Returns: The draft.
  /// - Throws: A ``Diagnostic`` with the place of the first fault in the line.
  public func draft(_ line: Line, _ bytes: Bytes, file: String) throws(Diagnostic) -> Draft {
    try bytes.withSpan { (span) throws(Diagnostic) in
      do throws(JSONError) {
        let (record, removal) = try scan(line, bytes, span, file: file)
        if let removal { throw JSONError(.isRemoval, at: removal.start) }
        return Draft(copying: record)
      } catch {
        throw Diagnostic(error, file: file, line: line, span)
      }
    }
  }

  private func entry(
    _ line: Line,
    _ bytes: Bytes,
    _ span: Span<UInt8>,
    file: String
  ) throws(JSONError) -> Entry {
    let (record, removal) = try scan(line, bytes, span, file: file)
    guard !record.id.text.isEmpty else { throw JSONError(.missingID, at: line.start) }
    guard let removal else { return .record(record) }
    return .removal(id: record.id, reason: removal.string(in: span) ?? "", place: record.place)
  }

  private func scan(
    _ line: Line,
    _ bytes: Bytes,
    _ span: Span<UInt8>,
    file: String
  ) throws(JSONError) -> (record: Record, removal: RawJSON?) {
    guard line.end - line.start <= FieldPlace.maximumLine else {
      throw JSONError(.lineTooLong, at: line.start)
    }
    var values = [FieldPlace](repeating: .missing, count: schema.fields.count)
    // A value of `null` leaves no place, and is there all the same.
    var seen = [Bool](repeating: false, count: values.count)
    var extras: [(key: RawJSON, value: RawJSON)] = []
    var extraKeys = Set<[UInt8]>()
    var removal: RawJSON?
    // Keys usually come in schema order, so the next one is mostly not far.
    var expected = 0
    let names = schema.fieldNames

    var scanner = JSONScanner(line.range)
    try scanner.object(span) { (key, value) throws(JSONError) in
      guard let slot = Self.slot(of: key, names, from: expected, in: span) else {
        let name = Array((key.string(in: span) ?? "").utf8)
        guard extraKeys.insert(name).inserted else {
          throw JSONError(.duplicateKey, at: key.start)
        }
        if name == Self.removedName {
          // `null` is no value here as in every field; anything but a text is no reason.
          guard value.kind != .null else { return }
          guard value.kind == .string else { throw JSONError(.badRemoval, at: value.start) }
          removal = value
        } else {
          extras.append((key, value))
        }
        return
      }
      guard !seen[slot] else { throw JSONError(.duplicateKey, at: key.start) }
      seen[slot] = true
      expected = slot + 1
      values[slot] = FieldPlace(value, inLineAt: line.start)
    }

    let count = values.lastIndex { $0.isValue }.map { $0 + 1 } ?? 0
    let record = Record(
      schema: schema,
      id: RecordID(values[0].raw(inLineAt: line.start)?.string(in: span) ?? ""),
      file: file,
      line: line,
      bytes: bytes,
      // A copy of its own takes no more room than it needs.
      values: Array(values[..<count]),
      extras: extras
    )
    return (record, removal)
  }

  /// The place of a key among the names, looked for from one of them on.
  private static func slot(
    of key: RawJSON,
    _ names: [[UInt8]],
    from expected: Int,
    in span: Span<UInt8>
  ) -> Int? {
    guard !key.isEscaped else {
      let name = Array((key.string(in: span) ?? "").utf8)
      return names.firstIndex(of: name)
    }
    for slot in expected..<names.count where key.equals(names[slot], in: span) { return slot }
    for slot in 0..<expected where key.equals(names[slot], in: span) { return slot }
    return nil
  }

  private static let removedName = Array(removed.utf8)
}

extension JSONError.Code {
  /// A record without an id.
  static let missingID = JSONError.Code(rawValue: "record-missing-id")
  /// The end of a record without a reason in words.
  static let badRemoval = JSONError.Code(rawValue: "record-bad-removal")
  /// The end of a record where only records are taken.
  static let isRemoval = JSONError.Code(rawValue: "removal-not-imported")
  /// A line longer than any record.
  static let lineTooLong = JSONError.Code(rawValue: "record-too-long")
}

extension Diagnostic {
  /// Tells a fault of JSON at its place.
  ///
  /// - Parameters:
  ///   - error: The fault.
  ///   - file: The file's name.
  ///   - line: The line in which it stands.
  ///   - bytes: The file.
  public init(_ error: JSONError, file: String, line: Line, _ bytes: Span<UInt8>) {
    guard !PlainText.isMergeMarker(bytes.extracting(line.range)) else {
      self = .mergeMarker(
        Place(file: file, line: line.number, column: 1, offset: line.start),
        bytes.extracting(line.range).text
      )
      return
    }
    let position = Position(of: error.offset, in: line, bytes)
    let message =
      switch error.code {
      case .missingID: Phrase(en: "the record has no id", zh: "记录没有 id")
      case .lineTooLong:
        Phrase(en: "the line is longer than a record may be", zh: "该行超过记录的最大长度")
      case .badRemoval:
        Phrase(
          en: "'removed' holds the reason as a text; nothing else ends a record",
          zh: "removed 须以文字写明理由；其他值不能终止记录"
        )
      case .isRemoval:
        Phrase(en: "the line ends a record; only records are taken here", zh: "该行终止一条记录；此处只接受记录")
      default: error.message
      }
    let help =
      error.code == .isRemoval
      ? Phrase(
        en: "'brandledger remove KIND ID --reason TEXT' ends it; leave the line out",
        zh: "请用 brandledger remove 种类 编号 --reason 原因 删除，并去掉该行"
      ) : nil
    let excerpt = Excerpt(of: line, around: error.offset, bytes)
    self.init(
      error.code.rawValue,
      message,
      help: help,
      at: Place(
        file: file,
        line: position.line,
        column: position.column,
        offset: error.offset
      ),
      excerpt: excerpt.text,
      excerptColumn: excerpt.firstColumn
    )
  }
}
