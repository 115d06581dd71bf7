import Bilingual
import Ledger
import Portfolio

/// An enterprise as it is compared with others.
struct LikeEnterprise: LikenessSubject {
  let record: Record?
  private let name: EnterpriseName
  private let core: ComparedName
  private let former: [[Unicode.Scalar]]
  private let code: String?
  private let address: String

  init(_ record: Record, _ places: Places) {
    self.record = record
    name = EnterpriseName(record[Enterprise.name] ?? "", places)
    core = ComparedName(name.core)
    former = (record[Enterprise.formerNames] ?? []).map { Spelling($0).scalars }
    code = record[Enterprise.creditCode]
    address = Folding.key(record[Enterprise.address] ?? "")
  }

  init(named text: String, _ places: Places) {
    record = nil
    name = EnterpriseName(text, places)
    core = ComparedName(name.core)
    former = []
    code = nil
    address = ""
  }

  var text: LikenessKey? { LikenessKey(.name, name.whole.scalars) }

  func keys(atLeast least: Int) -> LikenessKeys {
    // Another legal form or place costs four points, the same address brings six.
    var keys = core.keys(atLeast: least - 2)
    for name in [name.whole.scalars] + former { keys.mutual.append(LikenessKey(.name, name)) }
    if let organisation {
      keys.mutual.append(LikenessKey(.code, organisation.unicodeScalars))
    }
    return keys
  }

  /// The organisation code within the unified credit code, GB 32100-2015.
  private var organisation: String? {
    guard let code, code.utf8.count == 18 else { return nil }
    return String(code.dropFirst(8).prefix(9))
  }

  func resemblance(to other: LikeEnterprise) -> Resemblance? {
    if let organisation, organisation == other.organisation {
      return code == other.code
        ? Resemblance(100, Self.sameCode) : Resemblance(97, Self.sameOrganisation)
    }
    guard var found = named(other) else { return nil }
    if address.utf8.count > 12, address == other.address {
      found = found.adding(6, Self.sameAddress)
    }
    if let code, let otherCode = other.code, CreditCode.fault(code) == nil,
      CreditCode.fault(otherCode) == nil
    {
      found = found.adding(-25, Self.otherCode)
    }
    return found
  }

  private func named(_ other: LikeEnterprise) -> Resemblance? {
    if name.whole.written == other.name.whole.written { return Resemblance(100, Resemblance.same) }
    if name.whole.scalars == other.name.whole.scalars {
      return Resemblance(98, Resemblance.traditional)
    }
    let isFormer =
      other.former.contains(name.whole.scalars) || former.contains(other.name.whole.scalars)
    if isFormer { return Resemblance(96, Self.formerName) }
    let isSamePlace =
      name.place.isEmpty || other.name.place.isEmpty
      || name.place.starts(with: other.name.place) || other.name.place.starts(with: name.place)
      || name.place.suffix(2) == other.name.place.suffix(2)
    guard name.core.scalars != other.name.core.scalars else {
      if !isSamePlace { return Resemblance(84, Self.otherPlace) }
      return name.form == other.name.form && name.place != other.name.place
        ? Resemblance(92, Self.placeLeftOut) : Resemblance(94, Self.otherForm)
    }
    guard let found = Resemblance.of(core, other.core) else { return nil }
    let lowered = Resemblance(found.score - 4, found.reasons)
    return isSamePlace ? lowered : lowered.adding(-10, Self.otherPlace)
  }
}
