import Recurrent

/// A matrix of many rows, kept in tiles of 4 lanes (32 rows) and within a tile column by column.
///
/// The four gates of an LSTM are 90 kilobytes at hidden size 50, more than the nearest cache holds.
/// Every product streams through them once per time step; in this order the addresses only ever go
/// upwards, which the processor's prefetcher follows.
package struct TiledMatrix {
  private static let lanesPerTile = 4
  private let lanes: Lanes
  /// Lanes of one column; a multiple of 4.
  let height: Int
  let columns: Int
  private let tiles: Int
  /// For the way back: one lane per column.
  private let sums: Lanes

  /// All zeros, until ``deallocate()``.
  init(height: Int, columns: Int) {
    precondition(height % Self.lanesPerTile == 0)
    self.height = height
    self.columns = columns
    tiles = height / Self.lanesPerTile
    lanes = .zeros(height * columns)
    sums = .zeros(columns)
  }

  func deallocate() {
    lanes.deallocate()
    sums.deallocate()
  }

  /// Lane k of column j.
  subscript(k: Int, j: Int) -> Lane {
    get { lanes[index(k, j)] }
    nonmutating set { lanes[index(k, j)] = newValue }
  }

  private func index(_ k: Int, _ j: Int) -> Int {
    (k / Self.lanesPerTile * columns + j) * Self.lanesPerTile + k % Self.lanesPerTile
  }

  /// result += M x.
  @inline(__always)
  func addProduct(with x: UnsafeMutablePointer<Double>, to result: Lanes) {
    for tile in 0..<tiles {
      let rows = result + tile * 4
      var column = lanes + tile * columns * 4
      var (a, b, c, d) = (rows[0], rows[1], rows[2], rows[3])
      for j in 0..<columns {
        let factor = Lane(repeating: x[j])
        a.addProduct(column[0], factor)
        b.addProduct(column[1], factor)
        c.addProduct(column[2], factor)
        d.addProduct(column[3], factor)
        column += 4
      }
      (rows[0], rows[1], rows[2], rows[3]) = (a, b, c, d)
    }
  }

  /// result = Mᵀ y, `columns` numbers.
  @inline(__always)
  package func setTransposedProduct(with y: Lanes, to result: UnsafeMutablePointer<Double>) {
    setSums(ofColumnsTimes: y)
    for j in 0..<columns { result[j] = sums[j].sum() }
  }

  /// result += Mᵀ y, `columns` numbers.
  @inline(__always)
  func addTransposedProduct(with y: Lanes, to result: UnsafeMutablePointer<Double>) {
    setSums(ofColumnsTimes: y)
    for j in 0..<columns { result[j] += sums[j].sum() }
  }

  /// One lane per column, whose eight numbers add up to the column's product with y.
  @inline(__always)
  private func setSums(ofColumnsTimes y: Lanes) {
    for tile in 0..<tiles {
      let rows = y + tile * 4
      let (a, b, c, d) = (rows[0], rows[1], rows[2], rows[3])
      var column = lanes + tile * columns * 4
      for j in 0..<columns {
        var even = tile == 0 ? .zero : sums[j]
        even.addProduct(column[0], a)
        var odd = column[1] * b
        even.addProduct(column[2], c)
        odd.addProduct(column[3], d)
        sums[j] = even + odd
        column += 4
      }
    }
  }

  /// M = Σₜ dₜ ⊗ h_{t−1}, a gradient; two lanes of two columns at a time, so that six loads feed eight
  /// multiply–adds.
  ///
  /// - Parameters:
  ///   - errors: dₜ, one after another, `height` lanes each.
  ///   - states: h₋₁, h₀, … one after another, `stateHeight` lanes each. h₋₁ is zero, so that the sums
  ///     begin with the second step.
  /// - Returns: the sum of the squares of all elements.
  @inline(__always)
  func setSum(ofErrors errors: Lanes, states: Lanes, stateHeight: Int, steps: Int) -> Double {
    var (firstSquares, secondSquares) = (Lane.zero, Lane.zero)
    let width = stateHeight * 8
    let count = max(0, steps - 1)
    for k in Swift.stride(from: 0, to: height, by: 2) {
      var j = 0
      while j < columns {
        // The last column of an odd number of them is done twice over, into the same place.
        let next = min(j + 1, columns - 1)
        var (a, b, c, d) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
        var source = errors + (height + k)
        var state = states.scalars + width
        for _ in 0..<count {
          let factor = Lane(repeating: state[j])
          let nextFactor = Lane(repeating: state[next])
          a.addProduct(source[0], factor)
          b.addProduct(source[1], factor)
          c.addProduct(source[0], nextFactor)
          d.addProduct(source[1], nextFactor)
          source += height
          state += width
        }
        let column = lanes + index(k, j)
        (column[0], column[1]) = (a, b)
        firstSquares.addProduct(a, a)
        secondSquares.addProduct(b, b)
        if next > j {
          (column[4], column[5]) = (c, d)
          firstSquares.addProduct(c, c)
          secondSquares.addProduct(d, d)
        }
        j += 2
      }
    }
    return (firstSquares + secondSquares).sum()
  }

  /// self += factor · other.
  func add(_ other: TiledMatrix, times factor: Double) {
    lanes.add(other.lanes, times: factor, height * columns)
  }
}
