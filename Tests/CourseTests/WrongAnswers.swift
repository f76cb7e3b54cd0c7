import Testing
import Transcripts

// Wrong solutions that the catalogue does not hold: two mistakes at once, slips of an index, too few
// digits. Each must be failed, and none may be given a name that is not its own.

/// Expects `function` to be failed for every chosen seed, and named as it should be.
///
/// The name is that in ``namedByRelation``; what is not in it gets none.
func expectWrong<Input: Codable & Sendable, Output: Codable & Sendable>(
  _ id: String, _ what: String, over chosen: some Sequence<UInt64> = seeds,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ function: @escaping @Sendable (Input) throws -> Output
) {
  let program = Program(id, function)
  var names: Set<String?> = []
  for seed in chosen {
    let verdict = program.verdict(id, seed: seed)
    guard let failure = verdict.failure else {
      Issue.record("\(what), seed \(seed): \(verdict)", sourceLocation: sourceLocation)
      continue
    }
    names.insert(failure.diagnosis?.name)
  }
  let name = namedByRelation["\(id): \(what)"]
  // Which of a stack's many tensors have a number that a Float holds exactly is up to the seed.
  if let name, name.hasPrefix("… ") {
    let end = name.dropFirst(2)
    #expect(
      names.allSatisfy { $0?.hasSuffix(end) == true }, "\(id): \(what)",
      sourceLocation: sourceLocation)
    return
  }
  #expect(names.isSubset(of: [name]), "\(id): \(what)", sourceLocation: sourceLocation)
}
