import Contracts
import Recurrent
import Reference
import Testing

/// Mistakes that no catalogue holds: failed, and never given a name that is not theirs.
@Suite struct WrongLanguagesTests {
  @Test("08.1: strings turned round, one token too many, next tokens in falling order")
  func counting() {
    func edited(_ what: String, _ edit: @escaping @Sendable (inout CountingLanguageOutput) -> Void)
    {
      expectWrong("08.1", what) { (input: CountingLanguageInput) in
        var output = CountingLanguageOutput(
          strings: try input.lengths.map { try countingString($0, letters: input.letters) },
          next: try input.read.map { try mayFollow($0, letters: input.letters) })
        edit(&output)
        return output
      }
    }
    edited("strings turned round") { $0.strings = $0.strings.map { $0.reversed() } }
    edited("EOS twice") { $0.strings = $0.strings.map { $0 + $0.suffix(1) } }
    edited("falling order") { $0.next = $0.next.map { $0.reversed() } }
    edited("a answer too few") { $0.next.removeLast() }
    edited("UNK beside everything") { $0.next = $0.next.map { $0 + [9] } }
    edited("no EOS, and nothing after a") { output in
      output.strings = output.strings.map { $0.dropLast() }
      output.next = output.next.map { $0 == [0, 1] ? [] : $0 }
    }
  }

  @Test("08.2: unsorted tokens, one kind forgotten, two mistakes at once")
  func brackets() {
    func edited(_ what: String, _ edit: @escaping @Sendable (BracketsInput, [Int]) -> [Int]) {
      expectWrong("08.2", what) { (input: BracketsInput) in
        try input.read.map { edit(input, try bracketsMayFollow($0, kinds: input.kinds)) }
      }
    }
    edited("falling order") { $1.reversed() }
    edited("the last kind is never opened") { input, next in
      next.filter { $0 != 2 * input.kinds - 2 }
    }
    edited("nothing closes") { input, next in next.filter { $0 % 2 == 0 && $0 < 2 * input.kinds } }
    edited("no string is ever wrong") { input, next in
      next.isEmpty ? Array(0...2 * input.kinds) : next
    }
  }

  @Test("08.3: other probabilities, strings drawn anew, a stream that is left behind")
  func sampling() {
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (SamplingInput, inout SamplingOutput) -> Void,
      before: @escaping @Sendable (inout SamplingInput) -> Void = { _ in }
    ) {
      expectWrong("08.3", what) { (given: SamplingInput) in
        var input = given
        before(&input)
        var random = SeededRandom(seed: input.seed)
        let strings = try (0..<input.count).map { _ in
          try sampleBrackets(
            kinds: input.kinds, opening: input.opening, longest: input.longest, using: &random)
        }
        var output = SamplingOutput(strings: strings, next: random.uniform())
        edit(given, &output)
        return output
      }
    }
    edited("a stream that is left behind") { input, output in
      var random = SeededRandom(seed: input.seed)
      output.next = random.uniform()
    }
    edited("one bracket more") { _, _ in
    } before: {
      $0.longest += 3
      $0.opening *= 0.9
    }
    edited("another seed") { _, _ in
    } before: {
      $0.seed += 1
    }
    edited("strings turned round") { _, output in
      output.strings = output.strings.map { $0.reversed() }
    }
  }

  @Test("08.4: a step too few, numbers exchanged, every verdict turned round")
  func judging() {
    func edited(_ what: String, _ edit: @escaping @Sendable (inout PredictionVerdict) -> Void) {
      expectWrong("08.4", what) { (input: JudgingInput) in
        var verdict = try judge(
          input.probabilities, mayFollow: input.mayFollow, threshold: input.threshold)
        edit(&verdict)
        return verdict
      }
    }
    edited("a step too few") { $0.sound.removeLast() }
    edited("turned round") { $0.sound = $0.sound.map { !$0 } }
    edited("right for wrong") {
      $0.deterministicRight = $0.deterministicSteps - $0.deterministicRight
    }
    edited("always exact") { $0.isExact = true }
    edited("never sound") { $0.isSound = false }
  }

  @Test("08.5: misses lost, shares in per cent, the first two numbers exchanged")
  func reaching() {
    func edited(_ what: String, _ edit: @escaping @Sendable (inout ReachOutput) -> Void) {
      expectWrong("08.5", what) { (input: ReachInput) in
        var output = ReachOutput(
          nearMisses: try input.lengths.map { try nearMisses(of: $0, letters: input.letters) },
          reach: try reach(
            letters: input.letters, trained: input.trained, longest: input.longest,
            accepts: input.recogniser.accepts))
        edit(&output)
        return output
      }
    }
    edited("the first miss lost") {
      $0.nearMisses = $0.nearMisses.map { Array($0.dropFirst()) }
    }
    edited("in per cent") {
      $0.reach.inside *= 100
      $0.reach.beyond *= 100
    }
    edited("exchanged") { swap(&$0.reach.firstRefused, &$0.reach.firstNearMiss) }
    edited("zero for none") {
      $0.reach.firstRefused = $0.reach.firstRefused ?? 0
      $0.reach.firstNearMiss = $0.reach.firstNearMiss ?? 0
    }
  }
}
