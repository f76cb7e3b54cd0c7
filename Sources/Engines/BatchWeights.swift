import Recurrent

/// Weights that meet many columns at once, with their gradient.
///
/// Kept by columns of whole lanes, and a second time transposed for the way back, so that both ways
/// run the same kernel; the copy is made once per update, and used in every step of every sequence.
package final class BatchWeights {
  /// Lanes of an output and of an input.
  let height: Int, inputHeight: Int
  /// Numbers of an input.
  let inputs: Int
  private let lanes: Lanes, transposed: Lanes, gradient: Lanes

  /// - Parameters:
  ///   - height: lanes of an output.
  ///   - inputs: numbers of an input.
  init(height: Int, inputs: Int) {
    self.height = height
    self.inputs = inputs
    inputHeight = (inputs + 7) / 8
    lanes = .zeros(inputs * height)
    transposed = .zeros(8 * height * inputHeight)
    gradient = .zeros(inputs * height)
  }

  deinit { for lanes in [lanes, transposed, gradient] { lanes.deallocate() } }

  /// Puts a matrix where rows from 8 · `offset` on are.
  func set(_ matrix: Matrix, atLane offset: Int) {
    for j in 0..<matrix.columns {
      for i in 0..<matrix.rows { lanes.scalars[(j * height + offset) * 8 + i] = matrix[i, j] }
    }
    transpose()
  }

  /// `rows` rows from 8 · `offset` on.
  func matrix(atLane offset: Int, rows: Int) -> Matrix { read(lanes, offset, rows) }

  func gradient(atLane offset: Int, rows: Int) -> Matrix { read(gradient, offset, rows) }

  private func read(_ lanes: Lanes, _ offset: Int, _ rows: Int) -> Matrix {
    var result = Matrix(zeros: rows, inputs)
    for j in 0..<inputs {
      for i in 0..<rows { result[i, j] = lanes.scalars[(j * height + offset) * 8 + i] }
    }
    return result
  }

  private func transpose() {
    for j in 0..<inputs {
      let column = (lanes + j * height).scalars
      for i in 0..<8 * height { transposed.scalars[i * inputHeight * 8 + j] = column[i] }
    }
  }

  /// y_b += M x_b for `count` columns b.
  func addProducts(with x: Lanes, to y: Lanes, _ count: Int) {
    addColumns(lanes, height, times: x, inputHeight, inner: inputs, to: y, count)
  }

  /// x_b += Mᵀ y_b for `count` columns b.
  func addTransposedProducts(with y: Lanes, to x: Lanes, _ count: Int) {
    addColumns(transposed, inputHeight, times: y, height, inner: 8 * height, to: x, count)
  }

  // MARK: - The gradient

  func clearGradient() { gradient.clear(inputs * height) }

  /// gradient += Σ_b y_b ⊗ x_b.
  func addGradient(errors y: Lanes, states x: Lanes, _ count: Int) {
    // Chunks that the nearest cache holds while all columns pass.
    var start = 0
    while start < count {
      let length = min(32, count - start)
      addOuters(
        y + start * height, height, x + start * inputHeight, inputHeight, to: gradient,
        columns: inputs, length)
      start += length
    }
  }

  var sumOfSquares: Double { gradient.sumOfSquares(inputs * height) }

  /// weights += factor · gradient.
  func step(_ factor: Double) {
    lanes.add(gradient, times: factor, inputs * height)
    transpose()
  }
}

/// y_b += Σⱼ column j · x_b[j]: two lanes of two columns b at a time, so that two loads of weights and
/// two of numbers feed four multiply–adds.
private func addColumns(
  _ columns: Lanes, _ height: Int, times x: Lanes, _ xHeight: Int, inner: Int, to y: Lanes,
  _ count: Int
) {
  var b = 0
  while b + 2 <= count {
    let (x0, x1) = ((x + b * xHeight).scalars, (x + (b + 1) * xHeight).scalars)
    let (y0, y1) = (y + b * height, y + (b + 1) * height)
    var k = 0
    while k + 2 <= height {
      var (p, q, r, s) = (y0[k], y0[k + 1], y1[k], y1[k + 1])
      var column = columns + k
      for j in 0..<inner {
        let (first, second) = (Lane(repeating: x0[j]), Lane(repeating: x1[j]))
        p.addProduct(column[0], first)
        q.addProduct(column[1], first)
        r.addProduct(column[0], second)
        s.addProduct(column[1], second)
        column += height
      }
      (y0[k], y0[k + 1], y1[k], y1[k + 1]) = (p, q, r, s)
      k += 2
    }
    if k < height {
      var (p, r) = (y0[k], y1[k])
      var column = columns + k
      for j in 0..<inner {
        p.addProduct(column[0], Lane(repeating: x0[j]))
        r.addProduct(column[0], Lane(repeating: x1[j]))
        column += height
      }
      (y0[k], y1[k]) = (p, r)
    }
    b += 2
  }
  if b < count {
    (y + b * height).add(
      columns: columns, of: height, times: (x + b * xHeight).scalars, count: inner)
  }
}

/// Column j += Σ_b y_b · x_b[j]: two lanes of two columns j at a time.
private func addOuters(
  _ y: Lanes, _ height: Int, _ x: Lanes, _ xHeight: Int, to result: Lanes, columns: Int,
  _ count: Int
) {
  let width = xHeight * 8
  var k = 0
  while k < height {
    // A last lane that is alone takes itself for its neighbour, and is stored once.
    let next = min(k + 1, height - 1)
    var j = 0
    while j < columns {
      let other = min(j + 1, columns - 1)
      let (left, right) = (result + j * height, result + other * height)
      var (p, q, r, s) = (left[k], left[next], right[k], right[next])
      var (error, state) = (y, x.scalars)
      for _ in 0..<count {
        let (first, second) = (Lane(repeating: state[j]), Lane(repeating: state[other]))
        p.addProduct(error[k], first)
        q.addProduct(error[next], first)
        r.addProduct(error[k], second)
        s.addProduct(error[next], second)
        error += height
        state += width
      }
      (left[k], left[next], right[k], right[next]) = (p, q, r, s)
      j += 2
    }
    k += 2
  }
}
