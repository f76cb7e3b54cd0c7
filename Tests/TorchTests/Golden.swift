import Foundation
import Torch

/// A tensor of a golden file: its shape and its numbers, the last index fastest.
struct GoldenTensor: Decodable {
  var shape: [Int]
  var data: [Double]

  func tensor(requiresGrad: Bool = false) throws -> Tensor {
    try Tensor(data, shape: shape, requiresGrad: requiresGrad)
  }

  /// The largest difference to `tensor`; NaN and another shape are infinitely far.
  func distance(to tensor: Tensor?) throws -> Double {
    guard let tensor, tensor.shape == shape else { return .infinity }
    let distances = zip(data, try tensor.values()).map { abs($0 - $1) }
    return distances.allSatisfy { $0 <= .greatestFiniteMagnitude }
      ? distances.max() ?? 0 : .infinity
  }
}

/// Where the golden files are, made by PyTorch's Python; each says in its fields how.
enum Golden {
  private static let room = URL(filePath: #filePath).deletingLastPathComponent()
  /// Those of the whole course.
  static let course = room.deletingLastPathComponent().appending(path: "Golden")
  /// Those that only a framework can be compared with.
  static let torch = room.appending(path: "Golden")

  static func read<Content: Decodable>(
    _ name: String, in folder: URL, as type: Content.Type = Content.self
  ) throws -> Content {
    let data = try Data(contentsOf: folder.appending(path: name + ".json"))
    return try JSONDecoder().decode(type, from: data)
  }
}
