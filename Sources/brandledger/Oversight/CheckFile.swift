import Bilingual
import CommandLine
import JSONLines
import Ledger

/// `check --json-lines FILE` and `check --json FILE`: the strict reader alone, over any file.
enum CheckFile {
  static let lines = Option(
    "json-lines",
    .file(),
    help: Phrase(
      en: "Only read a file of JSON values, one a line, strictly; exit 0 or 3",
      zh: "只按严格规则读取每行一个 JSON 值的文件；退出码 0 或 3"
    )
  )
  static let document = Option(
    "json",
    .file(),
    help: Phrase(
      en: "Only read a file of one JSON value strictly; exit 0 or 3",
      zh: "只按严格规则读取含一个 JSON 值的文件；退出码 0 或 3"
    )
  )

  static func lines(_ path: String, _ session: Session) throws -> Int32 {
    let bytes = Bytes(try UserFiles.read(path))
    let (faults, count) = StrictReading.lines(bytes, file: path)
    return try answer(
      faults,
      Phrase(en: "\(count, of: "line") read", zh: "已读取 \(count) 行"),
      session
    )
  }

  static func document(_ path: String, _ session: Session) throws -> Int32 {
    let bytes = Bytes(try UserFiles.read(path))
    let fault = StrictReading.document(bytes, file: path)
    return try answer(
      fault.map { [$0] } ?? [],
      Phrase(en: "\(bytes.count, of: "byte") read", zh: "已读取 \(bytes.count) 字节"),
      session
    )
  }

  private static func answer(_ faults: [Diagnostic], _ read: Phrase, _ session: Session) throws
    -> Int32
  {
    session.say(read)
    try CheckCommand.tell(faults, session)
    return faults.isEmpty ? 0 : Diagnostics.Outcome.refused.rawValue
  }
}
