import Transcripts

extension Figure {
  /// This figure with the reference's curves added; as it is where there are none.
  func over(_ reference: Figure?) -> Figure {
    switch (self, reference) {
    case (.lines(var plot), .lines(let model)?):
      plot.series = plot.series.over(model.series)
      return .lines(plot)
    case (.multiples(var multiples), .multiples(let model)?):
      // Another shape of grid compares other things: its panels have no partners.
      guard multiples.panels.count == model.panels.count else { return self }
      for index in multiples.panels.indices {
        let curves = multiples.panels[index].series.over(model.panels[index].series)
        multiples.panels[index].series = curves
      }
      return .multiples(multiples)
    default: return self
    }
  }
}

extension [LinePlot.Series] {
  /// These, and the reference's where they have none of its name yet.
  fileprivate func over(_ reference: [LinePlot.Series]) -> [LinePlot.Series] {
    let known = Set(filter { $0.role == .reference }.map(\.name))
    return self
      + reference.filter { !known.contains($0.name) }.map {
        var series = $0
        series.role = .reference
        return series
      }
  }
}
