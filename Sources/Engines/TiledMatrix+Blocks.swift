import Recurrent

// The blocks of gates that stand above one another, as the matrices they are outside of the engines.

extension TiledMatrix {
  /// Writes a weight's first `columns` columns from lane `offset` on; beyond its rows nothing changes
  /// but the rest of the last lane, which becomes zero.
  func setBlock(_ offset: Int, _ weight: Matrix) {
    for j in 0..<columns {
      for k in 0..<(weight.rows + 7) / 8 {
        var lane = Lane.zero
        for i in 0..<min(8, weight.rows - 8 * k) { lane[i] = weight[8 * k + i, j] }
        self[offset + k, j] = lane
      }
    }
  }

  /// The `rows` × `columns` numbers from lane `offset` on.
  func block(_ offset: Int, rows: Int) -> Matrix {
    Matrix(
      rows, columns,
      (0..<rows * columns).map { index in
        let (i, j) = (index / columns, index % columns)
        return self[offset + i / 8, j][i % 8]
      })
  }
}

extension UnsafeMutablePointer<Lane> {
  /// The first `count` numbers in the lanes.
  func vector(_ count: Int) -> Vector { Vector((0..<count).map { scalars[$0] }) }
}
