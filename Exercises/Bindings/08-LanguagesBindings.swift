// Given, not to be changed: the checks call your functions of lesson 08 through these.

import Contracts
import Recurrent
import StudentRuntime

#if REFERENCE
  import Reference
#endif

let bindings08: [Binding] = [
  Binding("08.1") { (input: CountingLanguageInput) in
    CountingLanguageOutput(
      strings: try input.lengths.map { try countingString($0, letters: input.letters) },
      next: try input.read.map { try mayFollow($0, letters: input.letters) })
  },
  Binding("08.2") { (input: BracketsInput) in
    try input.read.map { try bracketsMayFollow($0, kinds: input.kinds) }
  },
  Binding("08.3") { (input: SamplingInput) in
    var random = SeededRandom(seed: input.seed)
    let strings = try (0..<input.count).map { _ in
      try sampleBrackets(
        kinds: input.kinds, opening: input.opening, longest: input.longest, using: &random)
    }
    return SamplingOutput(strings: strings, next: random.uniform())
  },
  Binding("08.4") { (input: JudgingInput) in
    try judge(
      input.probabilities, mayFollow: input.mayFollow, threshold: input.threshold)
  },
  Binding("08.5") { (input: ReachInput) in
    ReachOutput(
      nearMisses: try input.lengths.map { try nearMisses(of: $0, letters: input.letters) },
      reach: try reach(
        letters: input.letters, trained: input.trained, longest: input.longest,
        accepts: input.recogniser.accepts))
  },
]
