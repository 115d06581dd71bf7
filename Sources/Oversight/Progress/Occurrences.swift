import Ledger
import Portfolio

/// One thing that an indicator counts, or many that are counted alike.
struct Occurrence: Hashable {
  let measure: Measure
  /// The month in which it falls into the year; `nil` for what is held on the closing day, and where none is known.
  let month: Int?
  let scheme: RecordID?
  let town: RecordID?
  let sector: String?
  /// The legal form of its owner or holder.
  let ownerType: EnterpriseType?
  /// Whether its owner or holder is on record elsewhere than in the city, for which it does not count.
  let isElsewhere: Bool
  /// Whether it still stands on the closing day.
  let stands: Bool
  /// Whether it is counted, or may only be.
  let isCertain: Bool
  /// What the others are who may have owned it then, where that differs.
  var others: [OwnerTraits] = []

  /// What all those are who may have owned it then.
  var owners: [OwnerTraits] {
    [OwnerTraits(town: town, sector: sector, type: ownerType)] + others
  }
}

/// What is asked of an owner or holder.
struct OwnerTraits: Hashable {
  let town: RecordID?
  let sector: String?
  let type: EnterpriseType?
}

/// Everything that the computed indicators count in a year.
struct Occurrences {
  /// What is counted, in the order in which it first appears: a few for millions of things that are alike.
  private(set) var list: [(one: Occurrence, count: Int)] = []
  private var indices: [Occurrence: Int] = [:]
  let year: ReportingYear
  let places: OwnerPlaces

  init(in year: ReportingYear, _ snapshot: Snapshot) throws {
    self.year = year
    places = try OwnerPlaces(snapshot)
    let book = try RightBook(eventsOf: snapshot)
    try addTrademarks(book, snapshot)
    try addRecognitions(snapshot)
    try addHoldings(
      TitleScan(on: year.closing, reading: [Recognition.holder.definition], in: snapshot)
    )
    try addPatents(book, snapshot)
    try snapshot.table(Case.self).visit { addCase($0) }
  }

  /// Takes the titles held on another day than the closing day, and nothing else.
  init(heldOn day: Day, in year: ReportingYear, _ snapshot: Snapshot) throws {
    self.year = year
    places = try OwnerPlaces(snapshot)
    try addHoldings(TitleScan(on: day, reading: [Recognition.holder.definition], in: snapshot))
  }

  private mutating func addTrademarks(_ book: RightBook, _ snapshot: Snapshot) throws {
    let marks = try snapshot.columns(Trademark.schema, [Trademark.registeredOn.definition])
    let year = year
    let rows = marks.rows(where: Trademark.registeredOn.stated) {
      $0.map { $0.lies(in: year) != false } ?? false
    }
    var seen: Set<RecordID> = []
    var parts = MadridParts(snapshot)
    for row in rows {
      let mark = try marks.record(row)
      seen.insert(mark.id)
      guard let date = mark[Trademark.registeredOn.stated], !book.isVoid(mark, on: year.today)
      else { continue }
      let isAbroad = mark[Trademark.route] != .domestic
      let whole = try parts.whole(of: mark) { mark in
        book.designations(of: mark, on: year.closing).map(\.office)
      }
      if isAbroad { addDesignations(of: mark, within: whole, book) }
      // One registration counts once, whatever offices gave it numbers of their own.
      guard whole == nil else { continue }
      add(
        isAbroad ? .newTrademarksInternational : .newTrademarksDomestic,
        date,
        of: owner(of: mark, at: date, book),
        stands: !book.hasEnded(mark, on: year.closing),
        isDoubtful: book.contradictsGrant(mark, on: year.closing)
      )
    }
    // A mark of another year may have been extended to more countries in this one.
    for id in book.eventful where !seen.contains(id) {
      guard let mark = try snapshot.record(id, Trademark.schema),
        mark[Trademark.route] != .domestic, !MadridParts.isPart(mark),
        !book.isVoid(mark, on: year.today)
      else { continue }
      addDesignations(of: mark, book)
    }
  }

  /// Counts a mark abroad once for each country, those designated later by their own day.
  ///
  /// The part of an international registration counts for its country where the whole does not.
  private mutating func addDesignations(
    of mark: Record,
    within whole: Record? = nil,
    _ book: RightBook
  ) {
    let isDoubtful = book.contradictsGrant(mark, on: year.closing)
    guard mark[Trademark.route] == .madrid, !MadridParts.isPart(mark) else {
      guard let date = mark[Trademark.registeredOn.stated] else { return }
      let counted = whole.map { book.designations(of: $0, on: year.closing).map(\.office) } ?? []
      guard !counted.contains(where: { $0 == mark[Trademark.office] }) else { return }
      let stands = !book.hasEnded(mark, on: year.closing)
      let owner = owner(of: mark, at: date, book)
      add(.newTrademarksCountries, date, of: owner, stands: stands, isDoubtful: isDoubtful)
      return
    }
    guard let registered = mark[Trademark.registeredOn], registered.first <= year.closing else {
      return
    }
    for one in book.designations(of: mark, on: year.closing)
    where one.office != "CN" && MadridReach.includes(one.office) {
      guard let date = one.designatedOn.map(StatedDate.date) else { continue }
      let owner = owner(of: mark, at: date, book)
      let stands = !one.state.isCeased
      add(.newTrademarksCountries, date, of: owner, stands: stands, isDoubtful: isDoubtful)
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
    // One without a date may have been won in any year before it ended.
    let rows = recognitions.rows(where: Recognition.awarded.stated) {
      $0.map { $0.lies(in: year) != false } ?? year.hasBegun
    }
    for row in rows where event[row] != .renewal {
      let date = awarded[row]?.known
      let id = scheme[row]
      if let id, terms[id] == nil { terms[id] = schemes[id].map { Tenure.Terms($0) } }
      if awarded[row] == nil {
        let record = try recognitions.record(row)
        let title = UndatedTitle(record, schemes[id], id.flatMap { terms[$0] })
        guard title.mayBeWon(in: year) else { continue }
      }
      let tenure = Tenure(
        awarded: date,
        validUntil: validUntil[row],
        revokedOn: revokedOn[row],
        id.flatMap { terms[$0] }
      )
      try addTitle(
        .newRecognitions,
        date,
        holder: holder[row],
        coHolders: { try recognitions.record(row)[Recognition.coHolders] },
        brand: brand[row],
        scheme: id,
        stands: tenure.holds(on: year.closing) != false,
        isCertain: date != nil
      )
    }
  }

  private mutating func addHoldings(_ titles: TitleScan) throws {
    let scheme = titles.columns.column(Recognition.scheme)
    let holder = titles.columns.column(Recognition.holder)
    let brand = titles.columns.column(Recognition.brand)
    for (rows, isCertain) in [(titles.held, true), (titles.uncertain, false)] {
      for row in rows {
        guard let id = scheme[row] else { continue }
        try addTitle(
          .holdings,
          nil,
          holder: holder[row],
          coHolders: { try titles.columns.record(row)[Recognition.coHolders] },
          brand: brand[row],
          scheme: id,
          isCertain: isCertain
        )
      }
    }
  }

  private mutating func addPatents(_ book: RightBook, _ snapshot: Snapshot) throws {
    let dates = [Patent.filedOn.stated, Patent.grantedOn.stated]
    let patents = try snapshot.judgedColumns(Patent.schema, dates.map(\.definition))
    let year = year
    let rows = patents.rows(whereAny: dates) { $0.map { $0.lies(in: year) != false } ?? false }
    for row in rows {
      let patent = try patents.record(row)
      // What was declared invalid was applied for, but counts as never granted.
      let isVoid = book.isVoid(patent, on: year.today)
      let steps: [(StatedDate?, Measure, Measure)] = [
        (patent[dates[0]], .patentsApplied, .inventionsApplied),
        (patent[dates[1]], .patentsGranted, .inventionsGranted),
      ]
      for case (let date?, let measure, let ofInventions) in steps
      where date.lies(in: year) != false && !(isVoid && measure == .patentsGranted) {
        let stands = !book.hasEnded(patent, on: year.closing)
        let owner = owner(of: patent, at: date, book)
        let isDoubtful =
          measure == .patentsGranted && book.contradictsGrant(patent, on: year.closing)
        add(measure, date, of: owner, stands: stands, isDoubtful: isDoubtful)
        guard patent[Patent.type] == .invention else { continue }
        add(ofInventions, date, of: owner, stands: stands, isDoubtful: isDoubtful)
      }
    }
  }

  private mutating func addCase(_ record: Record) {
    // A decision kept for the files is no case of the office.
    guard record[Case.origin] != .decision else { return }
    let steps: [(StatedDate?, Measure)] = [
      (record[Case.receivedOn.stated], .casesOpened),
      (record[Case.acceptedOn.stated], .casesAccepted),
      (record[Case.closedOn.stated], .casesClosed),
    ]
    for case (let date?, let measure) in steps {
      let holder = Party(record[Case.rightHolder])
      add(measure, date, of: holder, town: record[Case.town], isForAll: true)
    }
  }

  /// Counts what falls into the year, and what may; cases for all, wherever the right holder sits.
  private mutating func add(
    _ measure: Measure,
    _ date: StatedDate,
    of party: Party,
    town: RecordID? = nil,
    isForAll: Bool = false,
    stands: Bool = true,
    isDoubtful: Bool = false
  ) {
    let liesInYear = date.lies(in: year)
    guard liesInYear != false else { return }
    let enterprise = places[party.id]
    func traits(_ owner: OwnerPlaces.Owner) -> OwnerTraits {
      OwnerTraits(town: town ?? owner.town, sector: owner.sector, type: owner.type)
    }
    let own = traits(enterprise)
    count(
      Occurrence(
        measure: measure,
        month: date.known?.month,
        scheme: nil,
        town: own.town,
        sector: own.sector,
        ownerType: own.type,
        isElsewhere: !isForAll && enterprise.standing == .elsewhere,
        stands: stands,
        isCertain: liesInYear == true && !isDoubtful
          && (isForAll || party.isCertain && enterprise.standing == .inside),
        others: party.others.map { traits(places[$0]) }.filter { $0 != own }
      )
    )
  }

  private mutating func addTitle(
    _ measure: Measure,
    _ date: PartialDate?,
    holder: RecordID?,
    coHolders: () throws -> [RecordID]?,
    brand: RecordID?,
    scheme: RecordID?,
    stands: Bool = true,
    isCertain: Bool = true
  ) throws {
    let owned = places.brand(brand)
    var id = holder ?? owned.owner
    // Of several holders the first in the city; most titles have one, for whom no record need be read.
    if id == nil || places[id].isElsewhere {
      let others = try coHolders() ?? []
      id = others.first { !places[$0].isElsewhere } ?? id ?? others.first
    }
    let enterprise = places[id]
    count(
      Occurrence(
        measure: measure,
        month: date?.month,
        scheme: scheme,
        town: enterprise.town,
        sector: owned.sector ?? enterprise.sector,
        ownerType: enterprise.type,
        isElsewhere: enterprise.standing == .elsewhere,
        stands: stands,
        // What nobody holds may be somebody's elsewhere.
        isCertain: isCertain && id != nil && enterprise.standing == .inside
      )
    )
  }

  private mutating func count(_ one: Occurrence) {
    if let index = indices[one] {
      list[index].count += 1
    } else {
      indices[one] = list.count
      list.append((one, 1))
    }
  }
}
