/// What every kind of figure says in words.
extension Figure {
  /// What it is, in a few words.
  public var title: String {
    switch self {
    case .lines(let plot): plot.title
    case .multiples(let multiples): multiples.title
    case .heatMap(let map): map.title
    case .histogram(let histogram): histogram.title
    case .diagram(let diagram): diagram.title
    }
  }

  /// What to see in it, for those who cannot.
  public var description: String {
    switch self {
    case .lines(let plot): plot.description
    case .multiples(let multiples): multiples.description
    case .heatMap(let map): map.description
    case .histogram(let histogram): histogram.description
    case .diagram(let diagram): diagram.description
    }
  }
}
