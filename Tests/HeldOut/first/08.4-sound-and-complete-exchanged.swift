// exercise: 08.4
// is: wrong
// cause: Sound and complete are exchanged: sound asks whether all that may follow is expected, complete the other.
// named: sound|complete
// named: exchang|swap|other way|revers|confus|mixed up|wrong way|places|each other|for the other
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {
  let expected = probabilities.map { p in p.indices.filter { p[$0] >= threshold } }
  let sound = zip(expected, mayFollow).map { e, m in m.allSatisfy { e.contains($0) } }
  let complete = zip(expected, mayFollow).map { e, m in e.allSatisfy { m.contains($0) } }
  let forced = mayFollow.indices.filter { mayFollow[$0].count == 1 }
  let hits = forced.filter { probabilities[$0].indexOfMaximum == mayFollow[$0][0] }
  let isSound = sound.allSatisfy { $0 }
  return PredictionVerdict(
    sound: sound, complete: complete, deterministicSteps: forced.count,
    deterministicRight: hits.count, isSound: isSound,
    isExact: isSound && complete.allSatisfy { $0 })
}
