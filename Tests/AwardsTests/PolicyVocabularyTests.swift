import Awards
import Bilingual
import Ledger
import Portfolio
import Testing

struct PolicyVocabularyTests {
  /// The terms met in published policies, as the research lists them.
  private static let words = """
    title expense loan paid violation applicationWindow awardWindow retroactiveFrom withinOf
    overlaySwitch registeredIn taxIn entityType sector sizeAtLeast minYearsOperating noViolation
    taxAtLeast anyYearRetainedTaxAtLeast holderIsFirst routeIs recommendedBy selfFundedRatioAtLeast
    notInBlacklist pledge fixed fixedPer perCountry byBracket percentOf rateBased lesserOf scaleFactor
    rankTable matching topUpTo rangeDecided percentOfTotal bonusIfCount bonusIfAll bonusFirstEver
    milestone topN stream dedupKey highestOnly oncePerLevel onceEver noPayForRecert recertRate
    recertOnlyIfNeverPaid recertFull upgrade exclusiveWith stackWith capPer capAcrossLevels pieceCap
    pot proRata scoreSplit quota priority carryOverToNextYear payTo split instalments stagePayment
    voucher payWithin preCheckBy publication objection approveBy clawback revokedTitle restrictedUse
    reportNonMoneyCommendation
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test(arguments: words)
  func `a term of published policies has a place`(word: String) {
    #expect(PolicyVocabulary.terms.contains { $0.name == word })
  }

  /// The words within the terms: members of facts, arguments, and the words that arguments take.
  private static let parts = """
    kind level scheme grantedOn route object holder coHolderRank validFrom validTo isRecert
    isFirstForHolder isFirstEver designations classes official voucher principal rate interestPaid lpr
    contractDate repaid tax retainedTax size registeredAt taxAt foreignInvested payerLevel effectiveFrom
    repealed supersedes late forfeit nextRound lookback kinds noMove maxCountries onePerMark full
    difference deductPaidForObject noneIfDowngrade otherPolicy group applicant lifetime year
    objectOfficialFees unit association organiser team firstInventor person agency responsibleUnit
    rounding condition stage days ban blacklist admin judicial working ir enterpriseYear policyVersion
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test(arguments: words + parts)
  func `the help finds every word`(word: String) {
    #expect(Operations.named(word) != nil || !PolicyVocabulary.search(word).isEmpty)
  }

  @Test func `a word is found whatever its case, an argument by the words that it takes`() {
    #expect(PolicyVocabulary.search("RECERTRATE").map(\.name) == ["recertRate"])
    #expect(
      PolicyVocabulary.search("nextRound").map(\.place) == [
        .operation("applicationWindow", argument: "late")
      ]
    )
    #expect(PolicyVocabulary.search("nonsense").isEmpty)
  }

  @Test func `no term stands twice`() {
    let names = PolicyVocabulary.terms.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: PolicyVocabulary.terms.map(\.name))
  func `the place of a term exists`(name: String) throws {
    let term = try #require(PolicyVocabulary.terms.first { $0.name == name })
    let parameters = Operations.named("fixed")?.parameters ?? []
    switch term.place {
    case .operation(let operation, let argument):
      let declaration = try #require(Operations.named(operation), "\(operation)")
      guard let argument else { return }
      #expect(declaration.parameters.contains { $0.name == argument }, "\(argument)")
    case .facts(let kind):
      let facts = try #require(parameters.first { $0.name == "facts" })
      #expect(facts.expectation.en.contains("\"\(kind)\""))
    case .filter(let filter, let kind):
      let parameter = try #require(parameters.first { $0.name == filter }, "\(filter)")
      #expect(parameter.meaning.en.contains(kind))
    case .figure(let figure):
      let parameter = try #require(
        Operations.named("figureAtLeast")?.parameters.first { $0.name == "figure" }
      )
      #expect(parameter.expectation.en.contains("\"\(figure)\""))
    case .field(let field, let kind):
      #expect(Kinds.catalog[kind]?.fields.contains { $0.name == field } == true, "\(field)")
    }
  }
}
