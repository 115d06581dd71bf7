import Bilingual
package import JSONLines

/// The closed set of operations.
public enum Operations {
  /// All of them, by stage and in the order in which the help shows them.
  static let types: [any Operation.Type] = [
    RegisteredIn.self, TaxIn.self, EntityType.self, ForeignInvested.self, StatusOperating.self,
    SizeAtLeast.self,
    MinYearsOperating.self, Sector.self, FigureAtLeast.self, NoIncident.self, NotBanned.self,
    RouteIs.self, HolderIsFirst.self, ApplicationWindow.self, WithinOf.self, Pledge.self,
    RecommendedBy.self, SelfFundedRatioAtLeast.self, OverlaySwitch.self, Unexpressed.self,
    Fixed.self, FixedPer.self, PerRegistration.self, PerCountry.self, ByBracket.self,
    PercentOf.self, LesserOf.self, TopUpTo.self, Matching.self, RangeDecided.self, RateBased.self,
    RankTable.self, StagePayment.self, Stream.self, BonusIfCount.self, Milestone.self,
    TopN.self, ScaleFactor.self, Commend.self,
    Renewal.self, HighestOnly.self, Dedup.self, OncePerLevel.self, OnceEver.self, Upgrade.self,
    ExclusiveWith.self, StackWith.self,
    CapPerEnterprise.self, CapPer.self, PieceCap.self, CapAcrossLevels.self,
    Priority.self, Pot.self, ScoreSplit.self, Quota.self, CarryOver.self,
    PercentOfTotal.self, PayTo.self, Split.self, Instalments.self, PayAs.self, PayWithin.self,
    PreCheckBy.self, Publication.self, ApproveBy.self, ClawbackRule.self,
  ]

  /// The declarations, from which the help is drawn.
  public static let all = types.map { $0.declaration }

  /// Finds a declaration by its name.
  ///
  /// - Parameter name: The name as it stands in a clause.
  /// - Returns: The declaration; `nil` where no operation is called so.
  public static func named(_ name: String) -> OperationDeclaration? {
    type(named: name)?.declaration
  }

  static func type(named name: String) -> (any Operation.Type)? {
    types.first { $0.declaration.name.utf8.elementsEqual(name.utf8) }
  }
}

extension Operations {
  /// Decodes arguments, and tells the faults and which parameters were asked for.
  package static func trial(
    _ name: String,
    _ json: JSONValue
  ) -> (faults: [String], asked: Set<String>)? {
    guard let type = type(named: name) else { return nil }
    var arguments = Arguments(json, at: [], declared: type.declaration.parameters)
    _ = type.init(&arguments)
    return (arguments.faults.map(\.message.en), arguments.asked)
  }
}
