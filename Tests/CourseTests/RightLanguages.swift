import Contracts
import Recurrent
import Reference

// T steps, V vocabulary size, n of each letter.

/// Right solutions of this lesson, written in other ways than the reference.
enum RightLanguages {
  static let countingByRuns = RightVariant(
    "08.1", "a language of counters: the run of each letter against the first"
  ) { (input: CountingLanguageInput) -> CountingLanguageOutput in
    CountingLanguageOutput(
      strings: input.lengths.map { n in
        (0..<n * input.letters).map { $0 / n } + [input.letters]
      },
      next: input.read.map { read -> [Int] in
        var counts = Array(repeating: 0, count: input.letters + 1)
        var last = 0
        for token in read {
          let isBehind = token == last || token == last + 1 && counts[last] > 0
          guard (0...input.letters).contains(token), isBehind else { return [] }
          // A block that ends before the first letter's number is reached, and one that goes on.
          if token > last, last > 0, counts[last] < counts[0] { return [] }
          counts[token] += 1
          if token > 0, token < input.letters, counts[token] > counts[0] { return [] }
          last = token
        }
        if last == input.letters { return [] }
        if last == 0 { return counts[0] == 0 ? [0] : [0, 1] }
        return [counts[last] < counts[0] ? last : last + 1]
      })
  }

  static let bracketsByReduction = RightVariant(
    "08.2", "brackets by taking away innermost pairs until nothing changes"
  ) { (input: BracketsInput) -> [[Int]] in
    input.read.map { read -> [Int] in
      let end = 2 * input.kinds
      guard read.allSatisfy({ (0..<end).contains($0) }) else { return [] }
      var rest = read
      while let k = rest.indices.dropLast().first(where: {
        rest[$0] % 2 == 0 && rest[$0 + 1] == rest[$0] + 1
      }) { rest.removeSubrange(k...k + 1) }
      guard rest.allSatisfy({ $0 % 2 == 0 }) else { return [] }
      var next = Set((0..<input.kinds).map { 2 * $0 })
      if let top = rest.last { next.insert(top + 1) } else if !read.isEmpty { next.insert(end) }
      return next.sorted()
    }
  }

  static let samplingByRecursion = RightVariant(
    "08.3", "a sampler that walks down the grammar S → ( S ) S and gives up when the room is used"
  ) { (input: SamplingInput) -> SamplingOutput in
    struct NoRoom: Error {}
    var random = SeededRandom(seed: input.seed)
    func expand(_ string: inout [Int]) throws {
      let u = random.uniform()
      guard u < input.opening else { return }
      var kind = 0
      while kind < input.kinds - 1,
        u / input.opening * Double(input.kinds) >= Double(kind + 1)
      { kind += 1 }
      func write(_ token: Int) throws {
        string.append(token)
        if string.count > input.longest { throw NoRoom() }
      }
      try write(2 * kind)
      try expand(&string)
      try write(2 * kind + 1)
      try expand(&string)
    }
    var strings: [[Int]] = []
    while strings.count < input.count {
      var string: [Int] = []
      do { try expand(&string) } catch { continue }
      if !string.isEmpty { strings.append(string + [2 * input.kinds]) }
    }
    return SamplingOutput(strings: strings, next: random.uniform())
  }

  static let judgingBySets = RightVariant("08.4", "a verdict by sets") {
    (input: JudgingInput) -> PredictionVerdict in
    let steps = zip(input.probabilities, input.mayFollow)
    let pairs = steps.map { p, next in
      (Set((0..<p.count).filter { !(p[$0] < input.threshold) }), Set(next))
    }
    let single = steps.filter { $1.count == 1 }
    return PredictionVerdict(
      sound: pairs.map { $0.isSubset(of: $1) }, complete: pairs.map { $0.isSuperset(of: $1) },
      deterministicSteps: single.count,
      deterministicRight: single.filter { p, next in p[next[0]] == p.max() }.count,
      isSound: pairs.allSatisfy { $0.isSubset(of: $1) }, isExact: pairs.allSatisfy { $0 == $1 })
  }

  static let reachByFiltering = RightVariant(
    "08.5", "near misses by removing and inserting a token, the reach by filtering all n"
  ) { (input: ReachInput) -> ReachOutput in
    func string(_ n: Int) -> [Int] {
      (0..<input.letters).flatMap { Array(repeating: $0, count: n) } + [input.letters]
    }
    func misses(_ n: Int) -> [[Int]] {
      (0..<input.letters).flatMap { letter -> [[Int]] in
        var (fewer, more) = (string(n), string(n))
        fewer.remove(at: letter * n)
        more.insert(letter, at: letter * n)
        return [fewer, more]
      } + [Array(string(n).dropLast())]
    }
    let all = Array(1...input.longest)
    let refused = all.filter { !input.recogniser.accepts(string($0)) }
    let fooled = all.filter { misses($0).filter(input.recogniser.accepts).count > 0 }
    let right = Set(all).subtracting(refused).subtracting(fooled)
    let trained = Set(1...input.trained)
    return ReachOutput(
      nearMisses: input.lengths.map(misses),
      reach: Reach(
        firstRefused: refused.min(), firstNearMiss: fooled.min(),
        inside: Double(right.intersection(trained).count) / Double(input.trained),
        beyond: Double(right.subtracting(trained).count)
          / Double(input.longest - input.trained)))
  }

  static let all: [RightVariant] =
    [countingByRuns, bracketsByReduction, samplingByRecursion, judgingBySets, reachByFiltering]
}
