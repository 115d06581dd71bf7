import JSONLines

/// One line of `commits.jsonl`: what a command made true.
public struct Commit: Hashable, Sendable {
  /// The format that this program writes, and the newest that it reads.
  public static let format: Int64 = 1
  /// The name of the file that holds all commits.
  public static let file = "commits.jsonl"

  /// What a commit says of one data file.
  public struct Extent: Hashable, Sendable {
    /// How many bytes of the file are true.
    public let bytes: Int
    /// How many of them this commit appended.
    public let appended: Int
    /// The SHA-256 of the appended bytes, where there are any.
    public let hash: String?

    /// Creates an extent.
    public init(bytes: Int, appended: Int = 0, hash: String? = nil) {
      self.bytes = bytes
      self.appended = appended
      self.hash = hash
    }
  }

  /// The number, counted from 1.
  public let number: Int
  /// When it was made.
  public let at: Timestamp
  /// Who made it.
  public let by: String
  /// The command that made it.
  public let command: String
  /// What is true of every data file, by name.
  public let files: [String: Extent]
  /// The SHA-256 of the commit line before it; `nil` in the first.
  public let parent: String?

  /// Creates a commit.
  public init(
    number: Int,
    at: Timestamp,
    by: String,
    command: String,
    files: [String: Extent],
    parent: String?
  ) {
    self.number = number
    self.at = at
    self.by = by
    self.command = command
    self.files = files
    self.parent = parent
  }

  /// The commit as one line of JSON without its line end.
  public var line: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("commit", Int64(number))
      writer.member("format", Self.format)
      writer.member("at", at.description)
      writer.member("by", by)
      writer.member("command", command)
      writer.key("files")
      writer.object { writer in
        for (name, extent) in files.sorted(by: { $0.key < $1.key }) {
          writer.key(name)
          writer.object { writer in
            writer.member("bytes", Int64(extent.bytes))
            guard let hash = extent.hash else { return }
            writer.member("appended", Int64(extent.appended))
            writer.member("sha256", hash)
          }
        }
      }
      if let parent { writer.member("parent", parent) }
    }
    return writer.bytes
  }
}

extension Commit {
  /// Why a line is not a commit.
  enum Fault: Error {
    case json(JSONError)
    case newerFormat(Int64)
    case shape
  }

  /// Reads a commit line.
  ///
  /// - Parameters:
  ///   - range: The line without its line end.
  ///   - bytes: The file.
  /// - Throws: A ``Fault``.
  init(_ range: Range<Int>, in bytes: Span<UInt8>) throws(Fault) {
    let raw: RawJSON
    do throws(JSONError) {
      var scanner = JSONScanner(range)
      raw = try scanner.document(bytes)
    } catch {
      throw .json(error)
    }
    let value = JSONValue(raw, in: bytes)
    guard let format = value["format"]?.integer, format > 0 else { throw .shape }
    guard format <= Self.format else { throw .newerFormat(format) }
    guard let number = value["commit"]?.integer, number > 0,
      let at = value["at"]?.string.flatMap({ Timestamp($0) }), let by = value["by"]?.string,
      let command = value["command"]?.string, let members = value["files"]?.members
    else { throw .shape }
    var files: [String: Extent] = [:]
    for member in members {
      guard let count = member.value["bytes"]?.integer, count >= 0 else { throw .shape }
      let appended = member.value["appended"]?.integer ?? 0
      guard appended >= 0, appended <= count else { throw .shape }
      files[member.key] = Extent(
        bytes: Int(count),
        appended: Int(appended),
        hash: member.value["sha256"]?.string
      )
    }
    self.init(
      number: Int(number),
      at: at,
      by: by,
      command: command,
      files: files,
      parent: value["parent"]?.string
    )
  }
}
