import Recurrent

/// The logarithms of the probabilities, which some hand back in place of logits.
func logSoftmax(_ logits: Vector) -> Vector {
  let maximum = logits.max() ?? 0
  let sum = logits.map { exp($0 - maximum) }.sum
  return logits.map { $0 - maximum - log(sum) }
}
