import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import TestSupport
import Testing

/// A ledger in which every operation of the example policy has work to do.
enum ExampleCity {
  static let records =
    #"""
    {"kind":"scheme","id":"well-known-trademark","name":"驰名商标","level":"national","family":"trademark"}
    {"kind":"scheme","id":"china-time-honoured-brand","name":"中华老字号","level":"national","family":"time-honoured"}
    {"kind":"scheme","id":"jiangsu-quality-product","name":"江苏精品","level":"provincial","family":"certification"}
    {"kind":"scheme","id":"nantong-time-honoured-brand","name":"南通老字号","level":"municipal","family":"time-honoured"}
    {"kind":"scheme","id":"qidong-quality-award","name":"启东市市长质量奖","level":"county","family":"quality-prize"}
    {"kind":"enterprise","id":"ent-a","name":"甲电动工具(示例)","town":"tianfen","type":"company","status":"operating"}
    {"kind":"enterprise","id":"ent-b","name":"乙海鲜(示例)","town":"lusi","type":"cooperative","status":"operating"}
    {"kind":"enterprise","id":"ent-c","name":"丙机械(示例)","area":"320684","type":"company","status":"operating"}
    {"kind":"enterprise","id":"ent-d","name":"丁食品(示例)","town":"huilong","type":"company","status":"operating"}
    {"kind":"enterprise","id":"ent-e","name":"戊纺织(示例)","type":"company"}
    {"kind":"brand","id":"brd-a","name":"甲","owner":"ent-a"}
    {"kind":"brand","id":"brd-b","name":"乙","owner":"ent-b"}
    {"kind":"brand","id":"brd-d","name":"丁","owner":"ent-d"}
    {"kind":"incident","id":"inc-d","enterprise":"ent-d","date":"2024-02-01","category":"quality","severity":"grave"}
    {"kind":"trademark","id":"CN/9001","office":"CN","number":"9001","registeredOn":"2025-01-14","route":"domestic","owner":"ent-b","mark":"吕四海鲜(示例)","markKind":"collective"}
    {"kind":"trademark","id":"CN/9002","office":"CN","number":"9002","registeredOn":"2025-02-14","route":"domestic","owner":"ent-a","mark":"甲","markKind":"ordinary"}
    {"kind":"trademark","id":"WO/1700001","office":"WO","number":"1700001","registeredOn":"2025-03-14","route":"madrid","owner":"ent-a","mark":"甲","markKind":"ordinary","designations":["US","DE","EM"]}
    {"kind":"award","id":"awd-1","policy":"example-2024","year":2024,"recipient":"ent-a","amountFen":10000000,"state":"paid","clause":"example-2024/第六条(五)","claim":"example-2024/第六条(五)#rec-0","facts":["rec-0"],"object":"brd-a","level":"provincial","sealedOn":"2024-12-01"}

    """#
    + Sample.title(
      "rec-1",
      "well-known-trademark",
      "2025-05-10",
      holder: "ent-a",
      brand: "brd-a",
      more: #","route":"administrative""#
    )
    + Sample.title(
      "rec-2",
      "nantong-time-honoured-brand",
      "2025-06-01",
      holder: "ent-a",
      brand: "brd-a"
    )
    + Sample.title(
      "rec-3",
      "well-known-trademark",
      "2025-07-01",
      holder: "ent-b",
      brand: "brd-b",
      more: #","route":"judicial""#
    )
    + Sample.title("rec-4", "jiangsu-quality-product", "2025-07-02", holder: "ent-c", brand: nil)
    + Sample.title(
      "rec-5",
      "jiangsu-quality-product",
      "2025-07-03",
      holder: "ent-d",
      brand: "brd-d"
    )
    + Sample.title("rec-6", "qidong-quality-award", "2025-07-04", holder: "ent-b", brand: "brd-b")
    + Sample.title(
      "rec-7",
      "china-time-honoured-brand",
      "2025-08-04",
      holder: "ent-b",
      brand: "brd-b",
      event: "renewal"
    )
    + Sample.title("rec-8", "jiangsu-quality-product", "2025-08", holder: "ent-e", brand: nil)

  static func sample() throws -> Sample { try Sample(library: "example-2024", records) }
}

struct InvariantTests {
  @Test func `the example policy computes as its text says`() throws {
    let round = try ExampleCity.sample().round()
    let known = round.claims.filter { $0.outcome != .notApplicable }
    #expect(
      known.map {
        "\($0.clause.text.dropFirst(13))#\($0.facts[0]) \($0.outcome.rawValue) \($0.amount)"
      }
        == [
          "第六条(一)#rec-1 eligible 400,000.00",
          "第六条(一)#rec-3 not-eligible 0.00",
          "第六条(二)#rec-3 eligible 300,000.00",
          "第六条(三)#rec-7 not-eligible 0.00",
          "第六条(五)#rec-4 not-eligible 0.00",
          "第六条(五)#rec-5 not-eligible 0.00",
          "第六条(五)#rec-8 unknown 0.00",
          "第六条(七)#rec-2 not-eligible 0.00",
          "第六条(八)#rec-6 undecided 0.00",
          "第七条(一)#CN/9001 eligible 500.00",
          "第七条(一)#CN/9002 eligible 500.00",
          "第七条(二)#WO/1700001 eligible 6,000.00",
          "第七条(三)#CN/9001 eligible 50,000.00",
          "第八条#rec-7 eligible 0.00",
        ]
    )
    #expect(round.total.description == "757,000.00")
  }

  @Test(arguments: 0..<20)
  func `the order of the records changes no byte`(seed: Int) throws {
    let sample = try ExampleCity.sample()
    let expected = try sample.round().json(in: .chinese).text
    var shuffled = sample
    var generator = SeededRandom(seed)
    shuffled.drafts.shuffle(using: &generator)
    #expect(try shuffled.round().json(in: .chinese).text == expected)
  }

  @Test func `an unrelated brand changes no payout`() throws {
    let sample = try ExampleCity.sample()
    let before = try sample.round()
    var wider = sample
    wider.drafts += try Sample.drafts(
      #"{"kind":"enterprise","id":"ent-z","name":"无关","town":"lusi","type":"company","status":"operating"}"#
        + "\n" + #"{"kind":"brand","id":"brd-z","name":"无关","owner":"ent-z"}"# + "\n"
        + Sample.title(
          "rec-z",
          "jiangsu-quality-product",
          "2025-01-01",
          holder: "ent-z",
          brand: "brd-z"
        )
    )
    let after = try wider.round()
    let own = after.claims.filter { $0.recipient != "ent-z" }
    #expect(own.map(\.id) == before.claims.map(\.id))
    #expect(own.map(\.amount) == before.claims.map(\.amount))
    #expect(own.map(\.outcome) == before.claims.map(\.outcome))
    #expect(after.claims.count > own.count)
  }

  @Test func `every clause that governs a claim stands in its trace once, stages in order`() throws
  {
    let sample = try ExampleCity.sample()
    let clauses = sample.drafts.filter { $0.schema.kind == "clause" }
    #expect(clauses.count == 25)
    for claim in try sample.round().claims {
      let own = claim.clause.text.dropFirst("example-2024/".count)
      let governing = clauses.filter { clause in
        let isValue = Operations.named(clause[Clause.operation] ?? "")?.stage == .value
        guard !isValue else { return false }
        let named = clause[Clause.for] ?? []
        return named.isEmpty || named.contains { own == $0 || own.hasPrefix($0 + "(") }
      }
      let traced = claim.trace.map(\.clause).filter { $0 != claim.clause }
      #expect(Set(traced) == Set(governing.compactMap(\.id)), "\(claim.id)")
      #expect(traced.count == governing.count, "\(claim.id)")
      let places = claim.trace.compactMap { Stage.allCases.firstIndex(of: $0.stage) }
      #expect(places == places.sorted(), "\(claim.id)")
    }
  }

  @Test func `amounts chain through the trace, and only eligible claims are paid`() throws {
    for claim in try ExampleCity.sample().round().claims {
      for (step, next) in zip(claim.trace, claim.trace.dropFirst()) {
        #expect(step.after == next.before, "\(claim.id)")
      }
      #expect(claim.trace.last?.after == claim.amount, "\(claim.id)")
      #expect(claim.outcome == .eligible || claim.amount == .zero)
      #expect(
        (claim.outcome == .unknown) == !claim.missing.isEmpty || claim.outcome == .notEligible
      )
    }
  }

  @Test func `without traces the same is paid`() throws {
    let sample = try ExampleCity.sample()
    let round = try sample.round(traces: .none)
    let expected = try sample.round().summary
    #expect(round.summary == expected)
    #expect(round.claims.allSatisfy { $0.trace.isEmpty })
  }

  /// Taking any single value out of the facts never pays more.
  @Test func `a fact that is left out never pays more`() throws {
    let sample = try ExampleCity.sample()
    let full = try sample.round()
    var paid = 0
    for (index, draft) in sample.drafts.enumerated()
    where ["recognition", "enterprise", "scheme", "trademark"].contains(draft.schema.kind) {
      for field in draft.schema.fields where field.name != "id" && draft[field] != nil {
        var poorer = sample
        poorer.drafts[index][field] = nil
        let round = try poorer.round()
        // Without the note that it lies elsewhere, a town would still be missing: never paid.
        #expect(round.total <= full.total, "\(draft.id?.text ?? "").\(field.name)")
        paid += 1
      }
    }
    #expect(paid > 50)
  }
}
