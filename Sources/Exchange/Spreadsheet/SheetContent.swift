import Bilingual

/// The rows of one sheet.
struct SheetContent {
  private(set) var rows: [SheetRow] = []
  private var merged: [(column: Int, rows: ClosedRange<Int>)] = []
  private let workbook: Workbook
  private let part: String

  /// Reads a sheet.
  init(_ workbook: Workbook, _ sheet: Workbook.Sheet) throws(ExchangeError) {
    self.workbook = workbook
    part = workbook.part(sheet.part)
    guard let bytes = try workbook.archive.contents(sheet.part) else {
      throw ExchangeError(
        .malformedSheet,
        at: Place(origin: workbook.origin, position: .start),
        Phrase(
          en: "the sheet '\(sheet.name)' is missing from the file",
          zh: "文件中缺少工作表“\(sheet.name)”"
        )
      )
    }
    var reader = try XMLReader(bytes, origin: part)
    while let event = try reader.next() {
      guard case .start(let tag) = event else { continue }
      switch tag.name {
      case "row": try readRow(tag, &reader)
      case "mergeCell": readMerged(tag["ref"] ?? "")
      default: break
      }
    }
  }

  private mutating func readRow(_ tag: XMLReader.Tag, _ reader: inout XMLReader)
    throws(ExchangeError)
  {
    let last = rows.last?.number ?? 0
    let number = tag["r"].map { Int($0) ?? 0 } ?? last + 1
    guard number > last, number <= 1_048_576 else {
      throw malformed(
        &reader,
        Phrase(
          en: "row \(tag["r"] ?? "") does not follow row \(last)",
          zh: "第 \(tag["r"] ?? "") 行不在第 \(last) 行之后"
        )
      )
    }
    var row = SheetRow(number: number, cells: [])
    var column = 0
    while let event = try reader.next(), event != .end("row") {
      guard case .start(let tag) = event, tag.name == "c" else { continue }
      let reference = tag["r"].map { Self.column(of: $0) } ?? column + 1
      guard let reference, reference > column, reference <= 16_384 else {
        throw malformed(
          &reader,
          Phrase(
            en: "the cell '\(tag["r"] ?? "")' is out of place",
            zh: "单元格“\(tag["r"] ?? "")”位置有误"
          )
        )
      }
      column = reference
      let (text, problem) = try readCell(tag, &reader, Position(line: number, column: column))
      if !text.isEmpty || problem != nil {
        row.cells.append(SheetRow.Item(column: column, text: text, problem: problem))
      }
    }
    rows.append(row)
  }

  /// Reads a cell up to its end.
  private func readCell(
    _ tag: XMLReader.Tag,
    _ reader: inout XMLReader,
    _ position: Position
  ) throws(ExchangeError) -> (text: String, problem: ExchangeError?) {
    var value = ""
    var inline = ""
    var isValue = false
    var formula: String?
    var hasValue = false
    while let event = try reader.next(), event != .end("c") {
      switch event {
      case .start(let tag) where tag.name == "is": inline = try RichText.read(&reader)
      case .start(let tag):
        isValue = tag.name == "v"
        hasValue = hasValue || isValue
        if tag.name == "f" { formula = "=" }
      case .end: isValue = false
      case .text(let piece): if isValue { value += piece } else { formula? += piece }
      }
    }
    let place = Place(origin: workbook.origin, position: position)
    // What a formula made an empty text has a value, though nothing stands in it.
    if let formula, value.isEmpty, tag["t"] != "str" || !hasValue {
      return (formula, .formulaWithoutValue(at: place))
    }
    switch tag["t"] ?? "n" {
    case "s":
      guard let index = Int(value), workbook.texts.indices.contains(index) else {
        guard !value.isEmpty else { return ("", nil) }
        throw malformed(
          &reader,
          Phrase(
            en: "a cell refers to the text number \(value), which there is not",
            zh: "单元格引用了不存在的第 \(value) 号文字"
          )
        )
      }
      return (workbook.texts[index], nil)
    case "inlineStr": return (inline, nil)
    case "str": return (RichText.unescaped(value), nil)
    case "b": return (value == "1" ? "true" : value == "0" ? "false" : value, nil)
    case "d": return (String(value.prefix(10)), nil)
    case "e": return (value, .errorCell(value, at: place))
    default:
      let style = tag["s"].flatMap { Int($0) } ?? 0
      let date = workbook.styles.indices.contains(style) ? workbook.styles[style] : nil
      return SheetNumber.text(value, date, countsFrom1904: workbook.countsFrom1904, at: place)
    }
  }

  /// Reads a range such as `A2:A5`; across columns only the first counts.
  private mutating func readMerged(_ range: String) {
    let ends = range.split(separator: ":").map(String.init)
    guard ends.count == 2, let column = Self.column(of: ends[0]),
      let first = Int(ends[0].drop { !$0.isASCII || $0.isLetter || $0 == "$" }),
      let last = Int(ends[1].drop { !$0.isASCII || $0.isLetter || $0 == "$" }), first < last
    else { return }
    merged.append((column, first...last))
  }

  /// Gives every row of a merged range the text that stands in its first.
  mutating func fillMerged() {
    let numbers = rows.map(\.number)
    // Ranges of a sheet do not overlap, so that together they are not longer than the sheet's columns.
    var budget = max(1_000, rows.reduce(0) { $0 + $1.cells.count }) * 16
    for (column, range) in merged {
      var index = numbers.partitioningIndex { $0 >= range.lowerBound }
      guard index < rows.count, numbers[index] == range.lowerBound,
        let item = rows[index].cells.first(where: { $0.column == column })
      else { continue }
      index += 1
      while index < rows.count, range.contains(numbers[index]), budget > 0 {
        budget -= 1
        let place = rows[index].cells.partitioningIndex { $0.column >= column }
        // A row without any text of its own stays an empty one.
        let isTaken =
          place < rows[index].cells.count && rows[index].cells[place].column == column
        if !isTaken, !rows[index].cells.isEmpty {
          rows[index].cells.insert(copy(of: item, over: range, in: numbers[index]), at: place)
        }
        index += 1
      }
    }
  }

  /// A cell as it counts in another row of its range.
  private func copy(of item: SheetRow.Item, over range: ClosedRange<Int>, in row: Int)
    -> SheetRow.Item
  {
    let position = Position(line: row, column: item.column)
    let place = Place(origin: workbook.origin, position: position)
    let problem = item.problem ?? .mergedCell(range, at: place)
    return SheetRow.Item(column: item.column, text: item.text, problem: problem)
  }

  /// Reads the column of a cell's name: 1 for `A7`, 28 for `AB7`.
  private static func column(of name: String) -> Int? {
    var column = 0
    for byte in name.utf8 where byte != UInt8(ascii: "$") {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte), column < 16_384 else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column > 0 ? column : nil
  }

  private func malformed(_ reader: inout XMLReader, _ message: Phrase) -> ExchangeError {
    ExchangeError(
      .malformedSheet,
      at: Place(origin: part, position: reader.position()),
      message,
      help: Phrase(en: "open the file in an office program and save it again", zh: "请用办公软件打开并另存")
    )
  }
}

extension Array {
  /// The first index from which on a condition holds, of elements among which it holds for all behind the first.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension ExchangeError {
  fileprivate static func formulaWithoutValue(at place: Place) -> ExchangeError {
    ExchangeError(
      .badCell,
      at: place,
      Phrase(
        en: "the cell holds a formula without its value, as some programs write it",
        zh: "单元格只有公式，没有保存计算结果"
      ),
      help: Phrase(
        en: "open the file in an office program and save it again",
        zh: "请用办公软件打开并另存"
      )
    )
  }

  fileprivate static func mergedCell(_ rows: ClosedRange<Int>, at place: Place) -> ExchangeError {
    ExchangeError(
      .mergedCell,
      at: place,
      Phrase(
        en: "the sum is one cell for the rows \(rows.lowerBound) to \(rows.upperBound)",
        zh: "该金额是第 \(rows.lowerBound) 至 \(rows.upperBound) 行的合并单元格"
      ),
      help: Phrase(
        en: "part the cell, and give each row its own sum",
        zh: "请取消合并，逐行填写各自的金额"
      )
    )
  }

  static func errorCell(_ value: String, at place: Place) -> ExchangeError {
    ExchangeError(
      .badCell,
      at: place,
      Phrase(en: "the cell holds the error \(value)", zh: "单元格的内容是错误值 \(value)"),
      help: Phrase(
        en: "correct the formula in the spreadsheet, or write the value itself",
        zh: "请在电子表格中改正公式，或直接填写数值"
      )
    )
  }
}
