import Bilingual
public import Ledger
import Portfolio

extension Check {
  /// The towns are those of the city.
  static let townElsewhere = Check(
    "town-elsewhere",
    demand: Phrase(
      en: "The towns are those of the city; who is of elsewhere has an area and no town.",
      zh: "镇区须属本市；外地的填写登记地，不填镇区。"
    ),
    severity: .warning,
    ledger: { audit in
      let bounds = try CityBounds(audit.snapshot)
      return try audit.snapshot.table(Town.self).records.filter { bounds.isForeign($0.id) }
        .map(foreign)
    }
  )

  fileprivate static func foreign(_ town: Record) -> Finding {
    let name = town[Town.name] ?? town.id.text
    return Finding(
      town,
      Phrase(
        en: "'\(name)' is no part of the city, and nothing counts for the city by it",
        zh: "“\(name)”不属本市，不据此计入本市"
      ),
      help: Phrase(
        en: "leave the town of those who are there empty, fill their area, and remove it",
        zh: "请将其名下企业的镇区留空，填写登记地，再删除该镇区"
      )
    )
  }
}

/// What is asked of a town before it is written.
public enum TownRules {
  /// Warns of towns that are none of the city's.
  ///
  /// - Parameters:
  ///   - towns: The towns, which need not be written yet.
  ///   - snapshot: The ledger with them.
  /// - Returns: Warnings.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(for towns: [Record], in snapshot: Snapshot) throws -> [Diagnostic] {
    let bounds = try CityBounds(snapshot)
    return towns.filter { bounds.isForeign($0.id) }
      .map { Check.townElsewhere.diagnostic(Check.foreign($0)) }
  }
}
