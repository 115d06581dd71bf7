extension Table {
  /// The records that stand by the record that each refers to, in the order of the file.
  ///
  /// - Parameter field: A field that refers to one record; records without it are left out.
  /// - Returns: The records by the id that they name.
  public func grouped(by field: Field<RecordID>) -> [RecordID: [Record]] {
    var groups: [RecordID: [Record]] = [:]
    for record in records {
      if let id = record[field] { groups[id, default: []].append(record) }
    }
    return groups
  }
}
