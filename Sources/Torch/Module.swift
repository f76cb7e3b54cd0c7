/// A part of a net with parameters of its own: a layer, or a student's class made of layers.
///
/// The parameters are found by reflection: a class with `let lstm: LSTM` and `let out: Linear` has
/// them all, named "lstm.weight_ih_l0" to "out.bias" as in PyTorch.
public protocol Module: AnyObject {
  /// Every parameter with its dotted name, in the order of the stored properties.
  var namedParameters: [(name: String, tensor: Tensor)] { get }
}

extension Module {
  /// The parameters of all stored properties: tensors that require a gradient, modules, and arrays
  /// of these; a superclass's first.
  ///
  /// A tensor that is reached twice stands under its first name only. A module must not hold the
  /// module that holds it.
  public var namedParameters: [(name: String, tensor: Tensor)] {
    var levels: [Mirror] = []
    var level: Mirror? = Mirror(reflecting: self)
    while let mirror = level {
      levels.append(mirror)
      level = mirror.superclassMirror
    }
    var seen: Set<ObjectIdentifier> = []
    return levels.reversed().flatMap { mirror in
      mirror.children.flatMap { found(in: $0.value, named: $0.label ?? "") }
    }
    .filter { seen.insert(ObjectIdentifier($0.tensor)).inserted }
  }

  /// What an optimiser takes: the parameters without their names.
  public var parameters: [Tensor] { namedParameters.map(\.tensor) }
}

private func found(in value: Any, named name: String) -> [(name: String, tensor: Tensor)] {
  let name = name.hasPrefix(lazyPrefix) ? String(name.dropFirst(lazyPrefix.count)) : name
  if let tensor = value as? Tensor { return tensor.requiresGrad ? [(name, tensor)] : [] }
  if let module = value as? any Module {
    return module.namedParameters.map { ("\(name).\($0.name)", $0.tensor) }
  }
  let mirror = Mirror(reflecting: value)
  guard mirror.displayStyle == .collection else { return [] }
  return mirror.children.enumerated().flatMap { index, child in
    found(in: child.value, named: "\(name).\(index)")
  }
}

/// How the compiler names the storage of a `lazy var`.
private let lazyPrefix = "$__lazy_storage_$_"
