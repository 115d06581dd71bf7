import Bilingual
import Ledger
import Portfolio

/// The time in which an entry keeps its enterprise from awards.
enum Ban {
  /// Whether it happened by a day; `nil` where its date does not tell.
  static func hasBegun(_ incident: Record, on day: Day) -> Bool? {
    incident[Incident.date]?.lies(from: nil, until: day)
  }

  /// Whether it counts no longer on a day; `nil` where its dates do not tell.
  static func hasEnded(_ incident: Record, on day: Day) -> Bool? {
    let isResolved = incident[Incident.resolvedOn].map { $0.lies(from: nil, until: day) } ?? false
    let isBarred = incident[Incident.bannedUntil].map { $0.lies(from: day, until: nil) } ?? true
    if isResolved == true || isBarred == false { return true }
    return isResolved == nil || isBarred == nil ? nil : false
  }
}

/// The entries that keep enterprises from awards for some time.
struct Bans: Sendable {
  private let entries: Once<[RecordID: [Record]]>
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    entries = Once {
      let incidents = try snapshot.table(Incident.self).records
      let bans = incidents.filter { $0.has(Incident.bannedUntil.definition) }
      return Dictionary(grouping: bans) { $0[Incident.enterprise] ?? "" }
    }
  }

  /// Says which of some enterprises may not get awards on a day, until when and by which entry, of the first of them;
  /// `nil` where all may.
  func bar(on day: Day, against enterprises: [RecordID?]) throws -> Phrase? {
    for enterprise in enterprises.compactMap(\.self) {
      guard let ban = try standing(against: enterprise, on: day) else { continue }
      let name = try snapshot.record(enterprise, Enterprise.schema)?[Enterprise.name]
      let who = name ?? enterprise.text
      let until = ban[Incident.bannedUntil]?.description ?? ""
      return Phrase(
        en: "\(who) is barred from awards until \(until), by \(ban.id)",
        zh: "\(who) 在 \(until) 前被取消奖励资格（\(ban.id)）"
      )
    }
    return nil
  }

  /// The first entry by id that may keep an enterprise from awards on a day.
  private func standing(against enterprise: RecordID, on day: Day) throws -> Record? {
    (try entries()[enterprise] ?? []).sorted { $0.id < $1.id }.first {
      Ban.hasBegun($0, on: day) != false && Ban.hasEnded($0, on: day) != true
    }
  }
}

extension AwardDesk {
  /// Refuses an action on a day on which who won what is rewarded or who is to be paid may be barred from
  /// awards, whatever the round was.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - payee: Who is to be paid.
  ///   - life: Its life.
  ///   - day: The day of the action.
  /// - Throws: A ``Diagnostic`` that names the entry.
  func refuseBanned(_ award: Record, _ payee: RecordID?, _ life: AwardLife, on day: Day) throws {
    if let ban = try ban(award, payee, life, on: day) { throw ban }
  }

  /// What bars who won what is rewarded, or who is to be paid, from awards on a day; `nil` where nothing does.
  func ban(_ award: Record, _ payee: RecordID?, _ life: AwardLife, on day: Day) throws
    -> Diagnostic?
  {
    try bans.bar(on: day, against: [applicant(of: award), payee]).map { bar in
      life.refusal(
        "award-banned",
        bar,
        help: Phrase(
          en:
            "void the award or wait for the end of the ban; one that was lifted ends by resolvedOn",
          zh: "请作废该奖励，或待禁止期满；已解除的，请在记录中填写 resolvedOn"
        )
      )
    }
  }
}
