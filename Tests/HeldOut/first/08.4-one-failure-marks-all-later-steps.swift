// exercise: 08.4
// is: wrong
// cause: sound and complete per step are running conjunctions: after one failing step all later steps are false as well.
// named: later|earlier|previous|running|cumulat|carr|once|remain|stay|so far|all steps|from then
// named: step|sound|complete
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {

  var result = PredictionVerdict(
    sound: [], complete: [], deterministicSteps: 0, deterministicRight: 0, isSound: true,
    isExact: true)
  var stillSound = true
  var stillComplete = true
  for (p, next) in zip(probabilities, mayFollow) {
    for v in 0..<p.count {
      let isExpected = p[v] >= threshold
      let isPossible = next.contains(v)
      if isExpected && !isPossible { stillSound = false }
      if isPossible && !isExpected { stillComplete = false }
    }
    result.sound.append(stillSound)
    result.complete.append(stillComplete)
    guard next.count == 1 else { continue }
    result.deterministicSteps += 1
    result.deterministicRight += p.indexOfMaximum == next[0] ? 1 : 0
  }
  result.isSound = stillSound
  result.isExact = stillSound && stillComplete
  return result
}
