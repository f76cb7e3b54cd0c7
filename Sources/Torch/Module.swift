/// Something with parameters: a layer, or a network of layers.
///
/// A network is a class that stores its layers; its parameters are found by looking at what it stores:
///
/// ```swift
/// final class Network: Module {
///   let lstm: LSTM
///   let out: Linear
///   …
/// }
/// network.namedParameters.map(\.name)
/// // ["lstm.weight_ih_l0", "lstm.weight_hh_l0", …, "out.weight", "out.bias"]
/// ```
public protocol Module: AnyObject {
  /// Every parameter under its name, dotted as PyTorch's, in the order of declaration.
  ///
  /// The default looks at the stored properties, a superclass's first: a ``Module`` gives its own
  /// parameters, a ``Tensor`` counts if it requires a gradient, and arrays and optionals of both are
  /// entered ("layers.0.weight"). What is stored twice is named once, as in PyTorch.
  var namedParameters: [(name: String, tensor: Tensor)] { get }
}

extension Module {
  public var namedParameters: [(name: String, tensor: Tensor)] { reflectedParameters(of: self) }

  /// What an optimizer takes: the tensors of ``namedParameters``.
  public var parameters: [Tensor] { namedParameters.map(\.tensor) }

  /// The parameter of a name.
  ///
  /// - Throws: ``TorchError`` when there is none.
  public func parameter(_ name: String) throws -> Tensor {
    let all = namedParameters
    guard let found = all.first(where: { $0.name == name }) else {
      throw TorchError(
        operation: "parameter",
        message: "\(type(of: self)) has no parameter \(name); it has "
          + all.map(\.name).joined(separator: ", "))
    }
    return found.tensor
  }
}

/// The parameters among the stored properties of a module.
func reflectedParameters(of module: any Module) -> [(name: String, tensor: Tensor)] {
  var seen: Set<ObjectIdentifier> = [ObjectIdentifier(module)]
  var found: [(name: String, tensor: Tensor)] = []

  func enter(_ value: Any, _ name: String) {
    switch value {
    case let tensor as Tensor:
      if tensor.requiresGrad, seen.insert(ObjectIdentifier(tensor)).inserted {
        found.append((name, tensor))
      }
    case let module as any Module:
      guard seen.insert(ObjectIdentifier(module)).inserted else { return }
      for inner in module.namedParameters
      where seen.insert(ObjectIdentifier(inner.tensor)).inserted {
        found.append(("\(name).\(inner.name)", inner.tensor))
      }
    default:
      let mirror = Mirror(reflecting: value)
      switch mirror.displayStyle {
      case .optional: for child in mirror.children { enter(child.value, name) }
      case .collection:
        for (index, child) in mirror.children.enumerated() {
          enter(child.value, "\(name).\(index)")
        }
      default: break
      }
    }
  }

  func properties(_ mirror: Mirror) {
    if let parent = mirror.superclassMirror { properties(parent) }
    for child in mirror.children {
      if let label = child.label { enter(child.value, label) }
    }
  }

  properties(Mirror(reflecting: module))
  return found
}
