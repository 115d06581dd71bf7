import Bilingual
import JSONLines

/// The lines of a data file that no commit holds.
struct Tail {
  let file: String
  let schema: Schema?
  /// The file as it stands on the disk.
  let raw: Bytes
  /// The file as it will be committed.
  let whole: Bytes
  /// How many of its bytes are committed.
  let start: Int
  /// The number of the first line that is not.
  let firstLine: Int
  /// What the lines say.
  let entries: [Entry]
  /// Every line that says nothing that can be committed.
  let faults: [Diagnostic]

  var isEmpty: Bool { whole.count == start }
  var isPutRight: Bool { raw !== whole }

  /// What the new commit says of the file.
  var extent: Commit.Extent {
    whole.withSpan { Commit.Extent(from: start, appending: $0.extracting(start...)) }
  }

  /// Reads what stands in a file behind a commit.
  init(_ file: Survey.File, after commit: Commit?, _ catalog: Catalog) throws {
    self.file = file.name
    raw = file.raw
    start = commit?.files[file.name]?.bytes ?? 0
    schema = catalog.schemas.first { $0.file == file.name }
    let committed = start
    let behind = Bytes(file.bytes.copy(of: committed..<file.bytes.count))
    if let plain = PlainText.putRight(behind) {
      whole = Bytes(file.bytes.copy(of: 0..<committed) + plain)
    } else {
      whole = file.bytes
    }
    firstLine = whole.count > start ? whole.lineNumber(at: start) : 0
    guard let schema else {
      entries = []
      faults = whole.count > start ? [.unknownFile(file.name, firstLine)] : []
      return
    }
    let reader = RecordReader(schema)
    var splitter = LineSplitter(start..<whole.count, firstNumber: firstLine)
    var entries: [Entry] = []
    var faults: [Diagnostic] = []
    while let line = whole.withSpan({ splitter.line($0) }) {
      do throws(Diagnostic) {
        entries.append(try reader.read(line, whole, file: file.name))
      } catch {
        faults.append(error)
      }
    }
    self.entries = entries
    self.faults = faults
  }

  /// The places of the records that were written from an offset to the start of the tail.
  func ids(from offset: Int) -> [RecordID: Place] {
    guard let schema, offset < start else { return [:] }
    let reader = RecordReader(schema)
    var splitter = LineSplitter(offset..<start, firstNumber: whole.lineNumber(at: offset))
    var ids: [RecordID: Place] = [:]
    while let line = whole.withSpan({ splitter.line($0) }) {
      if let entry = try? reader.read(line, whole, file: file) { ids[entry.id] = entry.place }
    }
    return ids
  }
}

extension Diagnostic {
  fileprivate static func unknownFile(_ name: String, _ line: Int) -> Diagnostic {
    Diagnostic(
      "unknown-file",
      Phrase(
        en:
          "this program does not know what \(name) holds, so that it cannot check new lines of it",
        zh: "本程序不认识 \(name) 的内容，无法检查其中的新行"
      ),
      help: Phrase(en: "use a newer brandledger", zh: "请使用较新版本的 brandledger"),
      at: Place(file: name, line: line)
    )
  }
}
