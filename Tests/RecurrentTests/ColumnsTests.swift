import Recurrent
import Testing

/// What is done to all columns of a matrix at once, against the same done to one vector at a time.
@Suite("Matrix, column by column")
struct ColumnsTests {
  private static let sizes = [1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 17, 33]

  private func far(_ a: Matrix, _ b: Matrix) -> Double {
    a.rows == b.rows && a.columns == b.columns
      ? (a - b).elements.map { abs($0) }.max() ?? 0 : .infinity
  }

  @Test("a product of matrices is the product with each column", arguments: sizes)
  func product(columns: Int) {
    var random = SeededRandom(seed: UInt32(columns))
    for (rows, inner) in [(1, 1), (2, 3), (4, 4), (5, 7), (8, 50), (11, 9), (50, 50)] {
      let a = random.normal(rows, inner)
      let b = random.normal(inner, columns)
      let expected = Matrix(columns: (0..<columns).map { a * b.column($0) })
      #expect(far(a * b, expected) < 1e-13)
      let d = random.normal(rows, columns)
      let back = Matrix(columns: (0..<columns).map { a.transposedProduct(d.column($0)) })
      #expect(far(a.transposedProduct(d), back) < 1e-13)
    }
  }

  @Test("an outer product of matrices is the sum of those of their columns", arguments: sizes)
  func outer(count: Int) {
    var random = SeededRandom(seed: UInt32(count))
    for (rows, columns) in [(1, 1), (2, 3), (4, 4), (5, 7), (9, 50), (50, 13)] {
      let a = random.normal(rows, count)
      let b = random.normal(columns, count)
      var sum = random.normal(rows, columns)
      var expected = sum
      sum.addOuter(a, b)
      for k in 0..<count { expected.addOuter(a.column(k), b.column(k)) }
      #expect(far(sum, expected) < 1e-12)
    }
  }

  @Test("a matrix without columns or without an inner index has a product, too")
  func empty() {
    #expect(Matrix(zeros: 3, 2) * Matrix(zeros: 2, 0) == Matrix(zeros: 3, 0))
    #expect(Matrix(zeros: 3, 0) * Matrix(zeros: 0, 2) == Matrix(zeros: 3, 2))
  }

  @Test("columns are selected by id, and what is added to them goes back there")
  func selecting() {
    let m = Matrix(2, 3, [1, 2, 3, 4, 5, 6])
    #expect(m.selecting(columns: [2, 0, 2, 1]) == Matrix(2, 4, [3, 1, 3, 2, 6, 4, 6, 5]))
    var sum = Matrix(zeros: 2, 3)
    sum.addColumns(Matrix(2, 4, [1, 2, 3, 4, 5, 6, 7, 8]), at: [2, 0, 2, 1])
    #expect(sum == Matrix(2, 3, [2, 4, 4, 6, 8, 12]))
  }

  @Test("biases, masks and sums act on columns")
  func columns() {
    let m = Matrix(2, 3, [1, 2, 3, 4, 5, 6])
    #expect(m.adding(toColumns: [10, 20]) == Matrix(2, 3, [11, 12, 13, 24, 25, 26]))
    #expect(m.scaling(columns: [1, 0, 2]) == Matrix(2, 3, [1, 0, 6, 4, 0, 12]))
    #expect(m.sumOfColumns == [6, 15])
    #expect(m.hadamard(m) == Matrix(2, 3, [1, 4, 9, 16, 25, 36]))
    #expect(Matrix(columns: [[1, 4], [2, 5], [3, 6]]) == m)
  }

  @Test("tokens are counted by the mask")
  func tokens() {
    let batch = Batch(
      inputs: [[0, 1], [0, 0]], targets: [[1, 2], [0, 2]], mask: Matrix(2, 2, [1, 1, 0, 1]))
    #expect(batch.steps == 2 && batch.size == 2 && batch.tokens == 3)
  }
}
