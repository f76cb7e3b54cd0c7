// exercise: 01.3
// is: wrong
// cause: One row buffer is reused without being cleared, so that row t holds ones for all tokens read so far.
// named: row|matrix|sequence|buffer
// named: earlier|previous|so far|clear|reset|reus|accumul|pile|several ones|more than one|old ones|stays|remain|kept|multi-hot|before it
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  var v = Vector(zeros: size)
  v[id] = 1.0
  return v
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  var x = Matrix(zeros: ids.count, size)
  var row = Vector(zeros: size)  // allocated once, outside the loop
  for t in 0..<ids.count {
    row[ids[t]] = 1
    for j in 0..<size {
      x[t, j] = row[j]
    }
  }
  return x
}
