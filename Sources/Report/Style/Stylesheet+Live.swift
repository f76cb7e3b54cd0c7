extension Stylesheet {
  /// The notice of a page that is served while it is written: in a corner, out of the text's way.
  static let live = """
    .live { position: fixed; right: 1rem; bottom: 1rem; z-index: 2; max-width: min(30rem, 100% - 2rem);
      max-height: 45vh; overflow-y: auto; background: var(--panel); border: 1px solid var(--hair);
      border-radius: 8px; padding: 0.6rem 1rem; font-size: 0.88rem; line-height: 1.4; }
    .live .state { margin: 0; font-weight: 600; }
    .live ul { margin: 0.4rem 0 0.2rem; padding-left: 1.1rem; }
    @media print { .live { display: none; } }

    """
}
