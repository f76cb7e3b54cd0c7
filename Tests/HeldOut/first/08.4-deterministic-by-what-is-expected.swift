// exercise: 08.4
// is: wrong
// cause: A step counts as deterministic where the network expects one token alone, not where one token alone may follow.
// named: determin
// named: expect|network|predict|reach|threshold
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {

  var sound: [Bool] = [], complete: [Bool] = []
  var steps = 0, right = 0
  for t in probabilities.indices {
    var expected: Set<Int> = []
    for (v, p) in probabilities[t].enumerated() where p >= threshold { expected.insert(v) }
    let allowed = Set(mayFollow[t])
    sound.append(expected.isSubset(of: allowed))
    complete.append(allowed.isSubset(of: expected))
    if expected.count == 1 {
      steps += 1
      if let best = probabilities[t].indexOfMaximum, allowed.contains(best) { right += 1 }
    }
  }
  let isSound = !sound.contains(false)
  return PredictionVerdict(
    sound: sound, complete: complete, deterministicSteps: steps, deterministicRight: right,
    isSound: isSound, isExact: isSound && !complete.contains(false))
}
