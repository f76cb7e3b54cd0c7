import Testing
import Watching

@Suite("Debounce")
struct DebounceTests {
  private let start = ContinuousClock.now
  private func at(_ milliseconds: Int) -> ContinuousClock.Instant {
    start + .milliseconds(milliseconds)
  }

  @Test("a file is read once it has been left alone for 40 ms, and once only")
  func quiet() {
    var debounce = Debounce()
    #expect(debounce.due == nil)
    debounce.stir(at: at(0))
    debounce.stir(at: at(25))
    #expect(debounce.due == at(65))
    let early = debounce.settles(at: at(64))
    let due = debounce.settles(at: at(65))
    let again = debounce.settles(at: at(200))
    #expect((early, due, again) == (false, true, false))
  }

  @Test("a file that is written on and on is read after half a second")
  func endless() {
    var debounce = Debounce()
    for time in stride(from: 0, through: 490, by: 10) { debounce.stir(at: at(time)) }
    let early = debounce.settles(at: at(499))
    let due = debounce.settles(at: at(500))
    #expect((early, due) == (false, true))
  }
}
