import JSONLines
import Ledger
import Portfolio

/// The policy of the award benchmark: rules that OpenFisca can express, too.
///
/// An award by scheme, by tier, and by registration; government bodies and persons are not paid, nor is
/// who had a serious incident in the two years before; a cap for each enterprise; a pot shared pro rata.
enum AwardPolicy {
  static let year = 2025
  static let id = RecordID("benchmark")

  /// The titles: id, tier, family, and how many of a hundred recognitions they are.
  static let schemes: [(id: String, level: BrandLevel, family: SchemeFamily, weight: Int)] = [
    ("well-known-trademark", .national, .trademark, 2),
    ("gi-product", .national, .geographicalIndication, 2),
    ("gi-mark", .national, .geographicalIndication, 1),
    ("jiangsu-quality-product", .provincial, .certification, 10),
    ("nantong-well-known-trademark", .municipal, .trademark, 40),
    ("nantong-quality-award", .municipal, .qualityPrize, 20),
    ("qidong-quality-award", .county, .qualityPrize, 25),
  ]

  /// The records of the policy, its clauses and its schemes.
  ///
  /// - Parameter claims: How many claims the ledger will have; the pot grows with them and is always
  ///   smaller than what they ask for.
  /// - Returns: The drafts.
  static func drafts(claims: Int) -> [Draft] {
    var policy = Draft(Policy.schema)
    policy.id = id
    policy[Policy.name] = "基准测试办法"
    policy[Policy.inForceFrom] = PartialDate("2020-01-01")
    let pot = Money(fen: Int64(claims) * 600_037)
    let clauses = [
      clause("1", "entityType", [("notIn", .array([.string("government"), .string("person")]))]),
      clause("2", "noIncident", [("years", .integer(2)), ("severity", .string("serious"))]),
      clause(
        "3",
        "fixed",
        [("scheme", .string("well-known-trademark")), ("amount", .string("50万元"))]
      ),
      clause(
        "4",
        "fixed",
        [
          ("scheme", .array([.string("gi-product"), .string("gi-mark")])),
          ("amount", .string("20万元")),
        ]
      ),
      clause(
        "5",
        "fixed",
        [("scheme", .string("jiangsu-quality-product")), ("amount", .string("10万元"))]
      ),
      clause("6", "fixed", [("level", .string("municipal")), ("amount", .string("2万元"))]),
      clause("7", "fixed", [("level", .string("county")), ("amount", .string("1万元"))]),
      clause("8", "perRegistration", [("route", .string("domestic")), ("each", .string("500元"))]),
      clause("9", "perRegistration", [("route", .string("madrid")), ("each", .string("8000元"))]),
      clause("10", "capPerEnterprise", [("amount", .string("60万元"))]),
      clause("11", "pot", [("amount", .string("\(pot)元"))]),
    ]
    let schemes = schemes.map { scheme in
      var draft = Draft(Scheme.schema)
      draft.id = RecordID(scheme.id)
      draft[Scheme.name] = scheme.id
      draft[Scheme.level] = scheme.level
      draft[Scheme.family] = scheme.family
      return draft
    }
    return [policy] + clauses + schemes
  }

  private static func clause(
    _ number: String,
    _ operation: String,
    _ arguments: [(String, JSONValue)]
  ) -> Draft {
    var draft = Draft(Clause.schema)
    draft.id = RecordID("benchmark/\(number)")
    draft[Clause.policy] = id
    draft[Clause.number] = number
    draft[Clause.operation] = operation
    draft[Clause.arguments] = .object(arguments.map { JSONMember($0, $1) })
    draft[Clause.text] = "基准测试"
    return draft
  }
}
