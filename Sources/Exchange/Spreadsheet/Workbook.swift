import Bilingual

/// The parts of a spreadsheet that all of its sheets share.
struct Workbook {
  /// A sheet of the workbook.
  struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  let origin: String
  let archive: ZipArchive
  private(set) var sheets: [Sheet] = []
  /// The texts to which cells refer by number.
  private(set) var texts: [String] = []
  /// How the cells of each style show dates.
  private(set) var styles: [DateStyle?] = []
  /// Whether days are counted from 1904, as old Macintosh programs did.
  private(set) var countsFrom1904 = false

  /// Reads the parts that say what the workbook holds.
  init(_ archive: ZipArchive, origin: String) throws(ExchangeError) {
    self.archive = archive
    self.origin = origin
    guard
      let book = try links(of: "").first(where: { $0.kind == "officeDocument" })?.target,
      let bytes = try archive.contents(book)
    else { throw Self.noWorkbook(origin) }
    let links = try links(of: book)
    var reader = try XMLReader(bytes, origin: part(book))
    while let event = try reader.next() {
      guard case .start(let tag) = event else { continue }
      switch tag.name {
      case "workbookPr": countsFrom1904 = ["1", "true"].contains(tag["date1904"] ?? "")
      case "sheet":
        let id = tag.attributes.first { $0.name.hasSuffix(":id") }?.value
        // Charts and macros stand among the sheets too; they have no rows.
        guard let link = links.first(where: { $0.id == id }), link.kind == "worksheet" else {
          continue
        }
        let isHidden = tag["state"].map { $0 != "visible" } ?? false
        sheets.append(Sheet(name: tag["name"] ?? "", part: link.target, isHidden: isHidden))
      default: break
      }
    }
    guard !sheets.isEmpty else { throw Self.noWorkbook(origin) }
    if let link = links.first(where: { $0.kind == "sharedStrings" }) { try readTexts(link.target) }
    if let link = links.first(where: { $0.kind == "styles" }) { try readStyles(link.target) }
  }

  /// Finds a sheet by its name or number; without either the first that is not hidden.
  func sheet(_ wanted: String?) throws(ExchangeError) -> Sheet {
    guard let wanted else { return sheets.first { !$0.isHidden } ?? sheets[0] }
    if let named = sheets.first(where: { FoldedName($0.name) == FoldedName(wanted) }) {
      return named
    }
    if let number = Int(wanted), sheets.indices.contains(number - 1) { return sheets[number - 1] }
    let names = sheets.map(\.name)
    throw ExchangeError(
      .unknownSheet,
      at: Place(origin: origin, position: .start),
      Phrase(en: "there is no sheet '\(wanted)'", zh: "没有名为“\(wanted)”的工作表"),
      help: Phrase(
        en: "its sheets: \(names.joined(separator: ", "))",
        zh: "现有工作表：\(names.joined(separator: "、"))"
      )
    )
  }

  /// The name of a part in messages.
  func part(_ name: String) -> String { "\(origin)!\(name)" }

  // MARK: - Parts

  private struct Link {
    let id: String
    let kind: String
    let target: String
  }

  /// Reads which other parts a part names; the package as a whole has the name "".
  private func links(of name: String) throws(ExchangeError) -> [Link] {
    let folder = name.split(separator: "/").dropLast().map(String.init)
    let file = String(name.split(separator: "/").last ?? "")
    let path = (folder + ["_rels", "\(file).rels"]).joined(separator: "/")
    guard let bytes = try archive.contents(path) else { return [] }
    var links: [Link] = []
    var reader = try XMLReader(bytes, origin: part(path))
    while let event = try reader.next() {
      guard case .start(let tag) = event, tag.name == "Relationship",
        tag["TargetMode"] != "External", let target = tag["Target"],
        let kind = tag["Type"]?.split(separator: "/").last
      else { continue }
      var parts = target.hasPrefix("/") ? [] : folder
      for step in target.split(separator: "/") where step != "." {
        if step == ".." { _ = parts.popLast() } else { parts.append(String(step)) }
      }
      links.append(
        Link(id: tag["Id"] ?? "", kind: String(kind), target: parts.joined(separator: "/"))
      )
    }
    return links
  }

  private mutating func readTexts(_ name: String) throws(ExchangeError) {
    guard let bytes = try archive.contents(name) else { return }
    var reader = try XMLReader(bytes, origin: part(name))
    while let event = try reader.next() {
      guard case .start(let tag) = event, tag.name == "si" else { continue }
      texts.append(try RichText.read(&reader))
    }
  }

  private mutating func readStyles(_ name: String) throws(ExchangeError) {
    guard let bytes = try archive.contents(name) else { return }
    var reader = try XMLReader(bytes, origin: part(name))
    var formats: [Int: DateStyle] = [:]
    var isInCells = false
    while let event = try reader.next() {
      switch event {
      case .start(let tag) where tag.name == "numFmt":
        guard let id = tag["numFmtId"].flatMap({ Int($0) }) else { continue }
        formats[id] = tag["formatCode"].flatMap { DateStyle(format: $0) }
      case .start(let tag) where tag.name == "cellXfs": isInCells = true
      case .start(let tag) where tag.name == "xf" && isInCells:
        let id = tag["numFmtId"].flatMap { Int($0) } ?? 0
        styles.append(formats[id] ?? DateStyle(builtIn: id))
      case .end("cellXfs"): isInCells = false
      default: break
      }
    }
  }

  private static func noWorkbook(_ origin: String) -> ExchangeError {
    ExchangeError(
      .unknownForm,
      at: Place(origin: origin, position: .start),
      Phrase(
        en: "this archive is not a spreadsheet: it names no workbook with sheets",
        zh: "此压缩包不是电子表格：其中没有含工作表的工作簿"
      ),
      help: Phrase(en: "save the table as .xlsx or CSV", zh: "请将表格另存为 .xlsx 或 CSV")
    )
  }
}

/// Text with formats, of which only the text counts.
enum RichText {
  /// Reads up to the end of the element that has just begun; readings for pronunciation are left out.
  static func read(_ reader: inout XMLReader) throws(ExchangeError) -> String {
    var text = ""
    var depth = 1
    var isText = false
    var hidden = 0
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start(let tag):
        depth += 1
        isText = tag.name == "t"
        if hidden > 0 || tag.name == "rPh" { hidden += 1 }
      case .end:
        depth -= 1
        isText = false
        if hidden > 0 { hidden -= 1 }
      case .text(let piece): if isText, hidden == 0 { text += piece }
      }
    }
    return unescaped(text)
  }

  /// Resolves `_x000D_`, by which spreadsheets write characters that XML does not allow.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index] == "_", index + 6 < scalars.count, scalars[index + 1] == "x",
        scalars[index + 6] == "_",
        let number = UInt32(
          String(String.UnicodeScalarView(scalars[(index + 2)...(index + 5)])),
          radix: 16
        ), let scalar = Unicode.Scalar(number)
      {
        // A carriage return before a line feed is how a program ended its lines.
        if scalar != "\r" { result.append(scalar) }
        index += 7
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }
}
