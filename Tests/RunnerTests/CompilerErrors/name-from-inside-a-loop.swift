// A variable used outside of its loop.
// line: 11
// help: 'square' was made on line 8 inside braces that are closed here, and lives no longer than they do; what is needed behind them is made before them.
import Recurrent

func lastSquare(_ n: Int) -> Int {
  for k in 0..<n {
    let square = k * k
    print(square)
  }
  return square
}
