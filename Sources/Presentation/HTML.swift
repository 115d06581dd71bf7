import Bilingual

extension Report {
  /// Returns the report as a complete page that needs nothing else and runs nothing.
  func html(in language: Language) -> String {
    htmlOpening(in: language) + blocks.map { $0.html(in: language) }.joined() + htmlClosing
  }

  /// What stands before the blocks.
  func htmlOpening(in language: Language) -> String {
    let heading = title.map { "<h1>\(htmlText($0[language]))</h1>\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="\(language == .chinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(htmlEscaped(terminalSafe(pageTitle[language])))</title>
      <style>
      \(styleSheet)
      </style>
      </head>
      <body>
      \(heading)
      """
  }

  private var pageTitle: Phrase {
    title ?? onlyTable?.title ?? Wording.untitled
  }
}

/// What stands behind the blocks of a page.
let htmlClosing = "</body>\n</html>\n"

extension Report.Block {
  fileprivate func html(in language: Language) -> String {
    switch self {
    case .heading(let text): "<h2>\(htmlText(text[language]))</h2>\n"
    case .paragraph(let text): "<p>\(htmlText(text[language]))</p>\n"
    case .table(let table): table.htmlElement(in: language)
    case .tree(let nodes): nodes.htmlList(in: language)
    case .fields(let fields):
      "<dl>\n"
        + fields.map {
          let value = htmlText($0.value.text(in: language))
          return "<dt>\(htmlText($0.label[language]))</dt><dd>\(value)</dd>\n"
        }.joined() + "</dl>\n"
    }
  }
}

extension [Report.Node] {
  fileprivate func htmlList(in language: Language) -> String {
    let items = map { node in
      let below = node.children.isEmpty ? "" : "\n" + node.children.htmlList(in: language)
      return "<li>\(htmlText(node.text[language]))\(below)</li>\n"
    }
    return "<ul>\n" + items.joined() + "</ul>\n"
  }
}

extension Table {
  fileprivate func htmlElement(in language: Language) -> String {
    htmlHead(rows: rows.count, in: language)
      + rows.map { htmlRow($0, in: language) }.joined()
      + htmlFoot(rows: rows.count, in: language)
  }

  /// The title and the labels.
  func htmlHead(rows count: Int, in language: Language) -> String {
    guard count > 0 else {
      let heading = title.map { "<h3>\(htmlText($0[language]))</h3>\n" } ?? ""
      return heading + "<p>\(Wording.noRows[language])</p>\n"
    }
    let caption = title.map { "<caption>\(htmlText($0[language]))</caption>\n" } ?? ""
    let labels = htmlLine(columns.map { $0.label[language] }, "th scope=\"col\"")
    return "<table>\n\(caption)<thead>\n\(labels)</thead>\n<tbody>\n"
  }

  /// A row.
  func htmlRow(_ row: [Cell], in language: Language) -> String {
    htmlLine(row.map { $0.text(in: language) }, "td")
  }

  /// The totals and the notes.
  func htmlFoot(rows count: Int, in language: Language) -> String {
    let notes = notes.map { "<p class=\"note\">\(htmlText($0[language]))</p>\n" }.joined()
    guard count > 0 else { return notes }
    let totals = footer.map { "<tfoot>\n\(htmlRow($0, in: language))</tfoot>\n" } ?? ""
    return "</tbody>\n\(totals)</table>\n" + notes
  }

  private func htmlLine(_ cells: [String], _ tag: String) -> String {
    let parts = zip(columns, cells).map { column, cell in
      let side = column.alignment == .trailing ? " class=\"number\"" : ""
      return "<\(tag)\(side)>\(htmlText(cell))</\(tag.prefix(2))>"
    }
    return "<tr>" + parts.joined() + "</tr>\n"
  }
}

/// Returns a text for the content of an element; line ends become breaks.
private func htmlText(_ text: String) -> String {
  htmlEscaped(visible(text, lineEnd: "\n"))
}

private func htmlEscaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n": result += "<br>"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private let styleSheet = """
  body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
    max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
  table { border-collapse: collapse; margin: 1rem 0; }
  caption { text-align: start; font-weight: 600; padding: .5rem 0; }
  th, td { border-bottom: 1px solid #ccc; padding: .3rem .8rem; text-align: start;
    vertical-align: top; overflow-wrap: anywhere; }
  .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  tfoot td { font-weight: 600; border-top: 2px solid #666; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.5rem; }
  dt, .note { color: #555; }
  dd { margin: 0; }
  @media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } }
  """
