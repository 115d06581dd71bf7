import JSONLines

extension Commit {
  /// Why a line is not a commit.
  enum Fault: Error {
    case json(JSONError)
    case newerFormat(Int64)
    case shape
    case altered
  }

  /// Reads a commit line.
  ///
  /// - Parameters:
  ///   - range: The line without its line end.
  ///   - bytes: The file.
  /// - Returns: The commit, and the hash by which the next line names this one.
  /// - Throws: A ``Fault``.
  static func read(_ range: Range<Int>, in bytes: Span<UInt8>) throws(Fault) -> (Commit, String) {
    var members = Members()
    do throws(JSONError) {
      var scanner = JSONScanner(range)
      try scanner.object(bytes) { (key, value) throws(JSONError) in
        try members.add(key, value, bytes)
      }
    } catch {
      guard error.code == .notAnObject else { throw .json(error) }
      throw fault(ofNoObject: range, in: bytes)
    }
    guard let format = members[.format]?.integer(in: bytes), format > 0 else { throw .shape }
    guard format <= Self.format else { throw .newerFormat(format) }
    guard let number = members[.commit]?.integer(in: bytes), number > 0,
      let at = members[.at]?.string(in: bytes).flatMap({ Timestamp($0) }),
      let by = members[.by]?.string(in: bytes),
      let command = members[.command]?.string(in: bytes)
    else { throw .shape }
    let commit = Commit(
      number: Int(number),
      at: at,
      by: by,
      command: command,
      files: try files(members[.files], in: bytes),
      parent: members[.parent]?.string(in: bytes),
      offset: members[.offset]?.integer(in: bytes).map { Int($0) },
      joined: try joined(members[.joined], in: bytes)
    )
    let seal = members[.sha256]?.string(in: bytes)
    // Lines that say where they begin have always had a seal: one without it lost its name.
    guard seal != nil || members[.offset] == nil else { throw .altered }
    return (commit, try hash(of: range, seal, in: bytes))
  }

  /// What is wrong with a line that begins with anything but an object: perhaps it is not even JSON.
  private static func fault(ofNoObject range: Range<Int>, in bytes: Span<UInt8>) -> Fault {
    do throws(JSONError) {
      var scanner = JSONScanner(range)
      _ = try scanner.document(bytes)
      return .shape
    } catch {
      return .json(error)
    }
  }

  private static func files(_ raw: RawJSON?, in bytes: Span<UInt8>) throws(Fault) -> [String:
    Extent]
  {
    guard let raw, raw.kind == .object else { throw .shape }
    var files: [String: Extent] = [:]
    var isShaped = true
    do throws(JSONError) {
      var scanner = JSONScanner(raw.start..<raw.end)
      try scanner.object(bytes) { (key, value) throws(JSONError) in
        guard let name = key.string(in: bytes), let extent = try extent(value, in: bytes) else {
          isShaped = false
          return
        }
        files[name] = extent
      }
    } catch {
      throw .json(error)
    }
    guard isShaped else { throw .shape }
    return files
  }

  private static func extent(_ raw: RawJSON, in bytes: Span<UInt8>) throws(JSONError) -> Extent? {
    guard let members = try Members(raw, in: bytes), let count = members[.bytes]?.integer(in: bytes)
    else {
      return nil
    }
    let appended = members[.appended]?.integer(in: bytes) ?? 0
    guard count >= 0, appended >= 0, appended <= count else { return nil }
    return Extent(
      bytes: Int(count),
      appended: Int(appended),
      hash: members[.sha256]?.string(in: bytes),
      tail: members[.tail]?.string(in: bytes)
    )
  }

  private static func joined(_ raw: RawJSON?, in bytes: Span<UInt8>) throws(Fault) -> [JoinedCommit]
  {
    guard let raw else { return [] }
    guard raw.kind == .array else { throw .shape }
    var joined: [JoinedCommit?] = []
    do throws(JSONError) {
      var scanner = JSONScanner(raw.start..<raw.end)
      try scanner.array(bytes) { (value) throws(JSONError) in
        joined.append(try joinedCommit(value, in: bytes))
      }
    } catch {
      throw .json(error)
    }
    let whole = joined.compactMap(\.self)
    guard whole.count == joined.count else { throw .shape }
    return whole
  }

  private static func joinedCommit(_ raw: RawJSON, in bytes: Span<UInt8>) throws(JSONError)
    -> JoinedCommit?
  {
    guard let members = try Members(raw, in: bytes), let raw = members[.files], raw.kind == .object,
      let number = members[.commit]?.integer(in: bytes), number > 0,
      let at = members[.at]?.string(in: bytes).flatMap({ Timestamp($0) }),
      let by = members[.by]?.string(in: bytes),
      let command = members[.command]?.string(in: bytes),
      let hash = members[.sha256]?.string(in: bytes)
    else { return nil }
    var files: [String: Range<Int>] = [:]
    var mixed: [String] = []
    var isShaped = true
    var scanner = JSONScanner(raw.start..<raw.end)
    try scanner.object(bytes) { (key, value) throws(JSONError) in
      guard let name = key.string(in: bytes), let place = try Members(value, in: bytes) else {
        isShaped = false
        return
      }
      guard let start = place[.start]?.integer(in: bytes).flatMap({ Int(exactly: $0) }) else {
        mixed.append(name)
        return
      }
      let count = place[.appended]?.integer(in: bytes).flatMap { Int(exactly: $0) } ?? -1
      let (end, overflows) = start.addingReportingOverflow(count)
      guard start >= 0, count >= 0, !overflows else {
        isShaped = false
        return
      }
      files[name] = start..<end
    }
    guard isShaped else { return nil }
    return JoinedCommit(
      number: Int(number),
      at: at,
      by: by,
      command: command,
      files: files,
      mixed: mixed,
      hash: hash,
      parent: members[.parent]?.string(in: bytes)
    )
  }

  /// The hash of a line: the one in its end, if it is right; of lines without one, of the whole line.
  private static func hash(of range: Range<Int>, _ seal: String?, in bytes: Span<UInt8>)
    throws(Fault) -> String
  {
    guard let seal else { return SHA256.hash(bytes.extracting(range)) }
    guard range.count > sealCount else { throw .altered }
    let end = range.upperBound - sealCount
    let actual = SHA256.hash(bytes.extracting(range.lowerBound..<end))
    let tail = bytes.extracting(end..<range.upperBound).copied
    guard actual == seal, tail == Self.seal(actual) else { throw .altered }
    return actual
  }
}

/// The members of a commit line, or of what it says of one file, that this program knows.
private struct Members {
  enum Key: Int, CaseIterable {
    case commit, format, at, by, command, files, parent, offset, sha256, bytes, appended, tail,
      joined, start

    static let names = allCases.map { Array($0.name.utf8) }

    // Spelled out: asking a case for its name looks through the types of the whole program.
    private var name: String {
      switch self {
      case .commit: "commit"
      case .format: "format"
      case .at: "at"
      case .by: "by"
      case .command: "command"
      case .files: "files"
      case .parent: "parent"
      case .offset: "offset"
      case .sha256: "sha256"
      case .bytes: "bytes"
      case .appended: "appended"
      case .tail: "tail"
      case .joined: "joined"
      case .start: "start"
      }
    }
  }

  private var values = [RawJSON?](repeating: nil, count: Key.allCases.count)
  private var others: Set<String> = []

  init() {}

  /// Reads the members of an object; `nil` where it is none.
  init?(_ raw: RawJSON, in bytes: Span<UInt8>) throws(JSONError) {
    guard raw.kind == .object else { return nil }
    var members = Self()
    var scanner = JSONScanner(raw.start..<raw.end)
    try scanner.object(bytes) { (key, value) throws(JSONError) in
      try members.add(key, value, bytes)
    }
    self = members
  }

  subscript(key: Key) -> RawJSON? { values[key.rawValue] }

  /// Adds a member; one that stands there twice is an error.
  mutating func add(_ key: RawJSON, _ value: RawJSON, _ bytes: Span<UInt8>) throws(JSONError) {
    if let place = place(of: key, bytes) {
      guard values[place] == nil else { throw JSONError(.duplicateKey, at: key.start) }
      values[place] = value
    } else if !others.insert(key.string(in: bytes) ?? "").inserted {
      throw JSONError(.duplicateKey, at: key.start)
    }
  }

  private func place(of key: RawJSON, _ bytes: Span<UInt8>) -> Int? {
    let names = Key.names
    guard !key.isEscaped else {
      let name = Array((key.string(in: bytes) ?? "").utf8)
      return names.firstIndex(of: name)
    }
    var place = 0
    while place < names.count {
      if key.equals(names[place], in: bytes) { return place }
      place += 1
    }
    return nil
  }
}
