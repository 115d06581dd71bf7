import Bilingual
public import JSONLines
public import Ledger
public import Portfolio

/// Who would be entitled with what is known, without an application, and what the rest lack.
public struct Candidates: Sendable {
  /// What is known of one recipient.
  public struct Group: Sendable {
    /// Who; `nil` for facts whose holder is not known.
    public let recipient: RecordID?
    /// The name; empty where it is not known.
    public let name: String
    /// The claims that would be paid or honoured, and are not sealed yet.
    public let entitled: [Claim]
    /// The claims that lack facts.
    public let lacking: [Claim]
    /// The claims that people have to decide.
    public let undecided: [Claim]
    /// What would be paid now.
    public let amount: Money
    /// What is open is worth before caps and pots; of several claims about a fact the largest, with those on top of it.
    public let possible: Money
    /// How many open claims may be worth anything, beyond that: what decides it is not known.
    public let unappraised: Int
    /// The facts that are missing, each once.
    public let needs: [MissingValue]
  }

  /// The year.
  public let year: Int
  /// The recipients with something to get, or to supply, by what they would be paid.
  public let groups: [Group]
  /// How many claims are left out, since they are sealed already.
  public let sealed: Int

  /// Gathers the candidates of a round.
  ///
  /// - Parameters:
  ///   - round: The round.
  ///   - snapshot: The ledger from which it was computed.
  /// - Throws: ``Diagnostics`` where a file cannot be read or a sum cannot be counted.
  public init(_ round: Round, _ snapshot: Snapshot) throws {
    year = round.year
    sealed = round.claims.count { $0.sealed != nil }
    let archive = Archive(snapshot: snapshot)
    let open = round.unsealed + round.claims.filter { $0.sealed == nil && $0.isOpen }
    var groups: [Group] = []
    for (recipient, claims) in Dictionary(grouping: open, by: \.recipient) {
      var needs: [MissingValue] = []
      for input in claims.flatMap(\.missing) {
        let need = try archive.need(input)
        if !needs.contains(need) { needs.append(need) }
      }
      let waiting = claims.filter(\.isOpen)
      groups.append(
        Group(
          recipient: recipient,
          name: claims[0].recipientName ?? "",
          entitled: claims.filter { $0.outcome == .eligible },
          lacking: claims.filter { $0.outcome == .unknown },
          undecided: claims.filter { $0.outcome == .undecided },
          amount: try Round.sum(claims),
          possible: try Self.possible(waiting, round.ruleSets),
          unappraised: waiting.count { !$0.isAppraised },
          needs: needs
        )
      )
    }
    self.groups = groups.sorted { a, b in
      a.amount == b.amount ? (a.recipient ?? "") < (b.recipient ?? "") : a.amount > b.amount
    }
  }

  /// The candidates in the shape that other programs may rely on: one object, amounts in fen.
  public var json: JSONValue {
    func ids(_ claims: [Claim]) -> JSONValue { .array(claims.map { .string($0.id) }) }
    return .object([
      JSONMember("year", .integer(Int64(year))),
      JSONMember(
        "candidates",
        .array(
          groups.map { group in
            .object([
              JSONMember("recipient", group.recipient.map { .string($0.text) } ?? .null),
              JSONMember("recipientName", .string(group.name)),
              JSONMember("amountFen", .integer(group.amount.fen)),
              JSONMember("possibleFen", .integer(group.possible.fen)),
              JSONMember("unappraised", .integer(Int64(group.unappraised))),
              JSONMember("entitled", ids(group.entitled)),
              JSONMember("lacking", ids(group.lacking)),
              JSONMember("undecided", ids(group.undecided)),
              JSONMember("missing", .array(group.needs.map(\.json))),
            ])
          }
        )
      ),
      JSONMember("sealed", .integer(Int64(sealed))),
    ])
  }
}
