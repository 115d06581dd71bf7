import Synchronization

/// All records as they stood at one commit; it does not change while it is looked at.
public final class Snapshot: Sendable {
  /// The kinds.
  public let catalog: Catalog
  /// The number of the commit; 0 for a ledger that holds nothing yet.
  public let commit: Int

  private let load: @Sendable (Schema) throws -> Table
  private let open: (@Sendable (Schema) throws -> DataFile?)?
  private let files = Mutex<[String: DataFile?]>([:])
  private let tables = Mutex<[String: Table]>([:])

  /// Creates a snapshot whose tables are read when they are first asked for.
  ///
  /// - Parameters:
  ///   - catalog: The kinds.
  ///   - commit: The number of the commit.
  ///   - load: Reads the table of a kind.
  public init(
    _ catalog: Catalog,
    commit: Int,
    load: @escaping @Sendable (Schema) throws -> Table
  ) {
    self.catalog = catalog
    self.commit = commit
    self.load = load
    open = nil
  }

  /// Creates a snapshot of data files.
  ///
  /// - Parameters:
  ///   - catalog: The kinds.
  ///   - commit: The number of the commit.
  ///   - open: Opens the file of a kind; `nil` where it holds nothing.
  package init(
    _ catalog: Catalog,
    commit: Int,
    open: @escaping @Sendable (Schema) throws -> DataFile?
  ) {
    self.catalog = catalog
    self.commit = commit
    self.open = open
    load = { Table($0) }
  }

  /// The file of a kind; `nil` where there is none, or the records are not as they stand in it.
  func file(_ schema: Schema) throws -> DataFile? {
    guard let open else { return nil }
    if let file = files.withLock({ $0[schema.kind] }) { return file }
    let file = try open(schema)
    return files.withLock { files in
      // Whoever comes second takes what the first one opened.
      if let first = files[schema.kind] { return first }
      files[schema.kind] = file
      return file
    }
  }

  /// Gives the memory of columns back that nobody is about to ask for again; whoever does has them read anew.
  ///
  /// - Parameter schema: The kind.
  public func giveBackColumns(of schema: Schema) {
    files.withLock { $0[schema.kind]??.giveBackColumns() }
  }

  /// Creates a snapshot in memory.
  ///
  /// - Parameters:
  ///   - catalog: The kinds.
  ///   - drafts: The records, each with an id.
  public convenience init(_ catalog: Catalog, drafts: [Draft]) {
    let records = Dictionary(grouping: drafts.map { $0.record() }) { $0.schema.kind }
    self.init(catalog, commit: 0) { Table($0, records[$0.kind] ?? []) }
  }

  /// Returns the records of a kind.
  ///
  /// - Parameter schema: The kind.
  /// - Returns: Its table.
  /// - Throws: ``Diagnostics`` with every line of the file that cannot be read.
  public func table(_ schema: Schema) throws -> Table {
    if let table = tables.withLock({ $0[schema.kind] }) { return table }
    let table = try file(schema).map { try Table($0) } ?? load(schema)
    tables.withLock { $0[schema.kind] = table }
    return table
  }

  /// Whether the table of a kind was asked for already.
  func isRead(_ schema: Schema) -> Bool {
    tables.withLock { $0[schema.kind] != nil }
  }

  /// Returns the records of a kind that Swift code asks for by type.
  ///
  /// - Parameter kind: The kind.
  /// - Returns: Its table.
  /// - Throws: ``Diagnostics`` with every line of the file that cannot be read.
  public func table(_ kind: (some Kind).Type) throws -> Table {
    try table(kind.schema)
  }

  /// Returns the snapshot as it would be after changes.
  ///
  /// - Parameter changes: The changes.
  /// - Returns: The new snapshot; this one does not change.
  public func applying(_ changes: [Change]) -> Snapshot {
    let changes = Dictionary(grouping: changes) { $0.schema.kind }
    return Snapshot(catalog, commit: commit) { schema in
      try self.table(schema).applying(changes[schema.kind] ?? [])
    }
  }
}
