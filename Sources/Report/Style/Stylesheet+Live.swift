extension Stylesheet {
  /// The notice of a page that is served while it is written: in a corner, out of the text's way; and a
  /// curve that grows while its cell trains.
  static let live = """
    .live { position: fixed; right: 1rem; bottom: 1rem; z-index: 2; max-width: min(30rem, 100% - 2rem);
      max-height: 45vh; overflow-y: auto; background: var(--panel); border: 1px solid var(--hair);
      border-radius: 8px; padding: 0.6rem 1rem; font-size: 0.88rem; line-height: 1.4; }
    .live .state { margin: 0; font-weight: 600; }
    .live ul { margin: 0.4rem 0 0.2rem; padding-left: 1.1rem; }
    .training { margin: 0.8rem 0 0; }
    .training svg { display: block; max-width: 100%; }
    .training text { fill: var(--soft); font: 12px/1 system-ui, sans-serif; }
    .training .axis { stroke: var(--soft); fill: none; }
    .training .grid { stroke: var(--hair); }
    .training .loss { stroke: var(--c0); stroke-width: 2; fill: none; stroke-linejoin: round; }
    .training .now { fill: var(--c0); stroke: var(--paper); stroke-width: 1.5; }
    .training figcaption { font-size: 0.88rem; color: var(--soft);
      font-variant-numeric: tabular-nums; }
    @media print { .live { display: none; } }

    """
}
