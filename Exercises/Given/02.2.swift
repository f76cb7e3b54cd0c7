// Given, not to be changed: stands in for your activations while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func sigmoid(_ x: Vector) throws -> Vector { try activations(x).sigmoid }

func tanh(_ x: Vector) throws -> Vector { try activations(x).tanh }

func softmax(_ logits: Vector) throws -> Vector { try activations(logits).softmax }

private func activations(_ x: Vector) throws -> ActivationsOutput {
  try modelAnswer(of: "02.2", for: x)
}
