import Bilingual
import CommandLine
import Exchange
import JSONLines
import Ledger
import Portfolio
import Presentation

/// The rows of a foreign file, whatever its form: a spreadsheet, a register's XML, JSON lines or delimited text.
enum ForeignRows {
  /// Opens a file by what stands in it.
  ///
  /// - Throws: ``ExchangeError`` where it cannot be read.
  static func open(
    _ file: Bytes,
    _ session: Session,
    _ schema: Schema,
    _ arguments: Arguments
  ) throws -> any RowSource {
    let path = arguments[ImportCommand.file]
    let head = file.withSpan { $0.extracting(first: headSize).copied }
    if SpreadsheetReader.recognises(head) {
      let reader = try SpreadsheetReader(
        file.withSpan { $0.copied },
        origin: path,
        sheet: arguments[ImportCommand.sheet]
      )
      if reader.sheetNames.count > 1 { say(reader, session) }
      return reader
    }
    guard arguments[ImportCommand.sheet] == nil else { throw Diagnostics(noSheets(path)) }
    if TrademarkRows.recognises(head) {
      guard schema === Trademark.schema else { throw Diagnostics(marksOnly(schema, path)) }
      return try TrademarkRows(file.withSpan { $0.copied }, origin: path)
    }
    if areJSON(file, path) { return JSONRows(reading: file, origin: path) }
    let encoding = arguments[ImportCommand.encoding]
    // A table may be larger than the memory.
    let store: any TextStore = FileStore(in: session.directory) ?? MemoryStore()
    let text = try SourceText(reading: file, origin: path, encoding: encoding, into: store)
    if !text.detection.isCertain { session.say(text.detection.explanation) }
    return CSVReader(text, delimiter: arguments[ImportCommand.delimiter])
  }

  /// Whether a file holds JSON lines, by its name or its first byte.
  static func areJSON(_ file: Bytes, _ path: String) -> Bool {
    OutputFormat(fileName: path) == .jsonl
      || file.withSpan { $0.count > 0 && $0[0] == UInt8(ascii: "{") }
  }

  /// In so many bytes it is seen what a file is.
  private static let headSize = 64

  private static func say(_ reader: SpreadsheetReader, _ session: Session) {
    let names = reader.sheetNames
    session.say(
      Phrase(
        en: "sheet '\(reader.sheetName)' of \(names.joined(separator: ", ")); "
          + "--sheet NAME reads another one",
        zh: "读取工作表“\(reader.sheetName)”（共有 \(names.joined(separator: "、"))）；--sheet 名称 可另选"
      )
    )
  }

  private static func noSheets(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-sheets",
      Phrase(
        en: "--sheet is for spreadsheets (.xlsx), which this file is not",
        zh: "--sheet 只用于电子表格（.xlsx），此文件不是"
      ),
      help: Phrase(en: "leave --sheet out", zh: "请去掉 --sheet"),
      at: Ledger.Place(file: path)
    )
  }

  private static func marksOnly(_ schema: Schema, _ path: String) -> Diagnostic {
    Diagnostic(
      "unknown-form",
      Phrase(
        en: "XML is read for trademarks only, not for kind \(schema.kind)",
        zh: "XML 文件只能导入为商标，不能导入为\(schema.label.zh)"
      ),
      help: Phrase(en: "save the table as .xlsx or CSV", zh: "请将表格另存为 .xlsx 或 CSV"),
      at: Ledger.Place(file: path)
    )
  }
}

extension Bytes: FileBytes {}
