// A change to what a property makes anew.
// line: 8
// help: 'transposed' is computed anew each time you ask for it, so a change to it would be lost; what is it computed from?
import Recurrent

func gradients(_ parameters: inout RNNParameters) {
  parameters.tensors.first.map { print($0.rows) }
  parameters.U.transposed[0, 0] += 1
}
