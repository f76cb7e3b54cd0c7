import Testing
import Transcripts

// Right solutions written in other ways than the reference: what a check must never fail.

/// Expects `function` to pass for every chosen seed, with a tenth of the tolerance to spare.
func expectRight<Input: Codable & Sendable, Output: Codable & Sendable>(
  _ id: String, over chosen: some Sequence<UInt64> = seeds,
  _ function: @escaping @Sendable (Input) throws -> Output,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let program = Program(id, function)
  for seed in chosen {
    let verdict = program.verdict(id, seed: seed)
    guard case .passed(_, let worstError) = verdict else {
      Issue.record("seed \(seed): \(verdict)", sourceLocation: sourceLocation)
      continue
    }
    // A tenth of the tolerance: another compiler or another sum order has room.
    #expect(worstError < (id == "03.2" ? 1e-9 : 1e-10), sourceLocation: sourceLocation)
  }
}
