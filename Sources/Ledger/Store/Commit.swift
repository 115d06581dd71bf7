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
    /// The SHA-256 of the last ``tailCount`` of them, where there are more: writers look at no more.
    public let tail: String?

    /// So many bytes at most are hashed before something is appended behind them.
    public static let tailCount = 65_536

    /// Creates an extent.
    public init(bytes: Int, appended: Int = 0, hash: String? = nil, tail: String? = nil) {
      self.bytes = bytes
      self.appended = appended
      self.hash = hash
      self.tail = tail
    }

    /// Says what is true of a file after bytes were appended.
    ///
    /// - Parameters:
    ///   - start: How many bytes were true before.
    ///   - appended: The bytes behind them.
    init(from start: Int, appending appended: Span<UInt8>) {
      let count = appended.count
      self.init(
        bytes: start + count,
        appended: count,
        hash: SHA256.hash(appended),
        tail: count > Self.tailCount
          ? SHA256.hash(appended.extracting((count - Self.tailCount)...)) : nil
      )
    }
  }

  /// Says what is true of a file after bytes were appended that are not in memory at once.
  struct ExtentBuilder {
    private var count = 0
    private var hash = SHA256()
    // The last bytes, a few more than are hashed.
    private var end: [UInt8] = []

    /// Adds the next bytes.
    mutating func append(_ bytes: [UInt8]) {
      count += bytes.count
      hash.update(bytes.span)
      end += bytes
      if end.count > 8 * Extent.tailCount { end.removeFirst(end.count - Extent.tailCount) }
    }

    /// Says what is true of a file that had so many bytes before.
    func finish(behind start: Int) -> Extent {
      let tail =
        count > Extent.tailCount
        ? SHA256.hash(end.span.extracting((end.count - Extent.tailCount)...)) : nil
      return Extent(bytes: start + count, appended: count, hash: hash.finish(), tail: tail)
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
  /// The hash of the commit line before it; `nil` in the first.
  public let parent: String?
  /// The offset at which its line begins: lines put in or taken out before it betray themselves.
  public let offset: Int?
  /// The commits of other branches that became part of it, those that one of them had joined before that one.
  public let joined: [JoinedCommit]

  /// Creates a commit.
  public init(
    number: Int,
    at: Timestamp,
    by: String,
    command: String,
    files: [String: Extent],
    parent: String?,
    offset: Int? = nil,
    joined: [JoinedCommit] = []
  ) {
    self.number = number
    self.at = at
    self.by = by
    self.command = command
    self.files = files
    self.parent = parent
    self.offset = offset
    self.joined = joined
  }

  /// The commit as one line of JSON without its line end; its last member is the hash of the others.
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
            if let tail = extent.tail { writer.member("tail", tail) }
          }
        }
      }
      if !joined.isEmpty {
        writer.key("joined")
        writer.array { writer in
          for commit in joined { commit.write(to: &writer) }
        }
      }
      if let parent { writer.member("parent", parent) }
      if let offset { writer.member("offset", Int64(offset)) }
    }
    let body = Array(writer.bytes.dropLast())
    return body + Self.seal(SHA256.hash(body))
  }

  /// The end of a commit line: the hash of all that stands before it.
  static func seal(_ hash: String) -> [UInt8] {
    Array(#","sha256":"\#(hash)"}"#.utf8)
  }

  static let sealCount = seal("").count + 64
}
