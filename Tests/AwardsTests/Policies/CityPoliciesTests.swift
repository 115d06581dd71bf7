import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// The published rules of 惠州, 海口, a Jiangsu city, 华容, 镜湖, 香洲, 南京 and 福清.
struct CityPoliciesTests {
  static let files = [
    "huizhou-2009", "haikou-2008", "jiangsu-city-2009", "huarong-2018", "jinghu-2016",
    "xiangzhou-2011", "nanjing-2019", "fuqing-2014",
  ]

  @Test(arguments: files)
  func `a file is read without a finding and says where its rules come from`(
    _ name: String
  ) throws {
    let file = try Self.file(name)
    #expect(file.diagnostics.isEmpty, "\(file.diagnostics.map(\.message.en))")
    for draft in file.drafts {
      let source = try #require(draft[CommonField.source], "\(draft.line)")
      guard draft.schema === Policy.schema else { continue }
      #expect(source.contains("http"))
      #expect(["G", "L", "M", "A", "H"].contains { source.contains("（\($0)") }, "\(source)")
    }
  }

  @Test(arguments: files)
  func `every example beside a policy comes out as it says`(_ name: String) throws {
    let file = try Self.file(name)
    #expect(!file.examples.isEmpty)
    for example in file.examples {
      let round = try Self.round(of: example, file)
      var unexpected = Set(round.claims.filter { $0.outcome == .eligible }.map(\.id))
      for expected in example.expect {
        let clause = try #require(expected["clause"]?.string)
        let fact = try #require(expected["fact"]?.string)
        let id = "\(example.policy)/\(clause)#\(fact)"
        let claim = round.claims.first {
          $0.clause.text == "\(example.policy)/\(clause)" && $0.facts == [RecordID(fact)]
        }
        if let claim { unexpected.remove(claim.id) }
        let outcome = claim?.outcome ?? .notApplicable
        #expect(outcome.rawValue == expected["outcome"]?.string, "\(example.name): \(id)")
        let amount = Money(typed: expected["amount"]?.string ?? "0元")
        #expect(claim?.amount ?? .zero == amount, "\(example.name): \(id)")
      }
      #expect(unexpected.isEmpty, "\(example.name)")
    }
  }

  /// A row: what happened, and what is paid for one claim.
  struct Edge: CustomTestStringConvertible, Sendable {
    let policy: String
    let year: Int
    let name: String
    let claim: String
    let outcome: Outcome
    let amount: String
    let records: String

    /// Pays an amount where one is given; otherwise the claim comes to `outcome`.
    init(
      _ policy: String,
      _ year: Int,
      _ name: String,
      _ claim: String,
      pays amount: String? = nil,
      is outcome: Outcome = .notEligible,
      _ records: String
    ) {
      (self.policy, self.year, self.name, self.claim) = (policy, year, name, claim)
      self.outcome = amount == nil ? outcome : .eligible
      self.amount = amount ?? "0元"
      self.records = records
    }

    var testDescription: String { "\(policy) \(year), \(name)" }
  }

  @Test(arguments: huizhou + haikou + jiangsu + huarong + jinghu + xiangzhou + nanjing + fuqing)
  func `an edge of the text is paid to the fen`(_ edge: Edge) throws {
    let round = try Sample(library: edge.policy, Self.base(edge.policy) + edge.records).round(
      edge.year
    )
    let claim = round.claims.first { $0.id == "\(edge.policy)/\(edge.claim)" }
    #expect(claim?.outcome ?? .notApplicable == edge.outcome, "\(round.summary)")
    #expect(claim?.amount ?? .zero == Money(typed: edge.amount), "\(round.summary)")
  }

  @Test func `a Jiangsu city gives its offices shares of what it pays`() throws {
    let round = try Sample(
      library: "jiangsu-city-2009",
      Self.base("jiangsu-city-2009") + Self.wellKnown("2009-05-01", "judicial")
        + Sample.title("b", "jiangsu-famous-brand-product", "2009-05-01", brand: "b2")
    ).round(2009)
    let shares = try ["二(一)", "二(二)", "二(三)"].map {
      try round.claim($0, "2009")
    }
    #expect(shares.map(\.recipient) == ["dept-aic", "dept-quality", "dept-economy"])
    // 10% of 300,000, 10% of 50,000, 5% of 350,000.
    #expect(shares.map(\.amount.fen) == [3_000_000, 500_000, 1_750_000])
  }
}
