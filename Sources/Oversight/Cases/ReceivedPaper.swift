import Bilingual
public import Ledger
import Portfolio

/// A paper of the list, and the one that came in as it.
public struct ReceivedPaper: Hashable, Sendable {
  /// What is asked for.
  public let item: EvidenceItem
  /// The paper that came in; `nil` where none did.
  public let paper: String?
  /// Whether its name alone leaves open that it is something else.
  public let isDoubtful: Bool

  /// Whether a case cannot be accepted without it.
  public var isNeeded: Bool { item.isNeeded }
  /// Whether it came in beyond doubt.
  var isReceived: Bool { paper != nil && !isDoubtful }
}

extension CaseDesk {
  /// Lists the papers that the right of a case asks for, and those of them that came in.
  ///
  /// A paper stands for one of them: for the one that the entry names (`identity=FILE`), else for the one
  /// of which its own name holds the longest word.
  ///
  /// - Parameter record: The case.
  /// - Returns: The list.
  public func papers(of record: Record) -> [ReceivedPaper] {
    let right = record[Case.right]
    let items = EvidenceItem.all.filter { item in
      item.rights.isEmpty || right.map { item.rights.contains($0) } ?? false
    }
    // What the office sent out is no evidence.
    let outgoing: Set<CaseAction> = [.supplement, .refuse]
    let papers = (events[record.id] ?? [])
      .filter { $0[CaseEvent.action].map { !outgoing.contains($0) } ?? true }
      .flatMap { $0[CaseEvent.papers] ?? [] }
      .compactMap { paper in
        PaperName(paper).item(of: items).map { (paper, $0.item, $0.isDoubtful) }
      }
    return items.map { item in
      let own = papers.filter { $0.1 == item }
      let one = own.first { !$0.2 } ?? own.first
      return ReceivedPaper(item: item, paper: one?.0, isDoubtful: one?.2 ?? false)
    }
  }
}

/// The name of a paper, read for what it tells.
private struct PaperName {
  /// The item that the entry names, and the words of the paper's own name.
  private let named: String?
  private let folded: String
  private let spaced: String

  init(_ paper: String) {
    let parts = paper.split(maxSplits: 1) { $0 == "=" || $0 == "＝" }
    named = parts.count == 2 ? Folding.key(String(parts[0])) : nil
    var stem = Substring(paper)
    if let point = stem.lastIndex(of: "."), stem[point...].count <= 6 { stem = stem[..<point] }
    folded = Folding.key(String(stem))
    spaced = stem.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// The one item for which it stands, and whether that is open to doubt.
  func item(of items: [EvidenceItem]) -> (item: EvidenceItem, isDoubtful: Bool)? {
    if let named, let item = items.first(where: { $0.isCalled(named) }) { return (item, false) }
    if let item = items.first(where: { $0.isCalled(folded) }) { return (item, false) }
    let sure = matches(items) { $0.words }
    let all = sure + matches(items) { $0.hints }
    // The longest word decides; of words of one length the item that comes first.
    guard
      let best = (sure.isEmpty ? all : sure).enumerated().max(by: { a, b in
        (a.element.word.count, -a.offset) < (b.element.word.count, -b.offset)
      })?.element
    else { return nil }
    let isRivalled = all.contains { $0.item != best.item && !best.word.contains($0.word) }
    return (best.item, sure.isEmpty || isRivalled)
  }

  private func matches(
    _ items: [EvidenceItem],
    _ words: (EvidenceItem) -> [String]
  ) -> [(item: EvidenceItem, word: String)] {
    items.flatMap { item in words(item).filter(holds).map { (item, $0) } }
  }

  /// Chinese has no spaces; an English word is one only between them.
  private func holds(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0 < 0x80 } ? " \(spaced) ".contains(" \(word) ") : folded.contains(word)
  }
}

extension EvidenceItem {
  /// Whether a folded word is a name of it.
  fileprivate func isCalled(_ word: String) -> Bool {
    ([name, label.zh, label.en] + words + hints).contains { Folding.key($0) == word }
  }
}
