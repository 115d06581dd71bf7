import Awards
import Ledger
import Portfolio
import Testing

/// Clauses that can never pay, act or mean anything, and the place at which each is told.
struct IdleClauseTests {
  private static let patent = #""operation":"fixed","arguments":{"facts":"patent","amount":"1万元"}"#

  private static func applied(_ filters: String) -> String {
    #""operation":"rangeDecided","arguments":{"facts":"application",\#(filters),"maximum":"1万元"}"#
  }

  private static let nat = #""operation":"fixed","arguments":{"scheme":"nat","amount":"50万元"}"#

  @Test(arguments: [
    // Figures that titles never have.
    (
      [nat, #""operation":"figureAtLeast","arguments":{"figure":"principal","amount":"1万元"}"#],
      "2 bad-argument"
    ),
    (
      [
        #""operation":"byBracket","arguments":{"scheme":"nat","figure":"interest","steps":[{"amount":"1万元"}]}"#
      ], "1 bad-argument"
    ),
    (
      [
        #""operation":"lesserOf","arguments":{"scheme":"nat","amounts":["1万元",{"figure":"recovered"}]}"#
      ], "1 bad-argument"
    ),
    (
      [nat, #""operation":"capPer","arguments":{"limit":{"figure":"officialFees","rate":"50%"}}"#],
      "2 bad-argument"
    ),
    (
      [nat, #""operation":"capPer","arguments":{"limit":{"figure":"cost","rate":"50%"}}"#],
      "2 bad-argument"
    ),
    (
      [
        #""operation":"fixed","arguments":{"facts":"loan","amount":"1万元"}"#,
        #""operation":"figureAtLeast","arguments":{"figure":"principal","amount":"1万元"}"#,
      ], ""
    ),
    ([nat, #""operation":"figureAtLeast","arguments":{"figure":"tax","amount":"1万元"}"#], ""),
    (
      [
        #""operation":"fixed","arguments":{"facts":"patent","amount":"1万元"}"#,
        #""operation":"capPer","arguments":{"limit":{"figure":"officialFees","rate":"50%"}}"#,
      ], ""
    ),
    // Budgets.
    ([nat, #""operation":"pot","arguments":{"amount":"50元","unit":"100元"}"#], "2 bad-argument"),
    ([nat, #""operation":"pot","arguments":{"amount":"100元","unit":"100元"}"#], ""),
    ([nat, #""operation":"carryOver""#], "2 unreachable-clause"),
    ([nat, #""operation":"quota","arguments":{"maximum":1}"#, #""operation":"carryOver""#], ""),
    (
      [
        nat, #""operation":"pot","arguments":{"amount":"50万元","sharing":"order"}"#,
        #""operation":"priority","arguments":{"by":"level"}"#,
      ], "3 unreachable-clause"
    ),
    (
      [
        nat, #""operation":"priority","arguments":{"by":"level"}"#,
        #""operation":"pot","arguments":{"amount":"50万元","sharing":"order"}"#,
      ], ""
    ),
    // What a clause never meets.
    (
      [nat, #""operation":"scaleFactor","arguments":{"scheme":"prov","rate":"50%"}"#],
      "2 unreachable-clause"
    ),
    ([nat, #""operation":"scaleFactor","arguments":{"scheme":"nat","rate":"50%"}"#], ""),
    (
      [#""operation":"perCountry","arguments":{"route":"domestic","each":"100元"}"#],
      "1 unreachable-clause"
    ),
    (
      [
        nat, #""operation":"taxIn","arguments":{"area":"某市"}"#,
        #""operation":"taxIn","arguments":{"area":"另市"}"#,
      ], "1 unreachable-clause"
    ),
    (
      [
        nat, #""operation":"taxIn","arguments":{"area":["某市","320681"]}"#,
        #""operation":"taxIn","arguments":{"area":"某市"}"#,
      ], ""
    ),
    // Two that settle the same.
    (
      [
        nat, #""operation":"upgrade","arguments":{"mode":"difference"}"#,
        #""operation":"upgrade","arguments":{"mode":"full"}"#,
      ], "3 contradicting-clauses"
    ),
    (
      [
        nat, #""operation":"publication","arguments":{"days":5}"#,
        #""operation":"publication","arguments":{"days":7}"#,
      ], "3 contradicting-clauses"
    ),
    (
      [
        nat, #""operation":"renewal","arguments":{"mode":"none"}"#,
        #""operation":"renewal","arguments":{"mode":"full"}"#,
      ], "3 contradicting-clauses"
    ),
    (
      [
        nat, #""operation":"applicationWindow","arguments":{"from":"01-01","until":"03-31"}"#,
        #""operation":"applicationWindow","arguments":{"from":"05-01","until":"06-30"}"#,
      ], "3 contradicting-clauses"
    ),
    (
      [nat, #""operation":"stackWith""#, #""operation":"exclusiveWith""#], "3 contradicting-clauses"
    ),
    (
      [
        nat, #""operation":"stackWith""#,
        #""operation":"exclusiveWith","arguments":{"payers":"municipal"}"#,
      ], ""
    ),
    // Rules for titles over clauses that reward none.
    (
      [
        patent, #""operation":"oncePerLevel""#,
        #""operation":"renewal","arguments":{"mode":"none"}"#,
      ],
      "2 unreachable-clause, 3 unreachable-clause"
    ),
    ([patent, nat, #""operation":"oncePerLevel""#], ""),
    // Policies and clauses that nobody knows.
    ([applied(#""policy":"q""#)], "1 unreachable-clause"),
    ([applied(#""policy":"p""#)], ""),
    ([applied(#""policy":"p","clause":"第九条""#)], "1 unreachable-clause"),
    ([applied(#""policy":"p","clause":"1""#)], ""),
    ([applied(#""clause":"第九条""#)], "1 unreachable-clause"),
    ([applied(#""clause":"1""#)], ""),
    (
      [nat, #""operation":"exclusiveWith","arguments":{"policies":["p","办法","q"]}"#],
      "2 unknown-policy, 2 unknown-policy"
    ),
    // Marks and numbers that are none.
    (
      [#""operation":"fixed","arguments":{"facts":"membership","mark":"m","amount":"1万元"}"#],
      "1 unused-argument"
    ),
    (
      [
        #""operation":"fixed","arguments":{"facts":"trademark","classes":["9","50"],"amount":"1万元"}"#
      ], "1 unused-argument"
    ),
    (
      [#""operation":"fixed","arguments":{"scheme":"nat","rank":"一等奖","amount":"1万元"}"#],
      "1 unused-argument"
    ),
    ([#""operation":"fixed","arguments":{"scheme":"nat","rank":"1","amount":"1万元"}"#], ""),
    // Payees whom nobody knows.
    (
      [
        nat, #""operation":"percentOfTotal","arguments":{"of":["1"],"rate":"10%","recipient":"x"}"#,
        #""operation":"split","arguments":{"shares":[{"payee":"holder","ratio":"50%"},{"payee":"某处","recipient":"y","ratio":"50%"}]}"#,
      ], "2 unknown-payee, 3 unknown-payee"
    ),
    ([nat, #""operation":"payTo","arguments":{"payee":"agency","recipient":"e2"}"#], ""),
    // What two clauses settle for one award.
    (
      [
        nat,
        #""operation":"instalments","arguments":{"steps":[{"ratio":"60%"},{"ratio":"40%"}]}"#,
        #""operation":"instalments","arguments":{"steps":[{"ratio":"50%"},{"ratio":"50%"}]}"#,
      ], "3 contradicting-clauses"
    ),
    (
      [
        nat, #""operation":"payAs","arguments":{"form":"voucher"}"#,
        #""operation":"payAs","arguments":{"form":"cash"}"#,
      ], "3 contradicting-clauses"
    ),
    // One clause that leaves nothing by itself.
    (
      [nat, #""operation":"entityType","arguments":{"in":["company"],"notIn":["company"]}"#],
      "1 unreachable-clause"
    ),
    // Equal parts are several.
    (
      [nat, #""operation":"instalments","arguments":{"steps":[{"ratio":"1/2"},{"ratio":"1/2"}]}"#],
      ""
    ),
    ([#""operation":"topN","arguments":{"facts":"patent","amounts":["5万元","5万元"]}"#], ""),
    (
      [
        nat, #""operation":"pot","arguments":{"amount":"50万元"}"#,
        #""operation":"registeredIn","arguments":{"area":["某市","某市"]}"#,
      ], "3 unused-argument"
    ),
  ])
  func `what can never be paid, done or meant is told`(clauses: [String], told: String) throws {
    let source = Bench.source(
      clauses.enumerated().map { #"{"number":"\#($0 + 1)",\#($1)}"# }
    )
    let check = try PolicyCheck(source, against: try Bench.ledger(""))
    let found = check.findings.map { "\(($0.place?.line ?? 0) - 1) \($0.name)" }
    #expect(found.joined(separator: ", ") == told)
  }

  @Test(arguments: [
    (#""operation":"dedup","arguments":{"key":"mark"}"#, #""category":"evaluation""#, true),
    (#""operation":"dedup","arguments":{"key":"mark"}"#, #""category":"insurance""#, false),
    (#""operation":"dedup","arguments":{"key":"mark"},"for":["1"]"#, #""official":"no""#, false),
    (#""operation":"dedup","arguments":{"key":"fact"}"#, #""category":"evaluation""#, false),
    (#""operation":"onceEver","arguments":{"per":"object"}"#, #""right":"trademark""#, false),
    (#""operation":"onceEver","arguments":{"per":"object"}"#, #""category":"other""#, true),
    (
      #""operation":"capPer","arguments":{"limit":"1万元","subject":"family"}"#,
      #""official":"yes""#, true
    ),
  ])
  func `vouchers that may name no right are told where a clause counts by it`(
    clause: String,
    filter: String,
    isTold: Bool
  ) throws {
    let source = Bench.source([
      #"{"number":"1","operation":"fixed","arguments":{"facts":"trademark","amount":"1万元"}}"#,
      #"{"number":"2","operation":"fixed","arguments":{"facts":"expense",\#(filter),"amount":"1元"}}"#,
      #"{"number":"3",\#(clause)}"#,
    ])
    let found = try PolicyCheck(source, against: nil).findings
    #expect(found.contains { $0.name == "voucher-without-right" } == isTold)
  }
}
