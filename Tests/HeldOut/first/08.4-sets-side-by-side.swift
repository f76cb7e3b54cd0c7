// exercise: 08.4
// is: right
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {
  let allowed = mayFollow.map { Set($0) }
  let expected = probabilities.map { p in
    Set(p.enumerated().filter { !($0.element < threshold) }.map(\.offset))
  }
  let sound = zip(expected, allowed).map { $0.isSubset(of: $1) }
  let complete = zip(expected, allowed).map { $0.isSuperset(of: $1) }

  let forced = mayFollow.indices.filter { mayFollow[$0].count == 1 }
  let hits = forced.filter { t in
    let p = probabilities[t]
    let only = mayFollow[t][0]
    // the first of equals
    return p.indices.allSatisfy { $0 < only ? p[$0] < p[only] : p[$0] <= p[only] }
  }
  return PredictionVerdict(
    sound: sound, complete: complete, deterministicSteps: forced.count,
    deterministicRight: hits.count, isSound: !sound.contains(false),
    isExact: zip(expected, allowed).allSatisfy { $0 == $1 })
}
