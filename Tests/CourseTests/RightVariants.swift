import Testing
import Transcripts

/// A right solution written in another way than the reference: what a check must never fail, and what
/// must never be given a diagnosis.
struct RightVariant: Sendable, CustomTestStringConvertible {
  /// `"03.1"`.
  var exercise: String
  var testDescription: String
  /// Fewer than twenty seeds for what takes long.
  var chosen: ArraySlice<UInt64>
  var program: Program

  init<Input: Codable & Sendable, Output: Codable & Sendable>(
    _ exercise: String, _ description: String, over chosen: ArraySlice<UInt64> = seeds[...],
    _ function: @escaping @Sendable (Input) throws -> Output
  ) {
    self.exercise = exercise
    testDescription = "\(exercise), \(description)"
    self.chosen = chosen
    program = Program(exercise, function)
  }
}

/// All of them, in the order of the lessons.
let rightVariants: [RightVariant] =
  RightEncoding.all + RightForward.all + RightBPTT.all + RightLSTM.all + RightBatch.all
  + RightGRU.all + RightLanguages.all + RightStack.all + RightTrials.all

@Suite struct RightVariantsTests {
  @Test(
    "a right solution written in another way passes, without a diagnosis", arguments: rightVariants)
  func passes(variant: RightVariant) {
    for seed in variant.chosen {
      let verdict = variant.program.verdict(variant.exercise, seed: seed)
      #expect(verdict.diagnosis == nil, "seed \(seed)")
      guard case .passed(_, let worstError) = verdict else {
        Issue.record("seed \(seed): \(verdict)")
        continue
      }
      // A tenth of the tolerance: another compiler or another sum order has room.
      #expect(worstError < (variant.exercise == "03.2" ? 1e-9 : 1e-10))
    }
  }

  @Test("there are at least eighty, and one for every exercise that needs no framework")
  func count() {
    #expect(rightVariants.count >= 80)
    #expect(Set(rightVariants.map(\.testDescription)).count == rightVariants.count)
    let covered = Set(rightVariants.map(\.exercise))
    #expect(ids.filter { !$0.hasPrefix("05") && !covered.contains($0) } == [])
  }

  @Test("floating-point shares of up to 20 000 elements are the whole-number ones")
  func shares() {
    for n in 0..<20_000 {
      #expect(Int(0.8 * Double(n)) == n * 8 / 10 && Int(0.1 * Double(n)) == n / 10)
    }
  }
}
