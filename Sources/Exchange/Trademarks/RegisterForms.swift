extension RegisterRecord {
  /// Reads a `case-file` of the USPTO's daily trademark files (DTD version 2.0 of 2005-04-01).
  init(daily node: XMLNode, origin: String) {
    self.init(node, origin)
    let header = node.first("case-file-header")
    fill(.office, "US")
    fill(date: .filedOn, header?.first("filing-date"))
    fill(date: .registeredOn, header?.first("registration-date"))
    fillNumbers(
      registration: node.first("registration-number"),
      application: node.first("serial-number")
    )
    fillMark(header?.first("mark-identification"))
    func isTrue(_ name: String) -> Bool { header?.first(name)?.text == "T" }
    let isCollective = [
      "collective-trademark-in", "collective-service-mark-in", "collective-membership-mark-in",
    ].contains(where: isTrue)
    fill(
      .kind,
      isTrue("certification-mark-in") ? "certification" : isCollective ? "collective" : "ordinary"
    )
    // Section 66(a) is the request for protection through the Madrid system.
    fill(.route, isTrue("filing-basis-filed-as-66a-in") ? "madrid" : "foreign")
    fillStatus(
      header?.first("status-code"),
      since: header?.first("status-date"),
      ended: header?.first("cancellation-date") ?? header?.first("abandonment-date")
    )
    fillTerm(renewed: header?.first("renewal-date"))
    fillClasses(node.all("classifications", "classification", "international-code"))
    let statements = node.all("case-file-statements", "case-file-statement").filter {
      $0.first("type-code")?.text?.hasPrefix("GS") ?? false
    }
    let goods = statements.flatMap { $0.all("text") }
    fill(.goods, goods.compactMap(\.text).joined(separator: "; "), at: goods.first)
    fillOwner(
      node.all("case-file-owners", "case-file-owner").map { owner in
        let country =
          owner.first("country")?.text ?? (owner.first("state") != nil ? "US" : nil)
          ?? owner.first("nationality", "country")?.text
        return RegisterParty(
          order: Self.order(owner.first("party-type")?.text),
          name: owner.first("party-name"),
          type: Self.type(owner.first("legal-entity-type-code")?.text),
          country: country
        )
      }
    )
  }

  /// Reads a mark of WIPO ST.66 or ST.96, whose elements mostly differ in how they are wrapped.
  init(standard node: XMLNode, origin: String) {
    self.init(node, origin)
    let office = node.first("RegistrationOfficeCode") ?? node.firstText("IPOfficeCode")
    fill(.office, office)
    fill(date: .filedOn, node.first("ApplicationDate"))
    fill(date: .registeredOn, node.first("RegistrationDate"))
    fill(date: .validUntil, node.first("ExpiryDate"))
    fillNumbers(
      registration: node.first("RegistrationNumber"),
      application: node.first("ApplicationNumber", "ApplicationNumberText")
        ?? node.first("ApplicationNumber")
    )
    fillMark(node.firstText("MarkVerbalElementText"))
    let kind = (node.first("KindMark") ?? node.first("MarkCategory"))?.text?.lowercased() ?? ""
    fill(
      .kind,
      kind.contains("certif") || kind.contains("guarantee")
        ? "certification" : kind.contains("collective") ? "collective" : "ordinary"
    )
    switch office?.text {
    case "CN": fill(.route, "domestic")
    case "WO", "IB": fill(.route, "madrid")
    default: fill(.route, "foreign")
    }
    fillStatus(
      node.first("MarkCurrentStatusCode"),
      since: node.first("MarkCurrentStatusDate"),
      ended: nil
    )
    if office?.text == "US" { fillTerm(renewed: node.firstText("RenewalDate")) }
    let descriptions = node.descendants("ClassDescription")
    fillClasses(descriptions.flatMap { $0.all("ClassNumber") })
    let goods = descriptions.flatMap {
      $0.all("GoodsServicesDescription") + $0.all("GoodsServicesDescriptionText")
    }
    fill(.goods, goods.compactMap(\.text).joined(separator: "; "), at: goods.first)
    fillOwner(node.descendants("Applicant") + node.descendants("Holder"))
  }

  /// Fills the owner from parties of ST.66 or ST.96; who holds a mark goes before who applied for it.
  mutating func fillOwner(_ parties: [XMLNode]) {
    let holders = parties.filter { $0.name == "Holder" }
    let isAmerican = self[.office] == "US"
    fillOwner(
      (holders.isEmpty ? parties : holders).map { party in
        let order = party.firstText("PartyTypeCode")?.text ?? Self.sequence(of: party)
        return RegisterParty(
          order: isAmerican ? Self.order(order) : 0,
          name: party.firstText(
            "EntityName",
            "OrganizationStandardName",
            "OrganizationName",
            "FreeFormatNameLine",
            "PersonFullName",
            "LastName"
          ),
          type: Self.type(
            party.firstText("ApplicantLegalEntityCode", "NationalLegalEntityCode")?.text
          ),
          country: party.firstText(
            "FormattedAddressCountryCode",
            "AddressCountryCode",
            "CountryCode",
            "IncorporationCountryCode"
          )?.text
        )
      }
    )
  }

  private static func sequence(of node: XMLNode) -> String? {
    node.attributes.first {
      $0.name == "sequenceNumber" || $0.name.hasSuffix(":sequenceNumber")
    }?.value
  }

  /// The party types of the USPTO go up with each change of owner: 10 applicant, 20 at publication, 30 registrant, 40 and on later.
  private static func order(_ text: String?) -> Int { text.flatMap { Int($0) } ?? 0 }

  /// The legal entity codes of the USPTO that say clearly what an owner is.
  private static func type(_ code: String?) -> String? {
    switch code.flatMap({ Int($0) }) {
    case 1: "person"
    case 3, 16: "company"
    default: nil
    }
  }

  /// Fills the term: the United States renew for ten years from the renewal date (15 USC 1059(a)).
  private mutating func fillTerm(renewed node: XMLNode?) {
    guard self[.status] == "registered", let date = node?.text.flatMap(Self.date),
      date.utf8.count == 10, let year = Int(date.prefix(4))
    else { return }
    // There is no 29 February ten years later.
    let day = date.hasSuffix("-02-29") ? "-02-28" : date.dropFirst(4)
    fill(.validUntil, "\(year + 10)\(day)", at: node)
  }
}
