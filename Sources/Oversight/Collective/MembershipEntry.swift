public import Bilingual
public import Ledger
public import Portfolio

/// What is told about an event of a membership.
public struct MembershipEntry: Sendable {
  /// The day on which it took effect.
  public var day: Day
  /// Who did it.
  public var by: String
  /// Why, or what happened, in words.
  public var text: String?
  /// The papers on which it rests.
  public var papers: [String] = []

  /// Creates an entry.
  public init(_ day: Day, by: String, text: String? = nil, papers: [String] = []) {
    self.day = day
    self.by = by
    self.text = text
    self.papers = papers
  }
}

/// What is to be written for an event of a membership, all together or not at all.
public struct MembershipMove: Sendable {
  /// The membership as it stands then; without an id where it is new.
  public let membership: Draft
  /// The events without ids: those that were told by the record alone until now, and the new one last.
  public let events: [Draft]
  /// The inspection without an id, or the one that was mended.
  public var inspection: Draft?
  /// What was done, for the person who did it.
  public var remarks: [Phrase] = []
}

/// An authorisation that is to be given.
public struct AuthorisationTerms: Sendable {
  /// The first day.
  public var from: Day
  /// The last day.
  public var until: Day
  /// The products; those of the membership where none are named.
  public var products: [String]
  /// How many labels may be issued a year.
  public var quota: Int?
  /// The number of the certificate.
  public var certificate: String?

  /// Creates the terms.
  public init(
    from: Day,
    until: Day,
    products: [String] = [],
    quota: Int? = nil,
    certificate: String? = nil
  ) {
    self.from = from
    self.until = until
    self.products = products
    self.quota = quota
    self.certificate = certificate
  }
}
