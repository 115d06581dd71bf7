/// An element with all that stands in it, of a size that fits in memory such as one record of a register.
struct XMLNode {
  /// The name without its prefix.
  let name: String
  /// The attributes, names with their prefixes.
  let attributes: [(name: String, value: String)]
  /// Where it begins.
  let position: Position
  /// Its own text, in one piece.
  private(set) var ownText = ""
  /// The elements in it.
  private(set) var children: [XMLNode] = []

  /// Reads the element that has just begun, up to its end.
  init(_ tag: XMLReader.Tag, _ reader: inout XMLReader) throws(ExchangeError) {
    var stack = [XMLNode(tag, at: reader.position())]
    while let event = try reader.next() {
      switch event {
      case .start(let tag): stack.append(XMLNode(tag, at: reader.position()))
      case .text(let text): stack[stack.count - 1].ownText += text
      case .end:
        let node = stack.removeLast()
        guard !stack.isEmpty else {
          self = node
          return
        }
        stack[stack.count - 1].children.append(node)
      }
    }
    self = stack[0]
  }

  private init(_ tag: XMLReader.Tag, at position: Position) {
    name = tag.name
    attributes = tag.attributes
    self.position = position
  }

  /// The text without blanks at its ends; `nil` where there is none.
  var text: String? {
    let trimmed = ownText.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Returns the elements at the end of a path of names.
  func all(_ path: String...) -> [XMLNode] {
    path.reduce([self]) { nodes, name in nodes.flatMap { $0.children.filter { $0.name == name } } }
  }

  /// Returns the first element at the end of a path of names.
  func first(_ path: String...) -> XMLNode? {
    path.reduce(self) { (node: XMLNode?, name) in node?.children.first { $0.name == name } }
  }

  /// Returns every element of a name below this one, in order.
  func descendants(_ name: String) -> [XMLNode] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
  }

  /// Returns the first element below this one with one of some names and a text.
  func firstText(_ names: String...) -> XMLNode? {
    for name in names {
      if let node = descendants(name).first(where: { $0.text != nil }) { return node }
    }
    return nil
  }
}
