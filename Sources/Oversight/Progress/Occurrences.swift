import Ledger
import Portfolio

/// One thing that an indicator counts.
struct Occurrence {
  let measure: Measure
  /// The date by which it falls into the year; `nil` for what is held on the closing day.
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
  private let enterprises: Table
  private let brands: Table

  init(in year: ReportingYear, _ snapshot: Snapshot) throws {
    self.year = year
    enterprises = try snapshot.table(Enterprise.self)
    brands = try snapshot.table(Brand.self)
    let book = try RightBook(snapshot)
    addTrademarks(book)
    addRecognitions(try snapshot.table(Recognition.self), try snapshot.table(Scheme.self))
    addHoldings(try Holdings(on: year.closing, in: snapshot))
    addPatents(book)
    addCases(try snapshot.table(Case.self))
  }

  /// Takes the titles held on another day than the closing day, and nothing else.
  init(holdings: Holdings, in year: ReportingYear, _ snapshot: Snapshot) throws {
    self.year = year
    enterprises = try snapshot.table(Enterprise.self)
    brands = try snapshot.table(Brand.self)
    addHoldings(holdings)
  }

  private mutating func addTrademarks(_ book: RightBook) {
    for mark in book.trademarks.records {
      let isAbroad = mark[Trademark.route] != .domestic
      if isAbroad { addDesignations(of: mark, book) }
      guard let date = mark[Trademark.registeredOn], year.contains(date) else { continue }
      add(
        isAbroad ? .newTrademarksInternational : .newTrademarksDomestic,
        date,
        party: mark[Trademark.owner],
        stands: !book.hasEnded(mark, on: year.closing)
      )
    }
  }

  /// Counts a mark abroad once for each country, those designated later by their own day.
  private mutating func addDesignations(of mark: Record, _ book: RightBook) {
    let owner = mark[Trademark.owner]
    guard mark[Trademark.route] == .madrid else {
      guard let date = mark[Trademark.registeredOn], year.contains(date) else { return }
      let stands = !book.hasEnded(mark, on: year.closing)
      add(.newTrademarksCountries, date, party: owner, stands: stands)
      return
    }
    guard let registered = mark[Trademark.registeredOn], registered.first <= year.closing else {
      return
    }
    for one in book.designations(of: mark, on: year.closing) {
      guard let date = one.designatedOn, year.contains(date) else { continue }
      add(.newTrademarksCountries, date, party: owner, stands: !one.state.isCeased)
    }
  }

  private mutating func addRecognitions(_ table: Table, _ schemes: Table) {
    for recognition in table.records {
      guard let date = recognition[Recognition.awarded], year.contains(date),
        recognition[Recognition.event] != .renewal
      else { continue }
      let scheme = recognition[Recognition.scheme]
      let tenure = Tenure(recognition, scheme: schemes[scheme])
      addTitle(
        .newRecognitions,
        date,
        recognition,
        scheme: scheme,
        stands: tenure.holds(on: year.closing) != false
      )
    }
  }

  private mutating func addHoldings(_ holdings: Holdings) {
    for title in holdings.held {
      addTitle(.holdings, nil, title.recognition, scheme: title.scheme)
    }
    for title in holdings.uncertain {
      addTitle(.holdings, nil, title.recognition, scheme: title.scheme, isCertain: false)
    }
  }

  private mutating func addPatents(_ book: RightBook) {
    for patent in book.patents.records {
      let steps: [(PartialDate?, Measure, Measure)] = [
        (patent[Patent.filedOn], .patentsApplied, .inventionsApplied),
        (patent[Patent.grantedOn], .patentsGranted, .inventionsGranted),
      ]
      for case (let date?, let measure, let ofInventions) in steps where year.contains(date) {
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
      let steps: [(PartialDate?, Measure)] = [
        (record[Case.receivedOn], .casesOpened),
        (record[Case.acceptedOn], .casesAccepted),
        (record[Case.closedOn], .casesClosed),
      ]
      for case (let date?, let measure) in steps where year.contains(date) {
        add(measure, date, party: record[Case.rightHolder], town: record[Case.town])
      }
    }
  }

  private mutating func add(
    _ measure: Measure,
    _ date: PartialDate,
    party: RecordID?,
    town: RecordID? = nil,
    stands: Bool = true
  ) {
    let enterprise = enterprises[party]
    list.append(
      Occurrence(
        measure: measure,
        date: date,
        scheme: nil,
        town: town ?? enterprise?[Enterprise.town],
        sector: enterprise?[Enterprise.sector],
        stands: stands,
        isCertain: true
      )
    )
  }

  private mutating func addTitle(
    _ measure: Measure,
    _ date: PartialDate?,
    _ recognition: Record,
    scheme: RecordID?,
    stands: Bool = true,
    isCertain: Bool = true
  ) {
    let enterprise = enterprises[recognition.titleHolder(brands)]
    let brand = brands[recognition[Recognition.brand]]
    list.append(
      Occurrence(
        measure: measure,
        date: date,
        scheme: scheme,
        town: enterprise?[Enterprise.town],
        sector: brand?[Brand.sector] ?? enterprise?[Enterprise.sector],
        stands: stands,
        isCertain: isCertain
      )
    )
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
