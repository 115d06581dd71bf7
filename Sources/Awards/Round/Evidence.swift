import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What the ledger knows besides the facts: recipients, titles, incidents, earlier payouts.
///
/// A class, since everybody holds it.
final class Evidence: Sendable {
  let enterprises: Table
  let schemes: Table
  private let policies: Table
  let snapshot: Snapshot
  private let payouts: [RecordID: [Payout]]
  private let payoutsByObject: Once<[RecordID: [Payout]]>
  private let payoutsByFact: Once<[RecordID: [Payout]]>
  /// What became of the awards of which something is to come back or was made void.
  let balances: [RecordID: AwardBalance]
  /// The awards that came back in full, by their claims, where none was sealed anew.
  let recovered: [String: RecordID]
  /// The awards that were made void for an objection that was right, by their claims.
  let refuted: [String: RecordID]
  /// The awards that were sealed here and made void, by their claims.
  let voided: [String: [Record]]
  /// What was entered by hand under a name of its own as paid by this city, by the facts that it pays for.
  let paidByHand: [RecordID: [Payout]]
  /// The claims for which an award stands, and those that are named to be sealed once more.
  private let taken: Set<String>
  // Read when a clause first asks: most rounds need few of them.
  let failures: Failures
  let parties: Parties
  private let brandTable: Once<Table>
  private let trademarkTable: Once<Table>
  private let patentTable: Once<Table>
  private let recognitionTable: Once<Table>
  private let yearTable: Once<Table>
  /// The figures of years that stand under ids of their own, by the id that they would have.
  private let otherYears: Once<[RecordID: [Record]]>
  private let incidentTable: Once<Incidents>
  private let applications: Once<[RecordID: [Record]]>
  private let brandsByMark: Once<[RecordID: RecordID]>
  /// By membership the event by which it ended.
  let withdrawals: Once<[RecordID: Record]>
  // Of each of the kinds in their order.
  private let histories: [Once<History>]

  /// Reads the ledger; claims that are named count as if nothing had come back for them.
  init(_ snapshot: Snapshot, _ book: PolicyBook, again: [String] = []) throws {
    self.snapshot = snapshot
    let failures = Failures()
    self.failures = failures
    let parties = try Parties(snapshot, failures)
    self.parties = parties
    enterprises = try snapshot.table(Enterprise.self)
    schemes = try snapshot.table(Scheme.self)
    brandTable = Once { try snapshot.table(Brand.self) }
    trademarkTable = Once { try snapshot.table(Trademark.self) }
    patentTable = Once { try snapshot.table(Patent.self) }
    recognitionTable = Once { try snapshot.table(Recognition.self) }
    yearTable = Once { try snapshot.table(EnterpriseYear.self) }
    otherYears = Once { try Self.otherYears(snapshot) }
    brandsByMark = Once {
      let brands = try snapshot.table(Brand.self).records.sorted { $0.id < $1.id }
      let pairs = brands.flatMap { brand in
        (brand[Brand.trademarks] ?? []).map { ($0, brand.id) }
      }
      return Dictionary(pairs) { first, _ in first }
    }
    withdrawals = Once { try Self.withdrawals(snapshot) }
    applications = Once {
      let records = try snapshot.table(Application.self).records.sorted { $0.id < $1.id }
      return Dictionary(grouping: records) { $0[Application.enterprise] ?? RecordID("") }
    }
    incidentTable = Once { try Incidents(snapshot, parties) }
    histories = FactKind.all.map { kind in
      Once {
        let records = try snapshot.table(kind.schema).records.filter(kind.isFact)
        return History(FactRows(records, of: kind).facts)
      }
    }
    let policies = try snapshot.table(Policy.self)
    self.policies = policies
    let awards = try snapshot.table(Award.self).records
    let balances = try Payout.balances(of: awards, snapshot)
    self.balances = balances
    let applicants = Applicants(book, snapshot)
    let payouts = try awards.compactMap { record in
      Payout(
        record,
        of: try applicants.applicant(of: record),
        payerLevel: Self.payerLevel(record, policies),
        balance: balances[record.id],
        about: .objects(ofFactsIn: record, snapshot, failures),
        tier: .tier(ofFactsIn: record, snapshot, failures)
      )
    }
    (self.payouts, payoutsByObject, payoutsByFact) = Self.index(payouts)
    paidByHand = Payout.paidByHand(payouts)
    let taken = Set(payouts.map(\.claim)).union(again)
    self.taken = taken
    recovered = Dictionary(
      awards.compactMap { award in
        guard award[Award.state] == .recovered, award.has(Award.receipt.definition),
          let claim = award[Award.claim], !taken.contains(claim)
        else { return nil }
        return (claim, award.id)
      },
      uniquingKeysWith: { max($0, $1) }
    )
    refuted = try Payout.refuted(of: awards, snapshot)
    voided = Payout.voided(of: awards)
  }

  /// Whether people have settled that a claim is paid.
  func isTaken(_ claim: String) -> Bool { taken.contains(claim) }

  private init(_ other: Evidence, paying payouts: [Payout]) {
    enterprises = other.enterprises
    parties = other.parties
    schemes = other.schemes
    policies = other.policies
    snapshot = other.snapshot
    failures = other.failures
    brandTable = other.brandTable
    trademarkTable = other.trademarkTable
    patentTable = other.patentTable
    recognitionTable = other.recognitionTable
    yearTable = other.yearTable
    otherYears = other.otherYears
    incidentTable = other.incidentTable
    applications = other.applications
    brandsByMark = other.brandsByMark
    withdrawals = other.withdrawals
    histories = other.histories
    balances = other.balances
    recovered = other.recovered
    refuted = other.refuted
    voided = other.voided
    paidByHand = other.paidByHand
    taken = other.taken
    (self.payouts, payoutsByObject, payoutsByFact) = Self.index(payouts)
  }

  private static func index(_ payouts: [Payout]) -> (
    byApplicant: [RecordID: [Payout]], byObject: Once<[RecordID: [Payout]]>,
    byFact: Once<[RecordID: [Payout]]>
  ) {
    let sorted = payouts.sorted { $0.id < $1.id }
    func index(by keys: @escaping @Sendable (Payout) -> [RecordID]) -> Once<[RecordID: [Payout]]> {
      Once {
        let pairs = sorted.flatMap { payout in keys(payout).map { ($0, [payout]) } }
        return Dictionary(pairs, uniquingKeysWith: +)
      }
    }
    return (
      Dictionary(grouping: sorted, by: \.applicant), index { $0.objects },
      index { $0.facts }
    )
  }

  /// Throws why a file could not be read that was asked for meanwhile: nothing may rest on that.
  func check() throws {
    try failures.check()
  }

  var brands: Table { failures.value(of: brandTable, or: Table(Brand.schema)) }
  var trademarks: Table { failures.value(of: trademarkTable, or: Table(Trademark.schema)) }
  var patents: Table { failures.value(of: patentTable, or: Table(Patent.schema)) }
  private var recognitions: Table {
    failures.value(of: recognitionTable, or: Table(Recognition.schema))
  }

  /// The evidence with payouts that are computed; each stands in for what was sealed for it.
  ///
  /// Where another amount was sealed, that one counts.
  func counting(_ computed: [Payout]) -> Evidence {
    guard !computed.isEmpty else { return self }
    let sealed = Dictionary(
      allPayouts.map { (Key($0), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let standIns = computed.compactMap { payout -> Payout? in
      guard let sealed = sealed[Key(payout)] else { return payout }
      guard sealed.amount == payout.amount, sealed.recipient == payout.recipient else {
        return nil
      }
      var payout = payout
      payout.commit = sealed.commit
      return payout
    }
    let keys = Set(standIns.map(Key.init))
    return Evidence(self, paying: allPayouts.filter { !keys.contains(Key($0)) } + standIns)
  }

  private struct Key: Hashable {
    let policy: RecordID
    let claim: String

    init(_ payout: Payout) {
      policy = payout.policy
      claim = payout.claim
    }
  }

  /// A fact of a kind by its record's id.
  func fact(_ id: RecordID, of kind: FactKind) -> Fact? {
    failures.value(or: nil) { try snapshot.table(kind.schema)[id] }
      .map { Fact($0, of: kind, self) }
  }

  /// Whether the ledger has a fact of any kind with an id.
  func isFact(_ id: RecordID) -> Bool {
    FactKind.all.contains { fact(id, of: $0) != nil }
  }

  /// The day of a fact of any kind.
  func date(ofFact id: RecordID) -> PartialDate? {
    FactKind.all.lazy.compactMap { self.fact(id, of: $0)?.date }.first
  }

  /// A clause of any policy, also of one that was replaced.
  func clause(_ id: RecordID) -> Record? {
    failures.value(or: nil) { try snapshot.table(Clause.self)[id] }
  }

  /// The number of such a clause.
  func number(ofClause id: RecordID) -> String? { clause(id)?[Clause.number] }

  /// All incidents.
  var incidents: Incidents { failures.value(of: incidentTable, or: Incidents()) }

  /// The incidents of an enterprise by id.
  func incidents(of enterprise: RecordID) -> [Record] {
    let incidents = incidents
    return incidents[parties.number(of: enterprise)].compactMap {
      incidents.record($0, failures)
    }
  }

  /// The payouts for what somebody won or did, whoever was paid.
  func payouts(of applicant: RecordID?) -> [Payout] {
    applicant.flatMap { payouts[$0] } ?? []
  }

  /// The payouts that name a fact, to whomever.
  func payouts(forFact fact: RecordID) -> [Payout] {
    failures.value(of: payoutsByFact, or: [:])[fact] ?? []
  }

  func payouts(about object: RecordID) -> [Payout] {
    failures.value(of: payoutsByObject, or: [:])[object] ?? []
  }

  /// Who controls an enterprise in the end, or itself; of a ring the one with the lowest id.
  func group(of enterprise: RecordID) -> RecordID {
    var chain = [enterprise]
    while let above = enterprises[chain[chain.count - 1]]?[Enterprise.group] {
      if let start = chain.firstIndex(of: above) { return chain[start...].min() ?? above }
      chain.append(above)
    }
    return chain[chain.count - 1]
  }

  /// A mark or a patent.
  func right(_ id: RecordID) -> Record? {
    trademarks[id] ?? patents[id]
  }

  /// What stands for all registrations of one mark by one owner; the object itself where it is no mark.
  func mark(_ object: RecordID) -> RecordID {
    guard let record = trademarks[object], let mark = record[Trademark.mark] else { return object }
    return RecordID("\(record[Trademark.owner]?.text ?? "")\n\(Folding.key(mark))")
  }

  /// The brand that rests on a mark, or the object itself.
  func brand(of object: RecordID) -> RecordID {
    failures.value(of: brandsByMark, or: [:])[object] ?? object
  }

  /// What stands for all members of a patent's family; the object itself where it has none.
  func family(_ object: RecordID) -> RecordID {
    patents[object]?[Patent.family].map { RecordID("\n\($0)") } ?? object
  }

  /// The title that a record grants.
  func scheme(ofFact id: RecordID) -> RecordID? {
    recognitions[id]?[Recognition.scheme]
  }

  /// The family of the title that a record grants.
  func family(ofFact id: RecordID) -> SchemeFamily? {
    schemes[scheme(ofFact: id)]?[Scheme.family]
  }

  /// The records of an enterprise's figures in a year, and where they stand or should stand.
  ///
  /// There is one, but where they were imported under ids of their own.
  func year(_ year: Int, of enterprise: RecordID) -> (records: [Record], id: RecordID) {
    let id = RecordID("\(enterprise)/\(year)")
    let table = failures.value(of: yearTable, or: Table(EnterpriseYear.schema))
    // Most stand where they should, and the others are not looked for.
    if let record = table[id] { return ([record], id) }
    return (failures.value(of: otherYears, or: [:])[id] ?? [], id)
  }

  private static func otherYears(_ snapshot: Snapshot) throws -> [RecordID: [Record]] {
    let records = try snapshot.table(EnterpriseYear.self).records.sorted { $0.id < $1.id }
    let pairs = records.compactMap { record -> (RecordID, [Record])? in
      guard let enterprise = record[EnterpriseYear.enterprise],
        let year = record[EnterpriseYear.year]
      else { return nil }
      let id = RecordID("\(enterprise)/\(year)")
      return id == record.id ? nil : (id, [record])
    }
    return Dictionary(pairs, uniquingKeysWith: +)
  }

  func applications(of enterprise: RecordID?) -> [Record] {
    enterprise.flatMap { failures.value(of: applications, or: [:])[$0] } ?? []
  }

  /// All facts of a kind.
  func history(of kind: FactKind) -> History {
    guard let place = FactKind.all.firstIndex(where: { $0 === kind }) else { return History([]) }
    return failures.value(of: histories[place], or: History([]))
  }

  /// What was sealed for a claim and stands; of the round of a year, or of any.
  func sealed(_ claim: Claim, in year: Int? = nil) -> Payout? {
    payouts(forFact: claim.source.id).first { payout in
      payout.policy == claim.policy && payout.claim == claim.id && !payout.isForeign
        && payout.year == year ?? payout.year
    }
  }

  func award(_ id: RecordID) -> Record? {
    failures.value(or: nil) { try snapshot.table(Award.self)[id] }
  }

  func payerLevel(_ award: Record) -> BrandLevel? {
    Self.payerLevel(award, policies)
  }

  private static func payerLevel(_ award: Record, _ policies: Table) -> BrandLevel? {
    BrandLevel.payer(of: award, by: policies[award[Award.policy]])
  }

  var hasPayouts: Bool { !payouts.isEmpty }

  var allPayouts: [Payout] {
    payouts.values.flatMap(\.self).sorted { $0.id < $1.id }
  }

  func name(of recipient: RecordID?) -> String? {
    enterprises[recipient]?[Enterprise.name] ?? recipient?.text
  }

  /// The last number of a share in the round for which an award stands; 0 where there is none.
  func lastInstance(of first: Claim) -> Int {
    let start = first.id + "-"
    return payouts(forFact: first.source.id).filter { $0.policy == first.policy && !$0.isForeign }
      .compactMap { payout in
        if payout.claim == first.id { return 1 }
        guard payout.claim.utf8.starts(with: start.utf8) else { return nil }
        // A number that nobody gave would make claims without end.
        return Int(payout.claim.dropFirst(start.count)).flatMap { $0 <= 1_000 ? $0 : nil }
      }
      .max() ?? 0
  }

  /// Whether the ledger has a recipient's record.
  func knows(_ recipient: RecordID) -> Bool { enterprises[recipient] != nil }

  /// The facts of a kind that lie in a range of days or may lie there, in their defined order.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - days: The days.
  ///   - fields: What clauses will ask of each of them.
  /// - Returns: The facts.
  /// - Throws: ``Diagnostics`` where the file cannot be read.
  func facts(
    of kind: FactKind,
    within days: ClosedRange<Day>,
    _ fields: [FieldDefinition]
  ) throws -> FactRows {
    let columns = try snapshot.columns(
      kind.schema,
      kind.columns + fields,
      where: kind.date
    ) { date in
      date.map { $0.lies(from: days.lowerBound, until: days.upperBound) != false } ?? true
    }
    return try FactOrder(columns, of: kind).facts(self)
  }
}
