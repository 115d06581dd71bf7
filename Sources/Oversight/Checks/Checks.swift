public import Ledger
public import Portfolio

/// The checks of the product.
public enum Checks {
  /// All of them, in the order in which they are shown.
  public static let all: [Check] = [
    .missingField,
    .unknownField,
    .fieldValue,
    .datesOutOfOrder,
    .danglingReference,
    .duplicateIdentity,
    .likelyDuplicate,
    .similarMarks,
    .attachmentRecord,
    .townElsewhere,
    .seatContradiction,
    .titleOutsideScheme,
    .titleInFuture,
    .titleTwice,
    .titleUnknownDate,
    .titleWithoutHolder,
    .holderTwice,
    .renewalWithoutFirst,
    .revokedBeforeWon,
    .titleRoute,
    .holderDiffersFromOwner,
    .schemeValidity,
    .schemeConditions,
    .plannedTitle,
    .plannedWellKnown,
    .wellKnownPublicity,
    .wellKnownAdvertised,
    .titleUsedWithoutRight,
    .titleAbolished,
    .markExpired,
    .markTermEnd,
    .rightInFuture,
    .rightStatus,
    .rightEventSubject,
    .rightEventDates,
    .rightEventOwners,
    .rightEventLate,
    .rightEventEarly,
    .annuityShort,
    .trademarkRoute,
    .trademarkNumber,
    .madridNumber,
    .madridBasis,
    .madridDependency,
    .membershipOutsideMark,
    .membershipBelowStandard,
    .membershipOldStandard,
    .membershipState,
    .memberClosed,
    .collectiveUsers,
    .membershipTwice,
    .labelsOverQuota,
    .labelsWithoutRight,
    .memberListUnfiled,
    .usedWithoutRight,
    .patentTypeNumber,
    .patentNumberYear,
    .patentShares,
    .patentReduction,
    .patentAnnuity,
    .patentAnnuityYear,
    .targetContradiction,
    .targetFaulty,
    .observationUnasked,
    .observationUnit,
    .targetTwice,
    .targetWithoutSource,
    .caseStageDates,
    .caseMoves,
    .caseAidCost,
    .caseDeadline,
    .caseHardship,
    .policyClauses,
    .policyRules,
    .awardEvents,
    .payerLevel,
    .termVersions,
    .holidayFaulty,
  ]

  /// Runs checks over a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - today: The present day.
  ///   - names: The checks to run whatever their tier; all of the tier where none is named.
  ///   - tier: The last tier to run.
  /// - Returns: The findings, ordered by file, line and name; among them, once, every line that
  ///   cannot be read.
  /// - Throws: What else hinders reading.
  public static func run(
    _ snapshot: Snapshot,
    today: Day,
    names: [String] = [],
    tier: Check.Tier = .basic
  ) throws -> [Diagnostic] {
    let chosen = all.filter { names.isEmpty ? $0.tier <= tier : names.contains($0.name) }
    var findings: [Diagnostic] = []
    var unreadable: Set<Diagnostic> = []
    // Every check that asks for a table is told again of the lines that cannot be read.
    func tell(_ lines: Diagnostics) {
      findings += lines.list.filter { unreadable.insert($0).inserted }
    }
    do {
      let audit = try Audit(snapshot, today: today)
      for check in chosen {
        do {
          findings += try check.run(audit)
        } catch let lines as Diagnostics {
          tell(lines)
        }
      }
    } catch let lines as Diagnostics {
      tell(lines)
    }
    return sorted(findings)
  }

  /// Runs the checks that look at records one by one on a record that may not be written yet.
  ///
  /// - Parameters:
  ///   - record: The record; a version of it with the same id in the ledger is left out of account.
  ///   - snapshot: The ledger, with all that is to be written together with the record.
  ///   - today: The present day.
  /// - Returns: The findings in the order of the checks.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(
    for record: Record,
    in snapshot: Snapshot,
    today: Day
  ) throws -> [Diagnostic] {
    let audit = try Audit(snapshot, today: today)
    return try all.filter { $0.tier == .basic }.flatMap { try $0.run(on: record, audit) }
  }

  private static func sorted(_ findings: [Diagnostic]) -> [Diagnostic] {
    func ranks(_ texts: [String]) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: Set(texts).sorted().enumerated().map { ($1, $0) })
    }
    // Few files and names, very many findings: numbers are compared, not texts.
    let files = ranks(findings.map { $0.place?.file ?? "" })
    let names = ranks(findings.map(\.name))
    let keys = findings.enumerated().map { index, finding in
      (
        files[finding.place?.file ?? ""] ?? 0, finding.place?.line ?? 0, names[finding.name] ?? 0,
        index
      )
    }
    return keys.sorted { $0 < $1 }.map { findings[$0.3] }
  }
}
