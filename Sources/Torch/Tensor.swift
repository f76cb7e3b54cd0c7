import CTorch

/// Numbers in any number of dimensions, and how they were computed, where a gradient is wanted.
///
/// A tensor has reference semantics, as in PyTorch: a view (`t`, `narrow`, `reshape`) shares its
/// numbers with its origin, and an optimizer changes parameters in place. Tensors belong to the thread
/// that made them.
public final class Tensor {
  let handle: Handle

  /// Takes over a handle that the shim gave.
  init(owning handle: Handle) { self.handle = handle }

  deinit { ctorch_tensor_free(handle) }

  /// Sizes, outermost first; empty for a single number.
  public var shape: [Int] {
    let capacity = 8
    var rank = 0
    let sizes = [Int](unsafeUninitializedCapacity: capacity) { buffer, count in
      _ = ctorch_tensor_shape(handle, buffer.baseAddress, capacity, &rank)
      count = min(rank, capacity)
    }
    if rank <= capacity { return sizes }
    return [Int](unsafeUninitializedCapacity: rank) { buffer, count in
      _ = ctorch_tensor_shape(handle, buffer.baseAddress, rank, &count)
    }
  }

  public var dtype: DType {
    var code = ctorch_float64
    _ = ctorch_tensor_dtype(handle, &code)
    return DType(code)
  }

  /// How many elements there are: the product of the sizes.
  public var count: Int {
    var count = 0
    _ = ctorch_tensor_count(handle, &count)
    return count
  }
}
