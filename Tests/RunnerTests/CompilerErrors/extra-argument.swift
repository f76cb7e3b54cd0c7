// An argument too many.
// line: 7
// help: 'Vector' takes fewer arguments; the contract or its documentation lists them.
import Recurrent

func zeroState(_ parameters: RNNParameters) -> Vector {
  return Vector(zeros: parameters.hiddenSize, 1)
}
