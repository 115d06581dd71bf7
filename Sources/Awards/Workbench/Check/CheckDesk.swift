import Bilingual
import JSONLines
import Ledger
import Portfolio

/// The policies under check, and what is found on the way.
struct CheckDesk {
  let source: PolicySource
  /// The policies without errors, with their rules.
  let sets: [RuleSet]
  /// All policies that may replace each other.
  let policies: [Record]
  /// The titles that are known; `nil` where there is no ledger.
  let schemes: Table?
  /// Who may be paid; `nil` where there is no ledger.
  let enterprises: Table?
  /// The marks that clauses may name; `nil` where there is no ledger, or none asks for them.
  let trademarks: Table?
  /// The towns that clauses may name; `nil` where there is no ledger.
  let towns: Table?
  private(set) var findings: [Diagnostic] = []
  private(set) var omissions: [PolicyCheck.Omission] = []

  init(
    source: PolicySource,
    sets: [RuleSet],
    policies: [Record],
    schemes: Table?,
    enterprises: Table?,
    trademarks: Table?,
    towns: Table?
  ) {
    self.source = source
    self.sets = sets
    self.policies = policies
    self.schemes = schemes
    self.enterprises = enterprises
    self.trademarks = trademarks
    self.towns = towns
  }

  mutating func checkAll() {
    if schemes == nil {
      omit(
        Phrase(
          en: "titles and replaced policies were not looked up, since there is no ledger",
          zh: "没有账本，未核对荣誉项目和被替代的政策"
        )
      )
    }
    if source.hasAllPolicies { checkVersions() }
    checkEmptiness()
    for set in sets {
      checkWindow(of: set)
      checkStart(of: set)
      checkEnd(of: set)
      checkReach(in: set)
      checkConditions(in: set)
      checkOverlaps(in: set)
      checkPayees(in: set)
      checkArguments(in: set)
      checkBrackets(in: set)
      checkFigures(in: set)
      checkBudget(in: set)
      checkRivals(in: set)
      checkBans(of: set)
      checkSwitches(in: set)
      checkLeftovers(in: set)
      checkCountries(in: set)
      checkNames(in: set)
      checkShares(in: set)
      checkRates(in: set)
      checkObjects(in: set)
    }
  }

  /// A file of policies without a single clause.
  private mutating func checkEmptiness() {
    guard source.isFile, !source.hasErrors, source.clauses.isEmpty,
      let policy = source.policies.first
    else { return }
    let fault = ArgumentFault(
      "policy-without-clauses",
      Phrase(
        en: "the file has no clause, so that nothing is paid by it",
        zh: "文件中没有条款，不产生任何奖励"
      ),
      severity: .warning,
      at: []
    )
    report(fault, of: policy)
  }

  mutating func report(_ fault: ArgumentFault, of record: Record) {
    findings.append(source.diagnostic(fault, of: record))
  }

  mutating func omit(_ reason: Phrase, of record: Record? = nil) {
    let place = record.map { source.diagnostic(ArgumentFault("", reason, at: []), of: $0).place }
    omissions.append(PolicyCheck.Omission(place: place ?? nil, reason: reason))
  }
}

extension Rule {
  /// The path to an argument.
  static func path(_ name: String) -> [PathStep] {
    [.key(Clause.arguments.definition.name), .key(name)]
  }
}
