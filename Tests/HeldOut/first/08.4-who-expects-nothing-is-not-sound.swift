// exercise: 08.4
// is: wrong
// cause: A step at which no token reaches the threshold is called unsound, although nothing impossible is expected there.
// named: sound
// named: empty|nothing (is )?expected|no token|no expected|none|reaches
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {
  struct Step {
    var sound: Bool
    var complete: Bool
    var forced: Bool
    var right: Bool
  }
  let steps = zip(probabilities, mayFollow).map { p, next -> Step in
    let expected = (0..<p.count).filter { p[$0] >= threshold }
    return Step(
      // A network that expects nothing has not predicted anything.
      sound: !expected.isEmpty && expected.allSatisfy { next.contains($0) },
      complete: next.allSatisfy { expected.contains($0) },
      forced: next.count == 1,
      right: next.count == 1 && p.indexOfMaximum == next.first)
  }
  let isSound = steps.allSatisfy { $0.sound }
  let isComplete = steps.allSatisfy { $0.complete }
  return PredictionVerdict(
    sound: steps.map { $0.sound }, complete: steps.map { $0.complete },
    deterministicSteps: steps.filter { $0.forced }.count,
    deterministicRight: steps.filter { $0.right }.count,
    isSound: isSound, isExact: isSound && isComplete)
}
