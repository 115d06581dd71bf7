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
    let applicant = try applicant(of: award)
    try refuseBanned(applicant, life, on: day)
    if payee != applicant { try refuseBanned(payee, life, on: day) }
  }

  /// Refuses an action on a day on which somebody may be barred from awards.
  ///
  /// - Parameters:
  ///   - enterprise: Who.
  ///   - life: The award.
  ///   - day: The day of the action.
  /// - Throws: A ``Diagnostic`` that names the entry.
  private func refuseBanned(_ enterprise: RecordID?, _ life: AwardLife, on day: Day) throws {
    guard let enterprise else { return }
    for ban in try bans(of: enterprise)
    where Ban.hasBegun(ban, on: day) != false && Ban.hasEnded(ban, on: day) != true {
      let name = try snapshot.record(enterprise, Enterprise.schema)?[Enterprise.name]
      let who = name ?? enterprise.text
      let until = ban[Incident.bannedUntil]?.description ?? ""
      throw life.refusal(
        "award-banned",
        Phrase(
          en: "\(who) is barred from awards until \(until), by \(ban.id)",
          zh: "\(who) 在 \(until) 前被取消奖励资格（\(ban.id)）"
        ),
        help: Phrase(
          en:
            "void the award or wait for the end of the ban; one that was lifted ends by resolvedOn",
          zh: "请作废该奖励，或待禁止期满；已解除的，请在记录中填写 resolvedOn"
        )
      )
    }
  }
}
