public import Ledger
public import Portfolio

/// A mark with all that hangs from it: the international registrations that rest on it, and the same
/// mark of the same owner at foreign offices.
public struct MarkFamily: Sendable {
  /// One mark of the family.
  public struct Member: Sendable {
    /// The mark.
    public let mark: Record
    /// How it stands.
    public let standing: RightStanding
    /// The classes in which it stands, or stood when it ended.
    public let classes: [Int]
    /// Its designations, of an international registration.
    public let designations: [Designation]
    /// How it hangs on the basic mark, of an international registration.
    public let dependency: Dependency?
  }

  /// The mark at the top: a basic mark, or one that rests on none.
  public let root: Member
  /// The international registrations that rest on it, in the order of the records.
  public let international: [Member]
  /// The same mark of the same owner at foreign offices.
  public let foreign: [Member]

  /// Gathers the family of a mark.
  ///
  /// - Parameters:
  ///   - mark: Any mark of the family.
  ///   - book: The marks of the ledger.
  ///   - day: The day on which it is looked at.
  public init(of mark: Record, in book: RightBook, on day: Day) {
    var top = mark
    var seen: Set<RecordID> = [mark.id]
    while let basis = book.trademarks[top[Trademark.basicMark]], seen.insert(basis.id).inserted {
      top = basis
    }
    func member(_ mark: Record) -> Member {
      let standing = book.standing(of: mark, on: day)
      return Member(
        mark: mark,
        standing: standing,
        classes: book.classes(of: mark, standing.life) ?? [],
        designations: book.designations(of: mark, on: day),
        dependency: book.dependency(of: mark, on: day)
      )
    }
    let key = Folding.key(top[Trademark.mark] ?? "")
    root = member(top)
    international = book.trademarks.records.filter { other in
      other[Trademark.basicMark] == top.id && other.id != top.id
    }.map(member)
    foreign = book.trademarks.records.filter { other in
      other[Trademark.route] == .foreign && other.id != top.id
        && other[Trademark.owner] == top[Trademark.owner]
        && Folding.key(other[Trademark.mark] ?? "") == key
    }.map(member)
  }
}
