import Checking
import Course
import Testing

@Suite struct PairTests {
  @Test("any two misconceptions can be made at once without a trap", arguments: ids)
  func together(id: String) {
    // A trap would end the run: what is left to expect is that there is something to try.
    let exercise = course(id)
    for seed in seeds.prefix(exercise.mutants.count > 60 ? 1 : 2) {
      #expect(exercise.trialOfPairs(seed) >= 0)
    }
  }
}
