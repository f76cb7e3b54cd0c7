import Recurrent
import Testing

@Suite("Matrix")
struct MatrixTests {
  let a = Matrix(2, 3, [1, 2, 3, 4, 5, 6])

  @Test("a matrix by a vector is the sum of its columns")
  func product() {
    #expect(a * [1, 0, -1] == [-2, -2])
    #expect(a * [1, 1, 1] == [6, 15])
  }

  @Test("products agree with the definition for every size from 1 to 9")
  func sizes() {
    var random = SeededRandom(seed: 7)
    for rows in 1...9 {
      for columns in 1...9 {
        let m = random.normal(rows, columns)
        let v = Vector((0..<columns).map { _ in random.normal() })
        let w = Vector((0..<rows).map { _ in random.normal() })
        let product = m * v
        for i in 0..<rows {
          let expected = (0..<columns).map { m[i, $0] * v[$0] }.reduce(0, +)
          #expect(abs(product[i] - expected) < 1e-14)
        }
        let back = m.transposedProduct(w)
        let direct = m.transposed * w
        for j in 0..<columns { #expect(abs(back[j] - direct[j]) < 1e-14) }
        let outer = w.outer(v)
        for i in 0..<rows { for j in 0..<columns { #expect(outer[i, j] == w[i] * v[j]) } }
        #expect((m * Matrix.identity(columns)) == m)
      }
    }
  }

  @Test("rows, columns and the transpose agree with the elements")
  func parts() {
    #expect(a.row(1) == [4, 5, 6])
    #expect(a.column(2) == [3, 6])
    #expect(a.transposed == Matrix(3, 2, [1, 4, 2, 5, 3, 6]))
    #expect(Matrix(rows: [[1, 2, 3], [4, 5, 6]]) == a)
    #expect(a.sumOfSquares == 91)
  }

  @Test("the first of equal maxima is the maximum")
  func maximum() {
    #expect(Vector([1, 3, 3, 2]).indexOfMaximum == 1)
    #expect(Vector([]).indexOfMaximum == nil)
  }

  @Test("a product of sizes that do not fit stops with both shapes")
  func mismatch() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix(zeros: 3, 4) * Vector(zeros: 5)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("matrix product 3 × 4 by 5 × 1: inner sizes differ"))
  }
}

@Suite("orthogonal")
struct OrthogonalTests {
  @Test("the shorter side is orthonormal, whatever the shape")
  func orthonormal() {
    var random = SeededRandom(seed: 3)
    for (rows, columns) in [(1, 1), (4, 4), (50, 4), (4, 50), (50, 50), (1, 7), (7, 1)] {
      let q = orthogonal(random.normal(rows, columns))
      let product = rows >= columns ? q.transposed * q : q * q.transposed
      let difference = product - Matrix.identity(min(rows, columns))
      #expect(difference.sumOfSquares.squareRoot() < 1e-13)
    }
  }
}

@Suite("RNNParameters")
struct RNNParametersTests {
  @Test("tensors written back give the same parameters")
  func roundTrip() {
    var random = SeededRandom(seed: 1)
    var parameters = RNNParameters(
      U: random.normal(3, 4), V: random.normal(3, 3), W: random.normal(4, 3),
      bHidden: [1, 2, 3], bOutput: [4, 5, 6, 7])
    let before = parameters
    parameters.tensors = parameters.tensors
    #expect(parameters == before)
    #expect(parameters.count == 12 + 9 + 12 + 3 + 4)
    #expect(parameters.zeros.tensors.map(\.sumOfSquares) == [0, 0, 0, 0, 0])
  }
}
