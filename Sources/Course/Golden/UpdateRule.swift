import Recurrent
import Reference

/// The optimiser that a case of the golden file names.
enum UpdateRule {
  case sgd(learningRate: Double)
  case momentum(MomentumUpdate)
  case adam(AdamUpdate)
  case rmsprop(RMSpropUpdate)

  /// - Throws: when the name or a hyper-parameter is unknown or missing.
  init(_ name: String, _ hyper: [String: Double]) throws {
    func need(_ key: String) throws -> Double {
      guard let value = hyper[key] else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: [], debugDescription: "cases.\(name).hyper has no \(key)"))
      }
      return value
    }
    let lr = try need("lr")
    if name.hasPrefix("adam") {
      self = .adam(
        AdamUpdate(
          learningRate: lr, beta1: try need("beta1"), beta2: try need("beta2"),
          epsilon: try need("eps"), weightDecay: hyper["weight_decay"] ?? 0))
    } else if name.hasPrefix("rmsprop") {
      self = .rmsprop(
        RMSpropUpdate(learningRate: lr, decay: try need("alpha"), epsilon: try need("eps")))
    } else if name.hasPrefix("sgd"), hyper["momentum"] != nil || hyper["weight_decay"] != nil {
      self = .momentum(
        MomentumUpdate(
          learningRate: lr, momentum: hyper["momentum"] ?? 0,
          weightDecay: hyper["weight_decay"] ?? 0))
    } else if name.hasPrefix("sgd") {
      self = .sgd(learningRate: lr)
    } else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "the optimiser '\(name)' is not known"))
    }
  }

  /// Plain SGD belongs to exercise 03.4 and is not stepped here.
  mutating func step(_ parameters: inout [Matrix], _ gradients: [Matrix]) {
    switch self {
    case .sgd: break
    case .momentum(var rule):
      rule.step(&parameters, gradients)
      self = .momentum(rule)
    case .adam(var rule):
      rule.step(&parameters, gradients)
      self = .adam(rule)
    case .rmsprop(var rule):
      rule.step(&parameters, gradients)
      self = .rmsprop(rule)
    }
  }
}
