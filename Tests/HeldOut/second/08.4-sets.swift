// exercise: 08.4
// is: right
// cause: With sets, and a loop for the largest.
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {
  var sound: [Bool] = []
  var complete: [Bool] = []
  var steps = 0
  var right = 0
  for t in 0..<probabilities.count {
    let p = probabilities[t]
    let allowed = Set(mayFollow[t])
    let expected = Set((0..<p.count).filter { !(p[$0] < threshold) })
    sound.append(expected.isSubset(of: allowed))
    complete.append(allowed.isSubset(of: expected))
    if allowed.count == 1 {
      steps += 1
      var best = 0
      for v in 1..<p.count where p[v] > p[best] { best = v }
      if allowed.contains(best) { right += 1 }
    }
  }
  return PredictionVerdict(
    sound: sound, complete: complete, deterministicSteps: steps, deterministicRight: right,
    isSound: !sound.contains(false),
    isExact: !sound.contains(false) && !complete.contains(false))
}
