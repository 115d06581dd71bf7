public import Bilingual

/// A document for a person: blocks in reading order under a title.
public struct Report: Hashable, Sendable {
  /// A piece of a report.
  public enum Block: Hashable, Sendable {
    /// A heading over the blocks that follow.
    case heading(Phrase)
    /// A paragraph of running text.
    case paragraph(Phrase)
    /// Labelled values, one below the other.
    case fields([Field])
    /// A table.
    case table(Table)
    /// Lines that hang from one another, such as the steps of a calculation.
    case tree([Node])
  }

  /// A labelled value.
  public struct Field: Hashable, Sendable {
    /// The name of the value in JSON.
    public let key: String
    /// The label for people.
    public let label: Phrase
    /// The value.
    public let value: Cell

    /// Creates a labelled value.
    public init(_ key: String, _ label: Phrase, _ value: Cell) {
      self.key = key
      self.label = label
      self.value = value
    }
  }

  /// A line of a tree, with the lines that hang from it.
  public struct Node: Hashable, Sendable {
    /// The line.
    public let text: Phrase
    /// The lines that hang from it.
    public let children: [Node]

    /// Creates a line.
    public init(_ text: Phrase, _ children: [Node] = []) {
      self.text = text
      self.children = children
    }
  }

  /// What the report is about.
  public var title: Phrase?
  /// The pieces, in reading order.
  public var blocks: [Block]

  /// Creates a report.
  public init(title: Phrase? = nil, _ blocks: [Block] = []) {
    self.title = title
    self.blocks = blocks
  }

  /// The table of the report, where it has exactly one.
  var onlyTable: Table? {
    let tables = blocks.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    return tables.count == 1 ? tables.first : nil
  }
}
