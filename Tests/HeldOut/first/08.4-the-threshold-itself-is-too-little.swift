// exercise: 08.4
// is: wrong
// cause: A token whose probability is exactly the threshold is not taken for expected.
// named: threshold|ε|epsilon
// named: exactly|equal|strict|or more|at the|greater|above|more than|itself|boundary
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {
  var sound: [Bool] = []
  var complete: [Bool] = []
  var (forced, hits) = (0, 0)
  for t in probabilities.indices {
    let p = probabilities[t]
    let allowed = Set(mayFollow[t])
    let expected = Set(p.indices.filter { p[$0] > threshold })
    sound.append(expected.isSubset(of: allowed))
    complete.append(allowed.isSubset(of: expected))
    if allowed.count == 1 {
      forced += 1
      if let best = p.indexOfMaximum, allowed.contains(best) { hits += 1 }
    }
  }
  let isSound = !sound.contains(false)
  return PredictionVerdict(
    sound: sound, complete: complete, deterministicSteps: forced, deterministicRight: hits,
    isSound: isSound, isExact: isSound && !complete.contains(false))
}
