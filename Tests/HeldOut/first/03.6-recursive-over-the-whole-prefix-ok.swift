// exercise: 03.6
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  guard limit > 0, !prompt.isEmpty else { return [] }
  // No state is kept at all: the whole text is read anew for every token.
  let trace = try rnnForward(
    prompt, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
  let o = trace.logits[trace.logits.endIndex - 1]
  let top = o.max() ?? 0
  let next = o.firstIndex(of: top) ?? 0
  guard next != endOfSequence else { return [next] }
  return [next]
    + (try generate(
      from: prompt + [next], parameters: parameters, endOfSequence: endOfSequence,
      limit: limit - 1))
}
