// exercise: 08.4
// is: wrong
// cause: A deterministic step counts as right only if the largest probability also reaches the threshold.
// named: determin|one token alone|no choice|single token|largest probability|likeliest
// named: threshold|ε|epsilon|expected|reach
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {
  var sound: [Bool] = []
  var complete: [Bool] = []
  var forced = 0
  var hits = 0
  for t in 0..<probabilities.count {
    let p = probabilities[t]
    let allowed = Set(mayFollow[t])
    let expected = Set(p.indices.filter { p[$0] >= threshold })
    sound.append(expected.isSubset(of: allowed))
    complete.append(allowed.isSubset(of: expected))
    if allowed.count == 1 {
      forced += 1
      if let best = p.indexOfMaximum, expected.contains(best), allowed.contains(best) { hits += 1 }
    }
  }
  let allSound = !sound.contains(false)
  return PredictionVerdict(
    sound: sound, complete: complete, deterministicSteps: forced, deterministicRight: hits,
    isSound: allSound, isExact: allSound && !complete.contains(false))
}
