public import Bilingual
public import JSONLines
public import Ledger
public import Portfolio

/// What stands between a claim and its payment, and which facts would make it eligible.
public struct Prospect: Sendable {
  /// A clause that keeps the claim from being paid.
  public struct Obstacle: Sendable {
    /// The clause.
    public let clause: RecordID
    /// What is to be done, or what stands in the way.
    public let demand: Phrase
  }

  /// Values that together make the claim eligible, as the engine itself finds.
  public struct Remedy: Sendable {
    /// The values that would have to be so.
    public let changes: [Change]
    /// What would be paid then.
    public let amount: Money
  }

  /// A value that would have to be another.
  public struct Change: Sendable {
    /// The record.
    public let record: RecordID
    /// The field's key.
    public let field: String
    /// The field's name.
    public let label: Phrase
    /// The value as it is; `nil` where it is missing.
    public let before: JSONValue?
    /// The value that was tried.
    public let after: JSONValue
    /// Both values as people read them.
    public let text: Phrase
  }

  /// The clauses in the way, in the order in which they run.
  public let obstacles: [Obstacle]
  /// The ways that were found; none where no single value of those that were tried helps.
  public let remedies: [Remedy]
  /// Whether there were other values to try at all.
  public let hasTried: Bool

  /// Looks for what would make a claim eligible.
  ///
  /// - Parameters:
  ///   - claim: A claim with its trace, that is not eligible, unknown or undecided.
  ///   - year: The year of its round.
  ///   - snapshot: The ledger from which it was computed.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  public init(_ claim: Claim, year: Int, _ snapshot: Snapshot) throws {
    let archive = Archive(snapshot: snapshot)
    obstacles = try claim.needs.map { need in
      Obstacle(clause: need.clause, demand: try Self.demand(of: need, archive))
    }
    let search = try RemedySearch(claim, year: year, snapshot)
    (remedies, hasTried) = claim.outcome == .eligible ? ([], false) : try search.remedies()
  }

  private static func demand(of need: Need, _ archive: Archive) throws -> Phrase {
    switch need.kind {
    case .value:
      let values = try need.inputs.filter { $0.value == nil }.map { try archive.need($0).phrase }
      return Phrase(
        en: "supply the " + values.map(\.en).joined(separator: ", and the "),
        zh: "补充" + values.map(\.zh).joined(separator: "、")
      )
    case .decision:
      return Phrase(
        en: "people have to decide: \(need.demand.en)",
        zh: "须由人决定：\(need.demand.zh)"
      )
    case .change:
      let wanted = try ClauseWords.arguments(of: need.clause, archive)
      return Phrase(
        en: need.demand.en + wanted.map { "; the clause asks: \($0.en)" }.joined(),
        zh: need.demand.zh + wanted.map { "；条款要求：\($0.zh)" }.joined()
      )
    }
  }

  /// The prospect in the shape that other programs may rely on.
  ///
  /// - Parameter language: The language of demands.
  /// - Returns: One object; amounts in fen.
  public func json(in language: Language) -> JSONValue {
    .object([
      JSONMember(
        "obstacles",
        .array(
          obstacles.map { obstacle in
            .object([
              JSONMember("clause", .string(obstacle.clause.text)),
              JSONMember("demand", .string(obstacle.demand[language])),
            ])
          }
        )
      ),
      JSONMember(
        "remedies",
        .array(
          remedies.map { remedy in
            .object([
              JSONMember(
                "changes",
                .array(
                  remedy.changes.map { change in
                    .object([
                      JSONMember("record", .string(change.record.text)),
                      JSONMember("field", .string(change.field)),
                      JSONMember("before", change.before ?? .null),
                      JSONMember("after", change.after),
                    ])
                  }
                )
              ),
              JSONMember("amountFen", .integer(remedy.amount.fen)),
            ])
          }
        )
      ),
    ])
  }
}
