import Ledger
import Portfolio

/// One thing that an indicator counts.
struct Occurrence {
  let measure: Measure
  /// The date by which it falls into the year; `nil` for what is held on the closing day, and where it is no date.
  let date: PartialDate?
  let scheme: RecordID?
  let town: RecordID?
  let sector: String?
  /// Whether it still stands on the closing day.
  let stands: Bool
  /// Whether it is counted, or may only be.
  let isCertain: Bool
}

/// Everything that the computed indicators count in a year.
struct Occurrences {
  private(set) var list: [Occurrence] = []
  private let year: ReportingYear
  private let places: OwnerPlaces

  init(in year: ReportingYear, _ snapshot: Snapshot) throws {
    self.year = year
    places = try OwnerPlaces(snapshot)
    let book = try RightBook(eventsOf: snapshot)
    try addTrademarks(book, snapshot)
    try addRecognitions(snapshot)
    addHoldings(
      try TitleScan(on: year.closing, reading: [Recognition.holder.definition], in: snapshot)
    )
    addPatents(book, try snapshot.table(Patent.self))
    addCases(try snapshot.table(Case.self))
  }

  /// Takes the titles held on another day than the closing day, and nothing else.
  init(heldOn day: Day, in year: ReportingYear, _ snapshot: Snapshot) throws {
    self.year = year
    places = try OwnerPlaces(snapshot)
    addHoldings(try TitleScan(on: day, reading: [Recognition.holder.definition], in: snapshot))
  }

  private mutating func addTrademarks(_ book: RightBook, _ snapshot: Snapshot) throws {
    let marks = try snapshot.columns(Trademark.schema, [Trademark.registeredOn.definition])
    let year = year
    let rows = marks.rows(where: Trademark.registeredOn.stated) {
      $0.map { $0.lies(in: year) != false } ?? false
    }
    var seen: Set<RecordID> = []
    for row in rows {
      let mark = try marks.record(row)
      seen.insert(mark.id)
      guard let date = mark[Trademark.registeredOn.stated] else { continue }
      let isAbroad = mark[Trademark.route] != .domestic
      if isAbroad { addDesignations(of: mark, book) }
      add(
        isAbroad ? .newTrademarksInternational : .newTrademarksDomestic,
        date,
        party: mark[Trademark.owner],
        stands: !book.hasEnded(mark, on: year.closing)
      )
    }
    // A mark of another year may have been extended to more countries in this one.
    for id in book.eventful where !seen.contains(id) {
      guard let mark = try snapshot.record(id, Trademark.schema),
        mark[Trademark.route] != .domestic
      else { continue }
      addDesignations(of: mark, book)
    }
  }

  /// Counts a mark abroad once for each country, those designated later by their own day.
  private mutating func addDesignations(of mark: Record, _ book: RightBook) {
    let owner = mark[Trademark.owner]
    guard mark[Trademark.route] == .madrid else {
      guard let date = mark[Trademark.registeredOn.stated] else { return }
      let stands = !book.hasEnded(mark, on: year.closing)
      add(.newTrademarksCountries, date, party: owner, stands: stands)
      return
    }
    guard let registered = mark[Trademark.registeredOn], registered.first <= year.closing else {
      return
    }
    for one in book.designations(of: mark, on: year.closing) {
      guard let date = one.designatedOn else { continue }
      add(.newTrademarksCountries, .date(date), party: owner, stands: !one.state.isCeased)
    }
  }

  private mutating func addRecognitions(_ snapshot: Snapshot) throws {
    let schemes = try snapshot.table(Scheme.self)
    let recognitions = try snapshot.columns(
      Recognition.schema,
      [
        Recognition.awarded.definition, Recognition.event.definition,
        Recognition.scheme.definition, Recognition.validUntil.definition,
        Recognition.revokedOn.definition, Recognition.holder.definition,
        Recognition.brand.definition,
      ]
    )
    let awarded = recognitions.column(Recognition.awarded.stated)
    let event = recognitions.column(Recognition.event)
    let scheme = recognitions.column(Recognition.scheme)
    let validUntil = recognitions.column(Recognition.validUntil)
    let revokedOn = recognitions.column(Recognition.revokedOn)
    let holder = recognitions.column(Recognition.holder)
    let brand = recognitions.column(Recognition.brand)
    let year = year
    var terms: [RecordID: Tenure.Terms] = [:]
    let rows = recognitions.rows(where: Recognition.awarded.stated) {
      $0.map { $0.lies(in: year) != false } ?? false
    }
    for row in rows {
      guard let date = awarded[row], event[row] != .renewal else { continue }
      let id = scheme[row]
      if let id, terms[id] == nil { terms[id] = schemes[id].map { Tenure.Terms($0) } }
      let tenure = Tenure(
        awarded: date.known,
        validUntil: validUntil[row],
        revokedOn: revokedOn[row],
        id.flatMap { terms[$0] }
      )
      addTitle(
        .newRecognitions,
        date.known,
        holder: holder[row],
        brand: brand[row],
        scheme: id,
        stands: tenure.holds(on: year.closing) != false,
        isCertain: date.known != nil
      )
    }
  }

  private mutating func addHoldings(_ titles: TitleScan) {
    let scheme = titles.columns.column(Recognition.scheme)
    let holder = titles.columns.column(Recognition.holder)
    let brand = titles.columns.column(Recognition.brand)
    for (rows, isCertain) in [(titles.held, true), (titles.uncertain, false)] {
      for row in rows {
        guard let id = scheme[row] else { continue }
        addTitle(
          .holdings,
          nil,
          holder: holder[row],
          brand: brand[row],
          scheme: id,
          isCertain: isCertain
        )
      }
    }
  }

  private mutating func addPatents(_ book: RightBook, _ table: Table) {
    for patent in table.records {
      let steps: [(StatedDate?, Measure, Measure)] = [
        (patent[Patent.filedOn.stated], .patentsApplied, .inventionsApplied),
        (patent[Patent.grantedOn.stated], .patentsGranted, .inventionsGranted),
      ]
      for case (let date?, let measure, let ofInventions) in steps
      where date.lies(in: year) != false {
        let hasEnded = book.hasEnded(patent, on: year.closing)
        let owner = patent[Patent.owners]?.first
        add(measure, date, party: owner, stands: !hasEnded)
        guard patent[Patent.type] == .invention else { continue }
        add(ofInventions, date, party: owner, stands: !hasEnded)
      }
    }
  }

  private mutating func addCases(_ table: Table) {
    for record in table.records {
      let steps: [(StatedDate?, Measure)] = [
        (record[Case.receivedOn.stated], .casesOpened),
        (record[Case.acceptedOn.stated], .casesAccepted),
        (record[Case.closedOn.stated], .casesClosed),
      ]
      for case (let date?, let measure) in steps {
        add(measure, date, party: record[Case.rightHolder], town: record[Case.town])
      }
    }
  }

  /// Counts what falls into the year, and what may.
  private mutating func add(
    _ measure: Measure,
    _ date: StatedDate,
    party: RecordID?,
    town: RecordID? = nil,
    stands: Bool = true
  ) {
    let liesInYear = date.lies(in: year)
    guard liesInYear != false else { return }
    let enterprise = places[party]
    list.append(
      Occurrence(
        measure: measure,
        date: date.known,
        scheme: nil,
        town: town ?? enterprise.town,
        sector: enterprise.sector,
        stands: stands,
        isCertain: liesInYear == true
      )
    )
  }

  private mutating func addTitle(
    _ measure: Measure,
    _ date: PartialDate?,
    holder: RecordID?,
    brand: RecordID?,
    scheme: RecordID?,
    stands: Bool = true,
    isCertain: Bool = true
  ) {
    let owned = places.brand(brand)
    let enterprise = places[holder ?? owned.owner]
    list.append(
      Occurrence(
        measure: measure,
        date: date,
        scheme: scheme,
        town: enterprise.town,
        sector: owned.sector ?? enterprise.sector,
        stands: stands,
        isCertain: isCertain
      )
    )
  }
}

/// What is asked of enterprises and brands: where they are and what they make.
private struct OwnerPlaces {
  private let enterprises: RowIndex
  private let towns: FieldColumn<RecordID>
  private let sectors: FieldColumn<String>
  private let brands: RowIndex
  private let owners: FieldColumn<RecordID>
  private let brandSectors: FieldColumn<String>

  init(_ snapshot: Snapshot) throws {
    let enterprises = try snapshot.columns(
      Enterprise.schema,
      [Enterprise.town.definition, Enterprise.sector.definition]
    )
    self.enterprises = RowIndex(enterprises)
    towns = enterprises.column(Enterprise.town)
    sectors = enterprises.column(Enterprise.sector)
    let brands = try snapshot.columns(
      Brand.schema,
      [Brand.owner.definition, Brand.sector.definition]
    )
    self.brands = RowIndex(brands)
    owners = brands.column(Brand.owner)
    brandSectors = brands.column(Brand.sector)
  }

  subscript(id: RecordID?) -> (town: RecordID?, sector: String?) {
    enterprises[id].map { (towns[$0], sectors[$0]) } ?? (nil, nil)
  }

  func brand(_ id: RecordID?) -> (owner: RecordID?, sector: String?) {
    brands[id].map { (owners[$0], brandSectors[$0]) } ?? (nil, nil)
  }
}

extension Occurrences {
  /// The counts of one indicator.
  struct Tally {
    var gross = 0
    var net = 0
    var uncertain = 0
  }

  /// Counts by indicator, those of all schemes together among them.
  ///
  /// - Parameter town: The one town of which is counted; the whole city where there is none.
  /// - Returns: The counts.
  func tallies(town: RecordID? = nil) -> [Indicator: Tally] {
    var tallies: [Indicator: Tally] = [:]
    for one in list where town == nil || one.town == town {
      var indicators = [Indicator(one.measure)]
      if one.scheme != nil { indicators.append(Indicator(one.measure, scheme: one.scheme)) }
      for indicator in indicators {
        tallies[indicator, default: Tally()].gross += one.isCertain ? 1 : 0
        tallies[indicator, default: Tally()].net += one.isCertain && one.stands ? 1 : 0
        tallies[indicator, default: Tally()].uncertain += one.isCertain ? 0 : 1
      }
    }
    return tallies
  }
}
