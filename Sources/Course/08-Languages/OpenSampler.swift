import Checking
import Contracts
import Recurrent

// MARK: - Drawing with its decisions laid open

struct OpenSampler: Sendable {
  // The defaults are the right ones.
  /// The kind that opens; `nil` to close.
  var kind: @Sendable (_ draw: Double, _ opening: Double, _ kinds: Int) -> Int? = { u, q, kinds in
    u < q ? min(kinds - 1, Int(u / q * Double(kinds))) : nil
  }
  var isTooLong: @Sendable (_ string: [Int], _ open: [Int], _ longest: Int) -> Bool = {
    string, _, longest in string.count > longest
  }
  /// Whether what is there can no longer become a string; asked before each draw.
  var isHopeless: @Sendable (_ string: [Int], _ open: [Int], _ longest: Int) -> Bool = {
    _, _, _ in false
  }
  /// The kind of a first bracket that opens whatever was drawn; `nil` where it may be an end.
  var first: (@Sendable (_ draw: Double, _ opening: Double, _ kinds: Int) -> Int)?
  var opens: @Sendable (_ kind: Int, _ kinds: Int) -> Int = { kind, _ in 2 * kind }
  var closes: @Sendable (_ kind: Int, _ kinds: Int) -> Int = { kind, _ in 2 * kind + 1 }
  var end: @Sendable (_ kinds: Int) -> [Int] = { [2 * $0] }
  var drawsKind = false
  var drawsKindAsInteger = false
  var drawsKindFirst = false
  var givesUp = false
  var bends = false
  var closesAtLimit = false
  var drawsOnceMore = false
  var forces = false
  var cuts = false
  var waits = false
  var keepsEmpty = false
  var writesEnd = true
  var closesFirst = false
  var endsAtOnce = false

  func callAsFunction(_ input: SamplingInput) throws -> SamplingOutput {
    var random = SeededRandom(seed: input.seed)
    let strings = (0..<input.count).map { _ in
      string(input, &random) + (writesEnd ? end(input.kinds) : [])
    }
    return SamplingOutput(strings: strings, next: random.uniform())
  }

  private func string(_ input: SamplingInput, _ random: inout SeededRandom) -> [Int] {
    while true {
      let string = attempt(input, &random)
      if drawsOnceMore { _ = random.uniform() }
      if let string, keepsEmpty || !string.isEmpty { return string }
      if string == nil, givesUp { return [] }
    }
  }

  /// - Returns: `nil` for a string that is thrown away.
  private func attempt(_ input: SamplingInput, _ random: inout SeededRandom) -> [Int]? {
    var (string, open): ([Int], [Int]) = ([], [])
    // An end to what waits for the end of a string that may never come.
    while string.count < 2000 {
      if endsAtOnce, !string.isEmpty, open.isEmpty { return string }
      if isHopeless(string, open, input.longest) { return nil }
      let early = drawsKindFirst ? Int(random.uniform() * Double(input.kinds)) : 0
      let draw = random.uniform()
      var kind = kind(draw, input.opening, input.kinds)
      if let first, string.isEmpty { kind = first(draw, input.opening, input.kinds) }
      if bends, string.count >= input.longest { kind = nil }
      if drawsKindFirst, kind != nil { kind = early }
      if drawsKindAsInteger, kind != nil { kind = random.integer(in: 0...input.kinds - 1) }
      if forces, string.count + open.count >= input.longest { kind = nil }
      if drawsKind, kind != nil { kind = Int(random.uniform() * Double(input.kinds)) }
      if let kind {
        open.append(kind)
        string.append(opens(kind, input.kinds))
      } else if open.isEmpty {
        return isTooLong(string, open, input.longest) ? nil : string
      } else {
        let kind = closesFirst ? open.removeFirst() : open.removeLast()
        string.append(closes(kind, input.kinds))
      }
      if closesAtLimit, string.count >= input.longest {
        return string + open.reversed().map { closes($0, input.kinds) }
      }
      if cuts, string.count == input.longest { return string }
      if !waits, isTooLong(string, open, input.longest) { return nil }
    }
    return nil
  }
}

func wrongSampling(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenSampler) -> Void
) -> Misconception<SamplingInput, SamplingOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenSampler(), run: { try $0($1) },
    change: change)
}
