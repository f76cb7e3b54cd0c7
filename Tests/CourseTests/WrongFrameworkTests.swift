import Checking
import Contracts
import Course
import Recurrent
import Testing
import Transcripts

/// What the model answer of an exercise gives.
private func right<Input: Encodable, Output: Decodable>(
  _ id: String, _ input: Input
) throws -> Output {
  let reply = course(id).reference(try Wire.encode(input))
  guard case .output(let data) = reply else { throw NotImplemented(id) }
  return try Wire.decode(Output.self, from: data)
}

@Suite struct WrongFrameworkTests {
  @Test("05.1: layers that the framework has drawn are told by their names")
  func network() {
    @Sendable func drawn(_ input: NetworkInput, _ names: [String]) throws -> NetworkOutput {
      var random = SeededRandom(seed: UInt32(input.inputs.count))
      var output: NetworkOutput = try right("05.1", input)
      output.parameterNames += names
      output.logits = output.logits.map { $0 + random.normal() }
      return output
    }
    expectWrong("05.1", "an output bias that nobody wants") { (input: NetworkInput) in
      try input.weights.outputBias == nil
        ? drawn(input, ["output.bias"]) : right("05.1", input)
    }
    expectWrong("05.1", "a second layer") { (input: NetworkInput) in
      try drawn(input, ["lstm.weight_ih_l1", "lstm.weight_hh_l1"])
    }
    expectWrong("05.1", "a second direction") { (input: NetworkInput) in
      try drawn(input, ["lstm.weight_ih_l0_reverse", "lstm.weight_hh_l0_reverse"])
    }
  }

  @Test("05.4: tensors that keep what the framework has drawn")
  func carryOver() {
    @Sendable func edited(
      _ input: CarryOverInput,
      _ edit: (inout NetworkWeights, (_ count: Int) -> Vector) -> Void
    ) throws -> CarryOverOutput {
      var random = SeededRandom(seed: 3)
      let bound = 1 / Double(input.parameters.hiddenSize).squareRoot()
      var output: CarryOverOutput = try right("05.4", input)
      edit(&output.weights) { count in
        Vector((0..<count).map { _ in bound * (2 * random.uniform() - 1) })
      }
      output.logits = output.logits.map { $0 + 0.25 }
      return output
    }
    expectWrong("05.4", "a second bias as it was drawn") { (input: CarryOverInput) in
      try edited(input) { $0.hiddenBias = $1($0.hiddenBias.count) }
    }
    expectWrong("05.4", "no bias set") { (input: CarryOverInput) in
      try edited(input) {
        $0.inputBias = $1($0.inputBias.count)
        $0.hiddenBias = $1($0.hiddenBias.count)
      }
    }
    expectWrong("05.4", "an output bias as it was drawn") { (input: CarryOverInput) in
      try edited(input) { $0.outputBias = $1($0.output.rows) }
    }
    expectWrong("05.4", "an output layer as it was drawn") { (input: CarryOverInput) in
      try edited(input) {
        $0.outputBias = $1($0.output.rows)
        $0.output = Matrix(
          $0.output.rows, $0.output.columns, Array($1($0.output.rows * $0.output.columns)))
      }
    }
  }
}
