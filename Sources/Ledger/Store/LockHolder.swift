import Bilingual
import JSONLines

/// Who holds the lock of a ledger, since when, and for what.
public struct LockHolder: Hashable, Sendable {
  /// The number of the process; `nil` until the storage knows it.
  public var process: Int?
  /// Who writes.
  public let by: String
  /// The moment at which the command began.
  public let since: Timestamp
  /// The command.
  public let command: String

  /// Creates a holder.
  public init(process: Int? = nil, by: String, since: Timestamp, command: String) {
    self.process = process
    self.by = by
    self.since = since
    self.command = command
  }

  /// The holder as one line of JSON, as it stands in the lock's file.
  var line: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      if let process { writer.member("process", Int64(process)) }
      writer.member("by", by)
      writer.member("since", since.description)
      writer.member("command", command)
    }
    return writer.bytes
  }

  /// Reads what the lock's file says; `nil` where it says nothing of use.
  init?(_ bytes: Bytes) {
    let text = bytes.withSpan { $0.extracting(0..<$0.count).copied }
    guard let value = try? JSONValue(parsing: text), let by = value["by"]?.string,
      let since = value["since"]?.string.flatMap({ Timestamp($0) }),
      let command = value["command"]?.string
    else { return nil }
    self.init(
      process: value["process"]?.integer.map { Int($0) },
      by: by,
      since: since,
      command: command
    )
  }

  /// The holder as people read it.
  var phrase: Phrase {
    let process = process.map(String.init) ?? "?"
    return Phrase(
      en: "process \(process), \(by), since \(since): \(command)",
      zh: "进程 \(process)，\(by)，自 \(since) 起：\(command)"
    )
  }
}
