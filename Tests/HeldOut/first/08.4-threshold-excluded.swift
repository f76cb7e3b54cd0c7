// exercise: 08.4
// is: wrong
// cause: A probability of exactly ε does not count as expected: > instead of ≥.
// named: not at it|exactly|>|strict|excluded
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {
  var sound: [Bool] = []
  var complete: [Bool] = []
  var n = 0
  var right = 0
  for (p, next) in zip(probabilities, mayFollow) {
    var isSound = true
    var isComplete = true
    for v in p.indices {
      let expected = p[v] > threshold
      let may = next.contains(v)
      if expected && !may { isSound = false }
      if may && !expected { isComplete = false }
    }
    sound.append(isSound)
    complete.append(isComplete)
    if next.count == 1 {
      n += 1
      if p.indexOfMaximum == next[0] { right += 1 }
    }
  }
  let allSound = !sound.contains(false)
  return PredictionVerdict(
    sound: sound, complete: complete, deterministicSteps: n, deterministicRight: right,
    isSound: allSound, isExact: allSound && !complete.contains(false))
}
