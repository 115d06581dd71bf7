import Ledger
import Portfolio

extension Upgrade {
  /// Something paid at a tier, before or in this round, that a higher title may deduct.
  struct Credit {
    let level: BrandLevel
    let facts: [RecordID]
    let recipient: RecordID
    let object: RecordID?
    let amount: Money
    let input: Input
    /// Where its brand should stand.
    let objectInput: Input
    /// The payout of an earlier round that it is.
    var payout: Payout?
    /// The title of this round that it comes from.
    var title: Title?
    /// Its place among all.
    fileprivate(set) var place = 0

    /// A title of this round, with what it is taken to get itself.
    struct Title {
      let index: Int
      let amount: Money
      let isOpen: Bool
    }

    /// The claim that it comes from, where that is open.
    var open: Int? { title.flatMap { $0.isOpen ? $0.index : nil } }

    var rank: Int { level.rank }
  }

  /// All that was paid, by those with which it is compared.
  struct Credits {
    let byBrand: Bool
    private var all: [Credit] = []
    private var places: [Kin: [Int]] = [:]
    private var taken: Set<Int> = []

    init(byBrand: Bool) {
      self.byBrand = byBrand
    }

    mutating func append(_ credits: [Credit]) {
      for credit in credits { append(credit) }
    }

    mutating func append(_ credit: Credit) {
      var credit = credit
      credit.place = all.count
      all.append(credit)
      for kin in Kin.places(of: credit.recipient, credit.object) {
        places[kin, default: []].append(credit.place)
      }
    }

    /// What is left of those with which a title is compared, as they came.
    func kin(of claim: Claim) -> [Credit] {
      guard let recipient = claim.recipient else { return [] }
      return Kin.kin(of: recipient, claim.object, byBrand: byBrand)
        .flatMap { places[$0] ?? [] }
        .filter { !taken.contains($0) }
        .sorted().map { all[$0] }
    }

    /// Nothing is deducted twice.
    mutating func take(_ credits: [Credit]) {
      taken.formUnion(credits.map(\.place))
    }
  }
}
