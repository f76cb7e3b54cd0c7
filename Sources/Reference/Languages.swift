public import Recurrent

// 08 Harder languages.   T steps, V vocabulary size, n of each letter.

/// 08.1 – n times each letter, one after another, then EOS; letter k has the id k.
public func countingString(_ n: Int, letters: Int) throws -> [Int] {
  (0..<letters).flatMap { Array(repeating: $0, count: n) } + [letters]
}

/// 08.1 – the tokens that may follow, rising; none where no string begins like this or it has ended.
public func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  if read.isEmpty { return [0] }
  let n = read.prefix { $0 == 0 }.count
  guard n > 0 else { return [] }
  if n == read.count { return [0, 1] }
  // The first letter has told n, and with it everything to come.
  let string = try countingString(n, letters: letters)
  guard read.count < string.count, string.starts(with: read) else { return [] }
  return [string[read.count]]
}

/// 08.2 – the tokens that may follow in strings of balanced brackets, rising: kind k opens with 2k and
/// closes with 2k + 1, and EOS is behind the last.
public func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  let end = 2 * kinds
  var open: [Int] = []
  for token in read {
    guard (0..<end).contains(token) else { return [] }
    if token % 2 == 0 {
      open.append(token / 2)
    } else if open.popLast() != token / 2 {
      return []
    }
  }
  let openings = (0..<kinds).map { 2 * $0 }
  if read.isEmpty { return openings }
  return (openings + [open.last.map { 2 * $0 + 1 } ?? end]).sorted()
}

/// 08.3 – a string of balanced brackets and EOS: one draw before each token, below `opening` an opening
/// bracket, else the innermost closes or the string ends.
///
/// Strings without brackets or with more than `longest` are thrown away, so that the others keep their
/// proportions.
public func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {
  while true {
    var string: [Int] = []
    var open: [Int] = []
    while string.count <= longest {
      let draw = random.uniform()
      if draw < opening {
        let kind = min(kinds - 1, Int(draw / opening * Double(kinds)))
        open.append(kind)
        string.append(2 * kind)
      } else if let kind = open.popLast() {
        string.append(2 * kind + 1)
      } else {
        break
      }
    }
    if !string.isEmpty, string.count <= longest { return string + [2 * kinds] }
  }
}

/// 08.4 – predictions against the tokens that may follow.
///
/// - Parameter probabilities: T vectors of V.
public func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {
  var verdict = PredictionVerdict(
    sound: [], complete: [], deterministicSteps: 0, deterministicRight: 0, isSound: true,
    isExact: true)
  for (p, next) in zip(probabilities, mayFollow) {
    let expected = p.indices.filter { p[$0] >= threshold }
    verdict.sound.append(expected.allSatisfy(next.contains))
    verdict.complete.append(next.allSatisfy(expected.contains))
    if next.count == 1 {
      verdict.deterministicSteps += 1
      if p.indexOfMaximum == next[0] { verdict.deterministicRight += 1 }
    }
  }
  verdict.isSound = verdict.sound.allSatisfy(\.self)
  verdict.isExact = verdict.isSound && verdict.complete.allSatisfy(\.self)
  return verdict
}

/// 08.5 – for each letter one fewer and one more of it; last the string without EOS.
public func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  var misses: [[Int]] = []
  for letter in 0..<letters {
    for change in [-1, 1] {
      let counts = (0..<letters).map { $0 == letter ? n + change : n }
      let body = counts.enumerated().flatMap { Array(repeating: $0, count: $1) }
      misses.append(body + [letters])
    }
  }
  return misses + [try countingString(n, letters: letters).dropLast()]
}

/// 08.5 – how far a recogniser counts: n is right where its string is accepted and all of its near
/// misses are refused.
public func reach(
  letters: Int, trained: Int, longest: Int, accepts: Recogniser
) throws -> Reach {
  var (firstRefused, firstNearMiss): (Int?, Int?) = (nil, nil)
  var right: [Int] = []
  for n in 1...longest {
    let isAccepted = try accepts(try countingString(n, letters: letters))
    let isFooled = try nearMisses(of: n, letters: letters).contains(where: accepts)
    if !isAccepted, firstRefused == nil { firstRefused = n }
    if isFooled, firstNearMiss == nil { firstNearMiss = n }
    if isAccepted, !isFooled { right.append(n) }
  }
  let inside = right.count { $0 <= trained }
  return Reach(
    firstRefused: firstRefused, firstNearMiss: firstNearMiss,
    inside: Double(inside) / Double(trained),
    beyond: Double(right.count - inside) / Double(longest - trained))
}
