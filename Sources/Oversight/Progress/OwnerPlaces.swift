import Ledger
import Portfolio

/// What is asked of enterprises and brands: where they are, what they are and what they make.
struct OwnerPlaces {
  private let enterprises: RowIndex
  private let towns: FieldColumn<RecordID>
  private let sectors: FieldColumn<String>
  private let types: FieldColumn<EnterpriseType>
  private let areas: FieldColumn<String>
  private let taxAreas: FieldColumn<String>
  private let bounds: CityBounds
  private let brands: RowIndex
  private let owners: FieldColumn<RecordID>
  private let brandSectors: FieldColumn<String>

  init(_ snapshot: Snapshot) throws {
    let enterprises = try snapshot.columns(
      Enterprise.schema,
      [
        Enterprise.town.definition, Enterprise.sector.definition, Enterprise.type.definition,
        Enterprise.area.definition, Enterprise.taxArea.definition,
      ]
    )
    self.enterprises = RowIndex(enterprises)
    towns = enterprises.column(Enterprise.town)
    sectors = enterprises.column(Enterprise.sector)
    types = enterprises.column(Enterprise.type)
    areas = enterprises.column(Enterprise.area)
    taxAreas = enterprises.column(Enterprise.taxArea)
    bounds = try CityBounds(snapshot)
    let brands = try snapshot.columns(
      Brand.schema,
      [Brand.owner.definition, Brand.sector.definition]
    )
    self.brands = RowIndex(brands)
    owners = brands.column(Brand.owner)
    brandSectors = brands.column(Brand.sector)
  }

  /// What is known of an enterprise.
  struct Owner {
    var town: RecordID?
    var sector: String?
    var type: EnterpriseType?
    var standing = CityBounds.Standing.inside

    var isElsewhere: Bool { standing == .elsewhere }
  }

  subscript(id: RecordID?) -> Owner {
    guard let row = enterprises[id] else { return Owner() }
    return Owner(
      town: towns[row],
      sector: sectors[row],
      type: types[row],
      standing: bounds.standing(town: towns[row], area: areas[row], taxArea: taxAreas[row])
    )
  }

  /// For which of several owners a right counts: the first in the city, else the first.
  func counted(_ owners: [RecordID]) -> RecordID? {
    owners.first { !self[$0].isElsewhere } ?? owners.first
  }

  /// Whether it is on record who holds a title.
  func isHeld(_ title: Record) -> Bool {
    (title[Recognition.holder] ?? brand(title[Recognition.brand]).owner
      ?? title[Recognition.coHolders]?.first) != nil
  }

  /// Whether all who hold a title are elsewhere.
  func isElsewhere(_ title: Record) -> Bool {
    let holder = title[Recognition.holder] ?? brand(title[Recognition.brand]).owner
    return self[holder].isElsewhere
      && (title[Recognition.coHolders] ?? []).allSatisfy { self[$0].isElsewhere }
  }

  func brand(_ id: RecordID?) -> (owner: RecordID?, sector: String?) {
    brands[id].map { (owners[$0], brandSectors[$0]) } ?? (nil, nil)
  }
}
