import Ledger
import Portfolio

/// The owners and holders whose rights and titles alone a target counts.
struct OwnerChoice: Hashable {
  private let types: Set<EnterpriseType>
  private let sectors: Set<String>

  /// Reads the choice of a target; `nil` where it counts those of all.
  init?(_ target: Record?) {
    types = Set(target?[Target.ownerTypes] ?? [])
    sectors = Set((target?[Target.sectors] ?? []).map(Folding.key))
    if types.isEmpty, sectors.isEmpty { return nil }
  }

  /// Says whether what an owner has counts; `nil` where the owner's form or sector is not known.
  func includes(_ one: OwnerTraits) -> Bool? {
    func isIn<Value>(_ value: Value?, _ wanted: Set<Value>) -> Bool? {
      wanted.isEmpty ? true : value.map(wanted.contains)
    }
    let answers = [isIn(one.type, types), isIn(one.sector.map(Folding.key), sectors)]
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }
}
