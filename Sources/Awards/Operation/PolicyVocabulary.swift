/// Where each word of published award policies has its place.
///
/// Policies of many cities use some hundred terms for what they pay and how. Most of them are an
/// ``Operations`` member, several are the same one with another argument, and some are told by the
/// policy itself or by the facts in the ledger.
public enum PolicyVocabulary {
  /// What a term is expressed by.
  public enum Place: Hashable, Sendable {
    /// An operation, and the argument that makes it what the term says.
    case operation(String, argument: String? = nil)
    /// A kind of fact that clauses select.
    case facts(String)
    /// A filter on a kind of fact.
    case filter(String, on: String)
    /// A figure that clauses read.
    case figure(String)
    /// A field of a kind of record.
    case field(String, of: String)
  }

  /// A term and its place.
  public struct Term: Sendable {
    /// The term.
    public let name: String
    /// Its place.
    public let place: Place

    init(_ name: String, _ place: Place) {
      self.name = name
      self.place = place
    }
  }

  /// All terms: facts, scope, eligibility, amounts, combination, budget, payment, process.
  public static let terms = facts + scope + eligibility + amounts + combination + budget + process

  private static let facts: [Term] = [
    Term("title", .facts("recognition")),
    Term("title.kind", .filter("family", on: "recognition")),
    Term("title.level", .filter("level", on: "recognition")),
    Term("title.scheme", .filter("scheme", on: "recognition")),
    Term("title.grantedOn", .field("awarded", of: "recognition")),
    Term("title.route", .filter("route", on: "recognition")),
    Term("title.object", .field("brand", of: "recognition")),
    Term("title.holder", .field("holder", of: "recognition")),
    Term("title.coHolderRank", .filter("rank", on: "recognition")),
    Term("title.validFrom", .field("awarded", of: "recognition")),
    Term("title.validTo", .field("validUntil", of: "recognition")),
    Term("title.isRecert", .filter("event", on: "recognition")),
    Term("title.isFirstForHolder", .filter("firstForHolder", on: "recognition")),
    Term("title.isFirstEver", .filter("firstEver", on: "recognition")),
    Term("ir", .facts("trademark")),
    Term("ir.designations", .filter("designations", on: "trademark")),
    Term("ir.classes", .filter("classes", on: "trademark")),
    Term("expense", .facts("expense")),
    Term("expense.kind", .filter("category", on: "expense")),
    Term("expense.amount", .figure("cost")),
    Term("expense.official", .filter("official", on: "expense")),
    Term("expense.voucher", .field("voucher", of: "expense")),
    Term("loan", .facts("loan")),
    Term("loan.principal", .figure("principal")),
    Term("loan.rate", .field("rate", of: "loan")),
    Term("loan.interestPaid", .figure("interest")),
    Term("loan.lpr", .operation("rateBased", argument: "rates")),
    Term("loan.contractDate", .field("contractOn", of: "loan")),
    Term("loan.repaid", .filter("repaid", on: "loan")),
    Term("enterpriseYear", .field("year", of: "enterprise-year")),
    Term("enterpriseYear.tax", .figure("tax")),
    Term("enterpriseYear.retainedTax", .figure("retainedTax")),
    Term("enterpriseYear.size", .field("size", of: "enterprise")),
    Term("enterpriseYear.sector", .field("sector", of: "enterprise")),
    Term("enterpriseYear.registeredAt", .field("area", of: "enterprise")),
    Term("enterpriseYear.taxAt", .field("taxArea", of: "enterprise")),
    Term("enterpriseYear.foreignInvested", .operation("foreignInvested")),
    Term("paid", .facts("paid")),
    Term("paid.payerLevel", .filter("payer", on: "paid")),
    Term("paid.policy", .filter("policy", on: "paid")),
    Term("paid.object", .field("object", of: "award")),
    Term("paid.amount", .figure("paidByOthers")),
    Term("paid.date", .field("sealedOn", of: "award")),
    Term("violation", .operation("noIncident")),
    Term("violation.kind", .field("category", of: "incident")),
    Term("violation.date", .field("date", of: "incident")),
    Term("caseWon", .filter("outcome", on: "case")),
    Term("member", .facts("membership")),
    Term("decided", .field("decidedFen", of: "application")),
  ]

  private static let scope: [Term] = [
    Term("policyVersion", .field("replaces", of: "policy")),
    Term("policyVersion.effectiveFrom", .field("inForceFrom", of: "policy")),
    Term("policyVersion.to", .field("inForceUntil", of: "policy")),
    Term("policyVersion.repealed", .field("repealedOn", of: "policy")),
    Term("policyVersion.supersedes", .field("replaces", of: "policy")),
    Term("awardWindow", .field("window", of: "policy")),
    Term("retroactiveFrom", .field("retroactiveFrom", of: "policy")),
    Term("applicationWindow", .operation("applicationWindow")),
    Term("applicationWindow.to", .operation("applicationWindow", argument: "until")),
    Term("applicationWindow.late", .operation("applicationWindow", argument: "late")),
    Term("withinOf", .operation("withinOf")),
    Term("overlaySwitch", .operation("overlaySwitch")),
    Term("overlay", .field("overrides", of: "policy")),
  ]

  private static let eligibility: [Term] = [
    Term("registeredIn", .operation("registeredIn")),
    Term("taxIn", .operation("taxIn")),
    Term("entityType", .operation("entityType")),
    Term("sector", .operation("sector")),
    Term("sizeAtLeast", .operation("sizeAtLeast")),
    Term("minYearsOperating", .operation("minYearsOperating")),
    Term("noViolation", .operation("noIncident")),
    Term("noViolation.lookback", .operation("noIncident", argument: "years")),
    Term("noViolation.kinds", .operation("noIncident", argument: "categories")),
    Term("taxAtLeast", .operation("figureAtLeast", argument: "figure")),
    Term("anyYearRetainedTaxAtLeast", .operation("figureAtLeast", argument: "withinYears")),
    Term("holderIsFirst", .operation("holderIsFirst")),
    Term("routeIs", .operation("routeIs")),
    Term("routeIs.admin", .operation("routeIs", argument: "route")),
    Term("routeIs.judicial", .operation("routeIs", argument: "route")),
    Term("recommendedBy", .operation("recommendedBy")),
    Term("selfFundedRatioAtLeast", .operation("selfFundedRatioAtLeast")),
    Term("notInBlacklist", .operation("notBanned")),
    Term("pledge.noMove", .operation("pledge", argument: "pledge")),
    Term("pledge", .operation("pledge")),
  ]

  private static let amounts: [Term] = [
    Term("fixed", .operation("fixed")),
    Term("fixedPer", .operation("fixedPer")),
    Term("perCountry", .operation("perCountry")),
    Term("perCountry.maxCountries", .operation("perCountry", argument: "maximum")),
    Term("perCountry.onePerMark", .operation("perCountry")),
    Term("byBracket", .operation("byBracket")),
    Term("percentOf", .operation("percentOf")),
    Term("rateBased", .operation("rateBased")),
    Term("lesserOf", .operation("lesserOf")),
    Term("scaleFactor", .operation("scaleFactor")),
    Term("rankTable", .operation("rankTable")),
    Term("matching", .operation("matching")),
    Term("topUpTo", .operation("topUpTo")),
    Term("rangeDecided", .operation("rangeDecided")),
    Term("percentOfTotal", .operation("percentOfTotal")),
    Term("bonusIfCount", .operation("bonusIfCount")),
    Term("bonusIfAll", .operation("bonusIfCount", argument: "also")),
    Term("bonusFirstEver", .operation("fixed", argument: "firstEver")),
    Term("milestone", .operation("milestone")),
    Term("topN", .operation("topN")),
    Term("stream", .operation("stream")),
  ]

  private static let combination: [Term] = [
    Term("dedupKey", .operation("dedup")),
    Term("highestOnly", .operation("highestOnly")),
    Term("oncePerLevel", .operation("oncePerLevel")),
    Term("onceEver", .operation("onceEver")),
    Term("noPayForRecert", .operation("renewal", argument: "mode")),
    Term("recertRate", .operation("renewal", argument: "rate")),
    Term("recertOnlyIfNeverPaid", .operation("renewal", argument: "mode")),
    Term("recertFull", .operation("renewal", argument: "mode")),
    Term("upgrade", .operation("upgrade")),
    Term("upgrade.full", .operation("upgrade", argument: "mode")),
    Term("upgrade.difference", .operation("upgrade", argument: "mode")),
    Term("upgrade.deductPaidForObject", .operation("upgrade", argument: "per")),
    Term("upgrade.noneIfDowngrade", .operation("upgrade", argument: "downgrade")),
    Term("exclusiveWith", .operation("exclusiveWith")),
    Term("exclusiveWith.payerLevel", .operation("exclusiveWith", argument: "payers")),
    Term("exclusiveWith.otherPolicy", .operation("exclusiveWith", argument: "policies")),
    Term("stackWith", .operation("stackWith")),
    Term("stackWith.clauses", .operation("stackWith", argument: "clauses")),
    Term("capPer", .operation("capPer")),
    Term("capPer.applicant", .operation("capPer", argument: "subject")),
    Term("capAcrossLevels", .operation("capAcrossLevels")),
    Term("capAcrossLevels.objectOfficialFees", .operation("capAcrossLevels", argument: "rate")),
    Term("pieceCap", .operation("pieceCap")),
  ]

  private static let budget: [Term] = [
    Term("pot", .operation("pot")),
    Term("proRata", .operation("pot", argument: "sharing")),
    Term("scoreSplit", .operation("scoreSplit")),
    Term("quota", .operation("quota")),
    Term("priority", .operation("priority")),
    Term("carryOverToNextYear", .operation("carryOver")),
    Term("carryOverToNextYear.unspent", .operation("pot", argument: "unspent")),
  ]

  private static let process: [Term] = [
    Term("payTo", .operation("payTo")),
    Term("split", .operation("split")),
    Term("instalments", .operation("instalments")),
    Term("stagePayment", .operation("stagePayment")),
    Term("voucher", .operation("payAs", argument: "form")),
    Term("payWithin", .operation("payWithin")),
    Term("preCheckBy", .operation("preCheckBy")),
    Term("publication", .operation("publication")),
    Term("objection", .operation("publication", argument: "days")),
    Term("approveBy", .operation("approveBy")),
    Term("clawback", .operation("clawback")),
    Term("clawback.ban", .operation("clawback", argument: "banYears")),
    Term("clawback.blacklist", .operation("clawback", argument: "banYears")),
    Term("revokedTitle", .operation("clawback", argument: "reasons")),
    Term("restrictedUse", .operation("payAs", argument: "use")),
    Term("reportNonMoneyCommendation", .operation("commend")),
  ]
}
