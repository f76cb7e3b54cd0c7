// exercise: 08.4
// is: wrong
// cause: The probabilities are put through softmax once more before they are compared with the threshold.
// named: softmax|normali
// named: twice|again|already|once more|second|double|probabilit
// swift-format-ignore-file

func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {

  let p = try probabilities.map { try softmax($0) }
  let expected = p.map { row in row.indices.filter { row[$0] >= threshold } }
  let sound = zip(expected, mayFollow).map { e, may in e.allSatisfy { may.contains($0) } }
  let complete = zip(expected, mayFollow).map { e, may in may.allSatisfy { e.contains($0) } }
  let single = mayFollow.indices.filter { mayFollow[$0].count == 1 }
  return PredictionVerdict(
    sound: sound, complete: complete, deterministicSteps: single.count,
    deterministicRight: single.filter { p[$0].indexOfMaximum == mayFollow[$0].first }.count,
    isSound: sound.allSatisfy { $0 }, isExact: zip(sound, complete).allSatisfy { $0 && $1 })
}
