// exercise: 08.4
// is: wrong
// cause: A deterministic step counts as right only where the one token's probability also reaches the threshold.
// named: deterministic|one token|no choice|largest|likeliest|right
// named: threshold|ε|epsilon|expected
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {
  var sound: [Bool] = [], complete: [Bool] = []
  var steps = 0, right = 0
  for t in probabilities.indices {
    let expected = Set(probabilities[t].indices.filter { probabilities[t][$0] >= threshold })
    let allowed = Set(mayFollow[t])
    sound.append(expected.isSubset(of: allowed))
    complete.append(allowed.isSubset(of: expected))
    if allowed.count == 1, let only = allowed.first {
      steps += 1
      if expected.contains(only) && probabilities[t].indexOfMaximum == only { right += 1 }
    }
  }
  let allSound = !sound.contains(false)
  return PredictionVerdict(
    sound: sound, complete: complete, deterministicSteps: steps, deterministicRight: right,
    isSound: allSound, isExact: allSound && !complete.contains(false))
}
