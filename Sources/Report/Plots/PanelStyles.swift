import Transcripts

/// The looks of the curves of small multiples: one name has one look in all panels.
struct PanelStyles {
  private var students: [String] = []
  private var others: [String] = []
  /// One curve of each look, for the legend; the references last.
  private(set) var samples: [Curve] = []

  init(_ panels: [SmallMultiples.Panel]) {
    for series in panels.flatMap(\.series) where series.role == .student {
      if !students.contains(series.name) { students.append(series.name) }
    }
    for panel in panels {
      let references = panel.series.filter { $0.role == .reference }
      for series in references where partner(of: series, in: panel) == nil {
        if !others.contains(series.name) { others.append(series.name) }
      }
    }
    let all = panels.flatMap { curves(of: $0) }
    for curve in all.filter({ !$0.isReference }) + all.filter(\.isReference) {
      let isKnown = samples.contains {
        $0.name == curve.name && $0.isReference == curve.isReference && $0.style == curve.style
      }
      if !isKnown { samples.append(curve) }
    }
  }

  func curves(of panel: SmallMultiples.Panel) -> [Curve] {
    panel.series.map { Curve($0, style: style(of: $0, in: panel)) }
  }

  private func style(of series: LinePlot.Series, in panel: SmallMultiples.Panel) -> Int {
    let name = series.role == .student ? series.name : partner(of: series, in: panel)
    if let name { return students.firstIndex(of: name) ?? 0 }
    return students.count + (others.firstIndex(of: series.name) ?? 0)
  }

  /// The student's curve of the reference's name, or the panel's only one beside an only reference.
  private func partner(
    of reference: LinePlot.Series, in panel: SmallMultiples.Panel
  ) -> String? {
    if students.contains(reference.name) { return reference.name }
    let own = panel.series.filter { $0.role == .student }
    return own.count == 1 && panel.series.count == 2 ? own[0].name : nil
  }
}
