import Contracts
import Recurrent

/// `clip`: gradients above and below the limit.
struct ClipGolden: Decodable {
  var cases: [Case]

  struct Case: Decodable {
    var grads: [GoldenTensor]
    var max_norm: Double
    var total_norm: Double
    var coef: Double
    var clipped: [GoldenTensor]
  }

  func verify(_ answers: Answers, _ report: inout GoldenReport) throws {
    for (k, golden) in cases.enumerated() {
      let gradients = TensorList(try golden.grads.map { try $0.column("grads") })
      let clipped = TensorList(try answers.clip(gradients.tensors, golden.max_norm))
      report.compare("cases[\(k)].total_norm", golden.total_norm, gradients.norm)
      report.compare("cases[\(k)].coef", golden.coef, clipped.norm / gradients.norm)
      report.compare("cases[\(k)].clipped", golden.clipped.count, clipped.tensors.count)
      for (i, (golden, tensor)) in zip(golden.clipped, clipped.tensors).enumerated() {
        report.compare("cases[\(k)].clipped[\(i)]", golden, tensor.elements)
      }
    }
  }
}

/// `orthogonal`: the orthogonal factor of Gaussian matrices; given to students, so always ours.
struct OrthogonalGolden: Decodable {
  var cases: [Case]

  struct Case: Decodable {
    var gaussian: GoldenTensor
    var orthogonal: GoldenTensor
  }

  func verify(_ report: inout GoldenReport) throws {
    for (k, golden) in cases.enumerated() {
      let computed = orthogonal(try golden.gaussian.matrix("gaussian"))
      report.compare(
        "cases[\(k)].orthogonal.shape", golden.orthogonal.shape, [computed.rows, computed.columns])
      report.compare("cases[\(k)].orthogonal", golden.orthogonal, computed.elements)
    }
  }
}

/// `optimizers`: five steps each of SGD, momentum, Adam, AdamW and RMSprop.
///
/// Plain SGD is exercise 03.4; the others are the reference's.
struct OptimizersGolden: Decodable {
  var cases: [String: Case]

  struct Case: Decodable {
    var hyper: [String: Double]
    var initial: [GoldenTensor]
    var grads: [[GoldenTensor]]
    var params_after_step: [[GoldenTensor]]
  }

  func verify(_ answers: Answers, _ report: inout GoldenReport) throws {
    for (name, golden) in cases.sorted(by: { $0.key < $1.key }) {
      var parameters = try golden.initial.map { try $0.column("initial") }
      var rule = try UpdateRule(name, golden.hyper)
      report.compare("cases.\(name).grads", golden.grads.count, golden.params_after_step.count)
      for (step, (gradients, expected)) in zip(golden.grads, golden.params_after_step).enumerated()
      {
        let gradients = try gradients.map { try $0.column("grads") }
        if case .sgd(let learningRate) = rule {
          parameters = try answers.sgd(parameters, gradients, learningRate)
        } else {
          rule.step(&parameters, gradients)
        }
        for (i, (golden, tensor)) in zip(expected, parameters).enumerated() {
          report.compare("cases.\(name).params_after_step[\(step)][\(i)]", golden, tensor.elements)
        }
      }
    }
  }
}
