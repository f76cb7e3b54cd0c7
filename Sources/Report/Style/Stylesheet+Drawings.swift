extension Stylesheet {
  /// Figures.
  ///
  /// Dash patterns and markers tell curves apart where colour does not; their gaps are wide enough to
  /// see a curve that lies beneath. The reference is a hatched band, which shows on both sides of a
  /// student's curve that hits it.
  static let drawings = """
    figure { margin: 0; }
    svg { display: block; width: 100%; height: auto; overflow: visible; }
    svg.narrow { display: none; }
    @media screen and (max-width: 36rem) { svg.narrow { display: block; } svg.wide { display: none; } }
    figcaption { font-size: 0.95rem; line-height: 1.45; margin-top: 0.6rem; }
    .plot .data { margin-top: 0.35rem; }
    svg text { font-size: 13px; fill: var(--ink); }
    svg .tick { fill: var(--soft); font-size: 12.5px; }
    svg .rule-name { fill: var(--soft); }
    svg .operator { font-size: 18px; }
    svg .panel-name { font-weight: 600; }
    .grid { stroke: var(--hair); stroke-width: 1; fill: none; }
    .axis { stroke: var(--soft); stroke-width: 1; fill: none; }
    .rule { stroke: var(--soft); stroke-width: 1.2; stroke-dasharray: 6 4; fill: none; }
    .curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
    .end { stroke-width: 1.5; }
    .curve.c0 { stroke: var(--c0); } .end.c0 { fill: var(--c0); stroke: var(--c0); }
    .curve.c1 { stroke: var(--c1); stroke-dasharray: 9 7; } .end.c1 { fill: var(--c1); stroke: var(--c1); }
    .curve.c2 { stroke: var(--c2); stroke-dasharray: 3 4; } .end.c2 { fill: var(--c2); stroke: var(--c2); }
    .curve.c3 { stroke: var(--c3); stroke-dasharray: 11 4 3 4; } .end.c3 { fill: var(--c3); stroke: var(--c3); }
    .curve.c4 { stroke: var(--c4); stroke-dasharray: 18 7; } .end.c4 { fill: var(--c4); stroke: var(--c4); }
    .curve.c5 { stroke: var(--c5); stroke-dasharray: 7 4 2 4 2 4; } .end.c5 { fill: var(--c5); stroke: var(--c5); }
    .curve.ref { stroke-width: 4.8; stroke-dasharray: 1 3; }
    .end.ref { fill: var(--paper); stroke-width: 1.2; }
    .bar { fill: var(--c0); fill-opacity: 0.78; }
    .cells { shape-rendering: crispEdges; }
    .hatch { stroke: var(--soft); stroke-width: 1.5; }
    svg .number { font-size: 11.5px; fill: var(--near); }
    svg .number.middle { fill: #000; } svg .number.strong { fill: var(--far); }
    .wire { fill: none; stroke: var(--soft); stroke-width: 1.4; stroke-linejoin: round; }
    .head { fill: var(--soft); } .joint { fill: var(--ink); }
    .node { fill: var(--panel); stroke: var(--soft); stroke-width: 1.2; }
    .wire.main { stroke: var(--c0); stroke-width: 3; } .head.main { fill: var(--c0); stroke: var(--c0); stroke-width: 1.5; }
    .node.main { stroke: var(--c0); stroke-width: 2.4; }
    .wire.second { stroke: var(--c1); stroke-width: 1.7; } .head.second { fill: var(--c1); } .node.second { stroke: var(--c1); stroke-width: 1.7; }
    .wire.third { stroke: var(--c2); stroke-width: 1.7; stroke-dasharray: 5 3; } .head.third { fill: var(--c2); } .node.third { stroke: var(--c2); stroke-width: 1.7; stroke-dasharray: 5 3; }
    .wire.quiet { stroke-width: 1; stroke-dasharray: 1.5 3; } .node.quiet { fill: none; stroke-width: 1; stroke-dasharray: 1.5 3; }
    .group { fill: none; stroke: var(--soft); stroke-width: 1; stroke-dasharray: 4 4; }
    svg .wire-name, svg .wire-halo { font-size: 12.5px; } svg .wire-halo { stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
    \(HeatColours.rules)

    """
}
