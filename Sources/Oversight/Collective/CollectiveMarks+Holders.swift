import Bilingual
public import Ledger
import Portfolio

extension CollectiveMarks {
  /// Whether an enterprise owns a certification mark on a day: it is for others (Trademark Law 2019, article 3).
  func isOwnCertification(_ mark: Record, of enterprise: RecordID?, on day: Day) -> Bool {
    guard mark[Trademark.kind] == .certification, let enterprise else { return false }
    return book.life(of: mark, on: day).owners.contains(enterprise)
  }

  /// Those of some enterprises that cannot hold a mark by their legal form.
  ///
  /// A collective mark is registered in the name of a body that has members, a certification mark in the
  /// name of an organisation that can supervise, which a company may be (Trademark Law 2019, article 3).
  ///
  /// - Parameters:
  ///   - owners: The enterprises.
  ///   - mark: The mark.
  /// - Returns: Those whose form is on record and does not allow it, with the reason.
  func unfitHolders(_ owners: [RecordID], of mark: Record) -> [Phrase] {
    guard let kind = mark[Trademark.kind], kind != .ordinary else { return [] }
    let persons: [EnterpriseType] = [.person, .individualBusiness]
    let unfit =
      kind == .certification ? persons : persons + [.company, .partnership, .soleProprietorship]
    return owners.compactMap { enterprises[$0] }.compactMap { owner in
      guard let type = owner[Enterprise.type], unfit.contains(type) else { return nil }
      let name = owner[Enterprise.name] ?? owner.id.text
      let form = type.choice.label
      return Phrase(
        en: "\(name) is on record as \(form.en), which cannot hold a \(kind.rawValue) mark",
        zh: "\(name) 登记为\(form.zh)，不具备\(kind.choice.label.zh)注册人资格"
      )
    }
  }

  /// Those to whom a collective mark is licensed and who are no members of it on a day.
  func strangers(_ parties: [RecordID], to mark: Record, on day: Day) -> [Phrase] {
    guard mark[Trademark.kind] == .collective else { return [] }
    return parties.filter { party in
      !memberships(of: party, in: mark.id).contains { membership in
        let life = life(of: membership, on: day)
        return life.isStateUndated || life.state == .admitted || life.state == .suspended
      }
    }.map { party in
      let name = enterprises[party]?[Enterprise.name] ?? party.text
      return Phrase(
        en: "it is licensed to \(name), who is no member of it",
        zh: "许可给非成员 \(name) 使用"
      )
    }
  }

  /// Finds what speaks against a licence or a transfer of a mark that has members.
  ///
  /// - Parameters:
  ///   - event: The event; it need not be written yet.
  ///   - mark: The mark.
  /// - Returns: Warnings, as ``Checks`` gives them.
  public func findings(for event: Draft, of mark: Record) -> [Diagnostic] {
    let parties = event[RightEvent.parties] ?? []
    let day = event[RightEvent.date]?.first ?? today
    let messages =
      switch event[RightEvent.action] {
      case .licensed: strangers(parties, to: mark, on: day)
      case .transferred: unfitHolders(parties, of: mark)
      default: [Phrase]()
      }
    return messages.map {
      Check.collectiveUsers.diagnostic(Finding(mark, $0, help: Check.collectiveUsersHelp))
    }
  }
}
