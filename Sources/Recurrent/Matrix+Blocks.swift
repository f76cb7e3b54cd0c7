// The product of two matrices in blocks of four rows and eight columns: the block of the result stays in
// registers while the inner index runs, so that each number that is loaded takes part in several
// multiplications. This is where a batch gains over as many single vectors.

extension Matrix {
  /// self += a · b, where element (i, k) of the left factor is `a.storage[i * strides.row + k *
  /// strides.inner]`: strides of (columns, 1) read `a` as it is, (1, columns) its transpose.
  ///
  /// The sums run over the inner index in ascending order, whatever the shapes.
  mutating func addProduct(_ a: Matrix, _ b: Matrix, strides: (row: Int, inner: Int)) {
    let (m, n, inner) = (rows, columns, b.rows)
    guard m > 0, n > 0, inner > 0 else { return }
    storage.withUnsafeMutableBufferPointer { result in
      a.storage.withUnsafeBufferPointer { a in
        b.storage.withUnsafeBufferPointer { b in
          guard let result = result.baseAddress, let a = a.baseAddress, let b = b.baseAddress else {
            return
          }
          let left = Left(start: a, rows: m, strides: strides)
          var j = 0
          while j < n {
            // A block of eight for three columns would do five for nothing.
            if n - j > 4 {
              let width = Swift.min(8, n - j)
              addPanel(left, b + j, inner, to: result + j, n, width, SIMD8<Double>.self)
              j += width
            } else {
              addPanel(left, b + j, inner, to: result + j, n, n - j, SIMD4<Double>.self)
              j = n
            }
          }
        }
      }
    }
  }
}

/// The left factor, where its elements are.
private struct Left {
  var start: UnsafePointer<Double>
  var rows: Int
  var strides: (row: Int, inner: Int)
}

/// `width` columns of the result, at most as many as a `Lane` holds.
private func addPanel<Lane: SIMD & BitwiseCopyable>(
  _ a: Left, _ b: UnsafePointer<Double>, _ inner: Int, to result: UnsafeMutablePointer<Double>,
  _ stride: Int, _ width: Int, _: Lane.Type
) where Lane.Scalar == Double {
  withUnsafeTemporaryAllocation(of: Lane.self, capacity: inner) { panel in
    guard let panel = panel.baseAddress else { return }
    pack(b, stride, width, into: panel, inner)
    var i = 0
    while i + 4 <= a.rows {
      addBlock(
        a.start + i * a.strides.row, a.strides, panel, inner, to: result + i * stride, stride, width
      )
      i += 4
    }
    while i < a.rows {
      var row = a.start + i * a.strides.row
      var sum = Lane(repeating: 0)
      for k in 0..<inner {
        sum += Lane(repeating: row.pointee) * panel[k]
        row += a.strides.inner
      }
      add(sum, to: result + i * stride, width)
      i += 1
    }
  }
}

/// `width` columns of every row side by side, zeros beyond.
@inline(__always)
private func pack<Lane: SIMD & BitwiseCopyable>(
  _ source: UnsafePointer<Double>, _ stride: Int, _ width: Int,
  into panel: UnsafeMutablePointer<Lane>, _ count: Int
) where Lane.Scalar == Double {
  var row = source
  for k in 0..<count {
    if width == Lane.scalarCount {
      panel[k] = UnsafeRawPointer(row).loadUnaligned(as: Lane.self)
    } else {
      var lane = Lane(repeating: 0)
      for c in 0..<width { lane[c] = row[c] }
      panel[k] = lane
    }
    row += stride
  }
}

/// Four rows of the result.
@inline(__always)
private func addBlock<Lane: SIMD & BitwiseCopyable>(
  _ a: UnsafePointer<Double>, _ strides: (row: Int, inner: Int),
  _ panel: UnsafeMutablePointer<Lane>, _ inner: Int, to result: UnsafeMutablePointer<Double>,
  _ stride: Int, _ width: Int
) where Lane.Scalar == Double {
  let zero = Lane(repeating: 0)
  var (r0, r1, r2, r3) = (zero, zero, zero, zero)
  var (a0, a1, a2, a3) = (a, a + strides.row, a + 2 &* strides.row, a + 3 &* strides.row)
  for k in 0..<inner {
    let b = panel[k]
    r0 += Lane(repeating: a0.pointee) * b
    r1 += Lane(repeating: a1.pointee) * b
    r2 += Lane(repeating: a2.pointee) * b
    r3 += Lane(repeating: a3.pointee) * b
    a0 += strides.inner
    a1 += strides.inner
    a2 += strides.inner
    a3 += strides.inner
  }
  add(r0, to: result, width)
  add(r1, to: result + stride, width)
  add(r2, to: result + 2 &* stride, width)
  add(r3, to: result + 3 &* stride, width)
}

@inline(__always)
private func add<Lane: SIMD & BitwiseCopyable>(
  _ sum: Lane, to result: UnsafeMutablePointer<Double>, _ width: Int
) where Lane.Scalar == Double {
  if width == Lane.scalarCount {
    let raw = UnsafeMutableRawPointer(result)
    raw.storeBytes(of: raw.loadUnaligned(as: Lane.self) + sum, as: Lane.self)
    return
  }
  for c in 0..<width { result[c] += sum[c] }
}
