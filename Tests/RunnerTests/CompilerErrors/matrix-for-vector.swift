// A Matrix where a Vector is wanted.
// line: 7
// help: This is a Matrix, and the line wants a Vector; a row, a column, or a product with another Vector?
import Recurrent

func logits(_ parameters: RNNParameters, _ hidden: Vector) -> Vector {
  let scores: Vector = parameters.W
  return scores + parameters.bOutput
}
