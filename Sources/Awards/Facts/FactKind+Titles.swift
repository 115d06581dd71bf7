import Bilingual
import Ledger
import Portfolio

extension FactKind {
  /// A title that was won.
  static let recognition = FactKind(
    name: "recognition",
    label: Phrase(en: "title won", zh: "获得荣誉"),
    schema: Recognition.schema,
    date: Recognition.awarded,
    ended: .field(Recognition.revokedOn),
    recipient: .to(Recognition.holder),
    object: .to(Recognition.brand),
    attributes: [
      .text(Recognition.scheme) { .one($0.text) },
      .scheme(Scheme.level),
      .scheme(Scheme.family),
      .field(Recognition.route, isCircumstance: true),
      .field(Recognition.event, isCircumstance: true),
      .place,
      .firstForHolder,
      .firstEver,
    ],
    happening: .always
  )

  /// A mark that was registered.
  static let trademark = FactKind(
    name: "trademark",
    label: Phrase(en: "trademark registered", zh: "商标注册"),
    schema: Trademark.schema,
    date: Trademark.registeredOn,
    ended: .field(Trademark.endedOn),
    recipient: .to(Trademark.owner),
    object: .itself,
    attributes: [
      .field(Trademark.route),
      .field(Trademark.kind),
      .text(Trademark.office) { .one($0) },
      .text(Trademark.classes) { .several($0.map(String.init)) },
      .text(Trademark.designations) { .several($0) },
      .firstForHolder,
      .firstEver,
    ],
    happening: .by(Trademark.status) { $0 == .registered }
  )

  /// A patent that was granted.
  static let patent = FactKind(
    name: "patent",
    label: Phrase(en: "patent granted", zh: "专利授权"),
    schema: Patent.schema,
    date: Patent.grantedOn,
    ended: .field(Patent.endedOn),
    recipient: .first(of: Patent.owners),
    object: .itself,
    attributes: [
      .field(Patent.type),
      .text(Patent.office) { .one($0) },
      .firstForHolder,
      .firstEver,
    ],
    happening: .by(Patent.status) { $0 == .granted }
  )
}

extension FactKind {
  /// From when a record counts as if it had been wrong: a title that was revoked, a right that was declared invalid.
  ///
  /// A right that was given up or not renewed was right as long as it stood.
  func revoked(_ record: Record) -> PartialDate? {
    if self === FactKind.recognition { return record[Recognition.revokedOn] }
    if self === FactKind.trademark, record[Trademark.status] == .invalidated {
      return record[Trademark.endedOn]
    }
    if self === FactKind.patent, record[Patent.status] == .invalidated {
      return record[Patent.endedOn]
    }
    return nil
  }
}
