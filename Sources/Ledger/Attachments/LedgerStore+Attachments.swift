import Bilingual

extension LedgerStore {
  /// Keeps a paper under the hash of its content; one that is there already is not written again.
  ///
  /// The file takes its name only when all of it is on the disk, so that a crash leaves no half of
  /// it. The record that names it is committed afterwards.
  ///
  /// - Parameters:
  ///   - content: The bytes.
  ///   - name: Their name.
  ///   - draft: Letters for the name that the file has until it is whole.
  /// - Throws: ``Diagnostics`` where the disk fails.
  public func keep(_ content: [UInt8], as name: AttachmentName, draft: String) throws {
    let isThere = try holds(name)
    try translating { () throws(StorageError) in
      if !isThere {
        try storage.createFolder(AttachmentName.folder)
        let new = "\(AttachmentName.folder)/.new-\(draft)"
        try storage.append(content, to: new, at: 0)
        try storage.synchronize(new)
        try storage.rename(new, to: name.path)
      }
      // One that is there may be of a command that was killed before it brought the name to the disk.
      try storage.synchronizeFolder(AttachmentName.folder)
      try storage.synchronizeFolder("")
    }
  }

  /// Reads a paper and proves that it is the one that was kept.
  ///
  /// - Parameter name: Its name.
  /// - Returns: The bytes.
  /// - Throws: ``Diagnostics`` where it is missing or altered, or the disk fails.
  public func attachment(_ name: AttachmentName) throws -> Bytes {
    let place = Place(file: name.path)
    let content = try translating { () throws(StorageError) in try storage.read(name.path) }
    guard let content else { throw Diagnostics(.missingAttachment(at: place)) }
    guard content.withSpan({ SHA256.hash($0) }) == name.hash else {
      throw Diagnostics(.alteredAttachment(at: place))
    }
    return content
  }

  /// Finds what is in the folder of papers and is none: half a paper of a crash, or put there by hand.
  ///
  /// A paper that no record names any more is not among them: the past still speaks of it.
  ///
  /// - Returns: The files, in order.
  /// - Throws: ``Diagnostics`` where the folder cannot be listed.
  public func strayAttachments() throws -> [String] {
    let names = try translating { () throws(StorageError) in
      try storage.names(in: AttachmentName.folder)
    }
    return names.filter { AttachmentName(fileName: $0) == nil }
      .map { "\(AttachmentName.folder)/\($0)" }.sorted()
  }

  private func holds(_ name: AttachmentName) throws -> Bool {
    guard
      let size = try translating({ () throws(StorageError) in try storage.size(of: name.path) }),
      size > 0
    else { return false }
    _ = try attachment(name)
    return true
  }
}

extension Diagnostic {
  static func missingAttachment(at place: Place) -> Diagnostic {
    Diagnostic(
      "attachment-missing",
      Phrase(en: "the paper is not in the ledger's directory", zh: "账本目录中没有该附件"),
      help: Phrase(en: "bring it back from a copy", zh: "请从备份恢复"),
      at: place
    )
  }

  static func alteredAttachment(at place: Place) -> Diagnostic {
    Diagnostic(
      "attachment-altered",
      Phrase(
        en: "the paper is not the one that was attached: its bytes have another hash",
        zh: "附件已不是当初所附内容：哈希不符"
      ),
      help: Phrase(en: "bring it back from a copy", zh: "请从备份恢复"),
      at: place
    )
  }
}
