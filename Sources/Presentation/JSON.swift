import Bilingual

extension Table {
  fileprivate var objects: [String] {
    let object = ObjectShape(columns.map(\.key))
    return rows.map { object.text($0.map(\.jsonText)) }
  }
}

extension Report {
  /// The report as one object, a block a line; prose is in both languages.
  var json: String {
    let head = title.map { "\"title\":\($0.jsonText)," } ?? ""
    let body = blocks.map(\.jsonText).joined(separator: ",\n")
    return "{\(head)\"blocks\":[\n" + body + "\n]}\n"
  }

  /// The blocks as objects, one a line, the title first.
  var jsonLines: String {
    let head = title.map { "{\"type\":\"title\",\"text\":\($0.jsonText)}\n" } ?? ""
    return head + blocks.map { $0.jsonText + "\n" }.joined()
  }
}

extension Report.Block {
  fileprivate var jsonText: String {
    switch self {
    case .heading(let text): "{\"type\":\"heading\",\"text\":\(text.jsonText)}"
    case .paragraph(let text): "{\"type\":\"paragraph\",\"text\":\(text.jsonText)}"
    case .fields(let fields):
      "{\"type\":\"fields\",\"fields\":"
        + ObjectShape(fields.map(\.key)).text(fields.map(\.value.jsonText)) + "}"
    case .table(let table):
      "{\"type\":\"table\"," + (table.title.map { "\"title\":\($0.jsonText)," } ?? "")
        + "\"rows\":\(jsonArray(table.objects))}"
    case .tree(let nodes): "{\"type\":\"tree\",\"lines\":\(jsonArray(nodes.map(\.jsonText)))}"
    }
  }
}

extension Report.Node {
  fileprivate var jsonText: String {
    let below = children.isEmpty ? "" : ",\"lines\":\(jsonArray(children.map(\.jsonText)))"
    return "{\"text\":\(text.jsonText)\(below)}"
  }
}

extension Phrase {
  fileprivate var jsonText: String {
    "{\"en\":\(jsonString(en)),\"zh\":\(jsonString(zh))}"
  }
}

extension Cell {
  var jsonText: String {
    switch self {
    case .empty: "null"
    case .text(let text), .date(let text): jsonString(text)
    case .integer(let number), .money(let number): String(number)
    case .boolean(let value): value ? "true" : "false"
    case .ratio(let ratio):
      "{\"numerator\":\(ratio.numerator),\"denominator\":\(ratio.denominator)}"
    case .phrase(_, let code): jsonString(code)
    case .json(let bytes): onOneLine(bytes)
    case .list(let cells): jsonArray(cells.map(\.jsonText))
    }
  }
}

/// The member names of objects that are all alike; a name given twice is written once.
struct ObjectShape: Sendable {
  private let members: [(index: Int, name: String)]

  init(_ names: [String]) {
    var seen: Set<String> = []
    members = names.indices.filter { seen.insert(names[$0]).inserted }
      .map { ($0, jsonString(names[$0])) }
  }

  func text(_ values: [String]) -> String {
    "{" + members.map { $0.name + ":" + values[$0.index] }.joined(separator: ",") + "}"
  }
}

private func jsonArray(_ values: [String]) -> String {
  "[" + values.joined(separator: ",") + "]"
}

/// Returns a JSON string; whatever a terminal must not see is escaped in it.
private func jsonString(_ text: String) -> String {
  if text.unicodeScalars.allSatisfy({ $0 != "\"" && $0 != "\\" && isHarmless($0) }) {
    return "\"" + text + "\""
  }
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default: append(scalar, to: &result)
    }
  }
  return result + "\""
}

/// Returns a rendered JSON value on one line and without invisible characters.
///
/// A line end in it can only be white space, and any other invisible character only part of a string.
///
/// - Parameter bytes: The text of one JSON value.
/// - Returns: The same value, safe to be shown on a terminal.
public func terminalSafe(json bytes: [UInt8]) -> String {
  onOneLine(bytes)
}

private func onOneLine(_ bytes: [UInt8]) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  if text.unicodeScalars.allSatisfy(isHarmless) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n", "\r", "\t": result += " "
    default: append(scalar, to: &result)
    }
  }
  return result
}

/// Appends a scalar, escaped in UTF-16 as JSON has it unless it is harmless.
private func append(_ scalar: Unicode.Scalar, to text: inout String) {
  guard !isHarmless(scalar) else {
    text.unicodeScalars.append(scalar)
    return
  }
  for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
    let digits = String(unit, radix: 16)
    text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
