import JSONLines
import Ledger
import Portfolio
import Testing

struct DerivationTests {
  /// The kinds to whose records nothing is added once they have some values.
  private static let kinds = Kinds.catalog.schemas.filter {
    Derivation.completion.fills($0) != nil
  }

  @Test func `of a patent number and type may always differ`() {
    #expect(Derivation.completion.fills(Patent.schema) == nil)
    #expect(Self.kinds.count == Kinds.catalog.schemas.count - 1)
  }

  @Test(arguments: kinds.map(\.kind))
  func `to a record with the values that would be filled nothing is added`(_ kind: String) throws {
    let schema = try #require(Kinds.catalog[kind])
    let fills = try #require(Derivation.completion.fills(schema))
    let nothing = Snapshot(Kinds.catalog, drafts: [])
    for other in schema.fields {
      var draft = Draft(schema)
      draft.id = "x"
      for field in fills + [other] { draft[field] = .string("2020-01-02") }
      let before = draft.line
      #expect(try Derivation.completion.complete(&draft, nothing).isEmpty)
      #expect(draft.line == before)
    }
  }
}
