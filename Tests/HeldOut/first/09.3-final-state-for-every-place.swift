// exercise: 09.3
// is: wrong
// cause: The logits of every place are made from the highest level's finalHidden, as in classification, not from its output at that place.
// named: final|last state|last hidden|whole sequence|classif|every (place|step)|all (places|steps)|same logits
// swift-format-ignore-file

func stackForward(_ inputs: [Int], parameters: StackParameters) throws -> StackTrace {

  let p = parameters
  let x0 = try inputs.map { id -> Vector in try oneHot(id, size: p.vocabularySize) }
  var levels: [LevelTrace] = []
  for k in p.levels.indices {
    let below = k == 0 ? x0 : levels[k - 1].outputs
    levels.append(try levelForward(below, parameters: p.levels[k]))
  }
  let read = levels[levels.count - 1].finalHidden
  let logits = inputs.map { _ in p.Wv * read + p.bv }
  return StackTrace(inputs: inputs, levels: levels, logits: logits)
}
