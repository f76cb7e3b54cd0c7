extension UnsafeMutablePointer<Lane> {
  /// The gradient of a recurrent weight, Σₜ dₜ ⊗ h_{t−1}, column by column, so that a column stays in
  /// registers while time passes.
  ///
  /// Two lanes of two columns at a time: four loads of errors and two of states feed eight
  /// multiply–adds, which are then what takes the time.
  ///
  /// - Parameters:
  ///   - errors: dₜ, one after another, `errorHeight` lanes each; as high as a column of `self`.
  ///   - states: h₋₁, h₀, … one after another, `stateHeight` lanes each. h₋₁ is zero, so that the sums
  ///     begin with the second step.
  ///   - count: columns, the elements of a state.
  /// - Returns: the sum of the squares of all columns.
  @inline(__always)
  func setColumns(
    toSumOf errors: Lanes, of errorHeight: Int, times states: Lanes, of stateHeight: Int,
    count: Int, steps: Int
  ) -> Double {
    var squares = (Lane.zero, Lane.zero)
    let numbers = states.scalars
    let width = stateHeight * 8
    let end = Swift.max(1, steps)
    var j = 0
    while j < count {
      // The last column of an odd number of them is done twice over, into the same place.
      let next = Swift.min(j + 1, count - 1)
      let column = self + j * errorHeight
      let nextColumn = self + next * errorHeight
      var k = 0
      while k + 2 <= errorHeight {
        var (a, b, c, d) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
        for t in 1..<end {
          let factor = Lane(repeating: numbers[t * width + j])
          let nextFactor = Lane(repeating: numbers[t * width + next])
          let source = errors + (t * errorHeight + k)
          a.addProduct(source[0], factor)
          b.addProduct(source[1], factor)
          c.addProduct(source[0], nextFactor)
          d.addProduct(source[1], nextFactor)
        }
        (column[k], column[k + 1]) = (a, b)
        squares.0.addProduct(a, a)
        squares.1.addProduct(b, b)
        if next > j {
          (nextColumn[k], nextColumn[k + 1]) = (c, d)
          squares.0.addProduct(c, c)
          squares.1.addProduct(d, d)
        }
        k += 2
      }
      if k < errorHeight {
        var (a, c) = (Lane.zero, Lane.zero)
        for t in 1..<end {
          let source = errors[t * errorHeight + k]
          a.addProduct(source, Lane(repeating: numbers[t * width + j]))
          c.addProduct(source, Lane(repeating: numbers[t * width + next]))
        }
        column[k] = a
        squares.0.addProduct(a, a)
        if next > j {
          nextColumn[k] = c
          squares.1.addProduct(c, c)
        }
      }
      j += 2
    }
    return (squares.0 + squares.1).sum()
  }

  /// The way back through a weight, Wᵀ d: the dot product of every column with `errors`.
  ///
  /// Four columns share the loads of the errors. No transposed copy of the weights is kept.
  ///
  /// - Parameter self: `count` numbers, overwritten.
  @inline(__always)
  func setProducts(columns: Lanes, of height: Int, with errors: Lanes, count: Int) {
    let result = scalars
    var j = 0
    while j + 4 <= count {
      let column = columns + j * height
      var (a, b, c, d) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
      for k in 0..<height {
        let error = errors[k]
        a.addProduct(column[k], error)
        b.addProduct(column[height + k], error)
        c.addProduct(column[2 * height + k], error)
        d.addProduct(column[3 * height + k], error)
      }
      (result[j], result[j + 1], result[j + 2], result[j + 3]) = (
        a.sum(), b.sum(), c.sum(), d.sum()
      )
      j += 4
    }
    while j < count {
      var sum = Lane.zero
      for k in 0..<height { sum.addProduct(columns[j * height + k], errors[k]) }
      result[j] = sum.sum()
      j += 1
    }
  }
}
