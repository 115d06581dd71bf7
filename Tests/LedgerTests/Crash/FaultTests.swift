import Bilingual
import Ledger
import Testing

/// Every call of every command that writes fails, each in turn.
struct FaultTests {
  @Test(arguments: try CrashScenario.all())
  func `whichever call fails, once or for ever, the ledger is the old one or the new one`(
    scenario: CrashScenario
  ) throws {
    let initial = try scenario.disk()
    let start = initial.files
    let before = try Content(scenario.store(DiskStorage(initial)), initial)
    for fault in FaultyStorage.Fault.allCases {
      for isForEver in fault == .inputOutput ? [false, true] : [false] {
        var failures = 0
        for number in 1... {
          let disk = DiskStorage(initial)
          let storage = FaultyStorage(disk, failing: number, forEver: isForEver, fault)
          let refused: Diagnostics?
          do {
            try scenario.command(LedgerStore(Factory.catalog, storage))
            refused = nil
          } catch let error as Diagnostics {
            refused = error
          }
          guard storage.hasFailed else { break }
          failures += 1
          let store = LedgerStore(Factory.catalog, disk)
          let after = try Content(store, disk.disk)
          let place = "\(fault) \(number) \(isForEver)"
          #expect(refused?.outcome == (fault == .busy ? .busy : .disk), "\(place)")
          #expect(after == before || after.holds(before), "\(place)")
          // Nobody is told that nothing was committed while everybody can read it.
          let help = refused?.list.first?.help?.en ?? ""
          if after != before { #expect(help.contains("may be lost"), "\(place)") }
          if fault == .busy {
            #expect(refused?.list.first?.message.en.contains("process 7, a, since 1970") == true)
            // A paper may be kept already, under a name that no record has.
            let files = disk.disk.files
            #expect(after == before && start.allSatisfy { files[$0.key] == $0.value })
          }
          // The disk is mended, and the next command goes on.
          try scenario.recovery(store)
          #expect(try Content(store, disk.disk).holds(after), "\(place)")
          #expect(try store.verify().isEmpty, "\(place)")
        }
        #expect(failures >= (fault == .busy ? 1 : 7))
      }
    }
  }
}
