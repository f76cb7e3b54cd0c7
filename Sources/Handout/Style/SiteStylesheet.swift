/// What a site needs beyond the stylesheet of a report: its bar, the way between pages, search and index.
enum SiteStylesheet {
  static let text = [frame, bar, parts, search, paper].joined()

  /// The text keeps one column and one left edge; on a wide screen the contents stand beside it.
  private static let frame = """

    .site { --bar: 3.4rem; }
    html.course-site { scroll-padding-top: 5rem; }
    .site main { width: auto; }
    .head, .text, .site .contents, .site footer { width: min(42rem, 100% - 2.5rem); margin-left: auto; margin-right: auto; }
    .site .head { padding-top: clamp(1.8rem, 5vw, 3.6rem); }
    .text > pre { margin: 1.3em 0; }
    .site .contents ol ol { padding-left: 1rem; border-left: 1px solid var(--hair); margin: 0.1rem 0 0.35rem 0.1rem; }
    .site .contents ol ol a { font-size: 0.92em; color: var(--soft); padding: 0.18rem 0; }
    .site .contents .id { color: var(--soft); padding-right: 0.2em; }
    @media screen and (min-width: 76rem) {
      .site { display: block; }
      .site main { display: grid; grid-template-columns: 1fr 15rem 3rem minmax(0, 42rem) 3rem 8rem 1fr; grid-template-rows: auto 1fr; }
      .head, .text { grid-column: 4; width: 100%; min-width: 0; margin: 0; }
      .text { grid-row: 2; }
      .site .contents { grid-column: 2; grid-row: 1 / span 2; width: auto; margin: 0; top: 0; padding-top: clamp(1.8rem, 5vw, 3.6rem); }
      .site footer { width: 42rem; margin-left: auto; margin-right: auto; left: 3.5rem; position: relative; }
      .text > pre.code { min-width: 100%; width: max-content; max-width: calc(100% + 9rem); }
    }

    """

  private static let bar = """
    .bar, .bar input, .bar button, .pager, .places, .lessons .note, .lessons .id, .results, .register, .solution .note, .text h4, .edition {
      font-family: Seravek, "Gill Sans Nova", Ubuntu, Calibri, "Source Sans 3", "Segoe UI", system-ui, "Liberation Sans", sans-serif;
      font-variant-numeric: tabular-nums lining-nums; }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1.4rem; padding: 0.55rem clamp(1.25rem, 3vw, 2.2rem);
      background: var(--panel); border-bottom: 1px solid var(--hair); font-size: 0.95rem; line-height: 1.4; position: relative; }
    .bar p, .bar ul { margin: 0; padding: 0; }
    .bar .course { font-weight: 600; margin-right: auto; }
    .bar .course a { color: var(--ink); text-decoration: none; }
    .bar .course a:hover { text-decoration: underline; }
    .edition { font-weight: 400; font-size: 0.86rem; color: var(--soft); padding-left: 0.5em; white-space: nowrap; }
    .places ul { display: flex; gap: 1.1rem; list-style: none; }
    .places li { margin: 0; }
    .places a { color: var(--ink); text-decoration: none; padding: 0.2rem 0 0.1rem; display: inline-block; border-bottom: 2px solid transparent; }
    .places a:hover, .places [aria-current] { border-bottom-color: currentColor; }
    .bar .search { display: flex; gap: 0.4rem; }
    .bar input { font-size: 0.92rem; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 5px;
      padding: 0.28rem 0.6rem; width: 13rem; min-width: 0; }
    .bar button { font-size: 0.92rem; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 5px;
      padding: 0.28rem 0.7rem; cursor: pointer; }
    @media (max-width: 44rem) {
      .bar .course { width: 100%; } .bar .search { flex: 1 1 12rem; } .bar input { flex: 1; width: auto; }
    }

    """

  private static let parts = """
    .heading { position: relative; }
    .permalink { color: var(--soft); text-decoration: none; font-family: ui-monospace, Menlo, "DejaVu Sans Mono", monospace; }
    .permalink:hover { color: var(--accent); text-decoration: underline; }
    .heading > .permalink { position: absolute; right: 100%; bottom: 0.1em; padding: 0 0.45em; font-size: 1.15rem; }
    .cell > .permalink { float: right; font-size: 0.8rem; padding: 0.25rem 0.6rem; position: relative; }
    @media (hover: hover) and (min-width: 44rem) {
      .heading > .permalink, .cell > .permalink { opacity: 0; }
      .heading:hover > .permalink, .cell:hover > .permalink, .permalink:focus-visible { opacity: 1; }
    }
    .cell > .permalink + .output { padding-left: 0; border-left: 0; }
    @media (max-width: 44rem) {
      .heading { display: flex; align-items: baseline; justify-content: space-between; gap: 0.6rem; }
      .heading > .permalink { position: static; padding: 0 0.3rem; }
      .cell { position: relative; }
      .cell > .permalink { position: absolute; float: none; left: 100%; top: 0; padding: 0.2rem 0.3rem; }
    }
    :target { scroll-margin-top: 1rem; }
    h2:target, h3:target, tr:target > * { background: var(--mark); }
    .cell:target, .exercise:target { outline: 3px solid var(--mark); outline-offset: 6px; border-radius: 8px; }

    .exercise > .card-head { padding: 1rem 1.3rem 0.9rem; border-bottom: 1px solid var(--hair); display: flex; flex-wrap: wrap;
      gap: 0.1rem 0.8rem; align-items: baseline; }
    .card-head h3 { flex: 0 1 auto; }
    .card-head .points { margin: 0 0 0 auto; font-size: 0.9rem; color: var(--soft); }
    .exercise h4 { font-style: normal; font-size: 0.95rem; font-weight: 600; color: var(--soft); margin: 0.9rem 0 0.4rem; }
    .exercise .where { margin: 0.8rem 0 0.4rem; font-size: 0.95rem; }
    .notes { border-top: 3px double var(--hair); background: var(--passed-ground); border-radius: 0 0 7px 7px; }
    .notes h4 { color: var(--passed); }
    .notes pre.code { background: var(--paper); }
    .notes :not(pre) > code { background: none; padding: 0; }
    .solution .note { margin: 0.6rem 0 0.3rem; } .solution + .solution { margin-top: 1rem; }
    .hints { font-size: 0.98rem; }
    .misconceptions { columns: 15rem 2; column-gap: 1.8rem; font-size: 0.92rem; line-height: 1.45; margin-top: 0; }
    .misconceptions div { break-inside: avoid; padding: 0.25rem 0; }
    .misconceptions dt { font-weight: 600; }
    .misconceptions dd { margin: 0; }
    .misconceptions .question { font-style: italic; }
    .misconceptions, .hints { margin-bottom: 0.6rem; }

    .symbols { margin-top: 3rem; }
    .glossary th[scope=row] { font-weight: 400; white-space: nowrap; font-size: 1.08rem; border-bottom: 1px solid var(--hair); }
    .glossary th[scope=row] > a:first-child { text-decoration: none; }
    .glossary th > .permalink { font-size: 0.85rem; padding: 0 0.4em; }
    @media (hover: hover) and (min-width: 44rem) {
      .glossary th > .permalink { opacity: 0; }
      .glossary tr:hover .permalink, .glossary .permalink:focus-visible { opacity: 1; }
    }
    .glossary .name code { white-space: nowrap; }
    .glossary .meaning { width: 48%; }
    .glossary td { white-space: normal; }
    .glossary { font-size: 0.95rem; }
    @media screen and (max-width: 44rem) {
      .glossary, .glossary tbody { display: block; }
      .glossary thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .glossary tr { display: grid; grid-template-columns: 4.4rem 1fr auto; align-items: baseline; padding: 0.5rem 0; border-bottom: 1px solid var(--hair); }
      .glossary th[scope=row], .glossary td { border: 0; padding: 0.05rem 0; }
      .glossary .shape { grid-column: 3; white-space: nowrap; }
      .glossary .meaning { grid-column: 2 / -1; grid-row: 2; width: auto; }
      .glossary .place { grid-column: 1; grid-row: 2; font-size: 0.85rem; }
    }

    .pager { display: flex; gap: 1rem; margin: 4rem 0 0; line-height: 1.4; }
    .pager a { flex: 1 1 0; border: 1px solid var(--hair); border-radius: 8px; padding: 0.8rem 1.1rem; text-decoration: none; color: var(--ink); }
    .pager a:hover { border-color: var(--accent); } .pager a:hover .title { text-decoration: underline; }
    .pager .next { text-align: right; }
    .pager .way { display: block; font-size: 0.86rem; color: var(--soft); }
    .pager .title { color: var(--accent); font-weight: 600; }
    @media (max-width: 34rem) { .pager { flex-direction: column; } }

    .lessons { list-style: none; padding: 0; margin: 1.2rem 0 0; }
    .lessons li { display: grid; grid-template-columns: 3.6rem 1fr; margin: 0; padding: 1.15rem 0 0.9rem; border-top: 1px solid var(--hair); }
    .lessons .id { font-size: 1.7rem; color: var(--soft); line-height: 1.25; }
    .lessons h3 { margin: 0 0 0.25rem; font-size: 1.3rem; }
    .lessons h3 a { text-decoration: none; } .lessons h3 a:hover { text-decoration: underline; }
    .lessons p { margin: 0 0 0.2rem; }

    .register { columns: 17rem 2; column-gap: 2.5rem; font-size: 0.96rem; line-height: 1.4; }
    .register h2 { font-size: 1.05rem; margin: 0 0 0.4rem; break-after: avoid; color: var(--soft); }
    .register section { margin-bottom: 1.4rem; }
    .register ul { list-style: none; padding: 0; margin: 0; }
    .register li { margin: 0; padding: 0.16rem 0 0.16rem 1rem; text-indent: -1rem; break-inside: avoid; }

    """

  private static let search = """
    .results { position: absolute; z-index: 2; right: clamp(1.25rem, 3vw, 2.2rem); top: calc(100% + 0.35rem); width: min(38rem, 100% - 2.5rem);
      max-height: min(34rem, 80vh); overflow-y: auto; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px;
      padding: 0.7rem 1.1rem 0.9rem; box-shadow: 0 0.6rem 1.8rem rgb(0 0 0 / 0.18); }
    .results[hidden] { display: none; }
    .results ol { list-style: none; margin: 0; padding: 0; }
    .bar .results .count { color: var(--soft); font-size: 0.88rem; margin: 0 0 0.3rem; }
    .results li { margin: 0; padding: 0.5rem 0; border-top: 1px solid var(--hair); }
    .results a { text-decoration: none; display: flex; flex-wrap: wrap; gap: 0 0.8rem; justify-content: space-between; align-items: baseline; }
    .results a .title { font-weight: 600; } .results a:hover .title, .results a:focus .title { text-decoration: underline; }
    .results .kind { font-size: 0.84rem; color: var(--soft); }
    .bar .results .context { font-size: 0.9rem; color: var(--ink); margin-top: 0.1rem; overflow-wrap: anywhere; }
    mark { background: var(--mark); color: inherit; border-radius: 2px; }

    """

  /// Paper: the text alone, page numbers, and no cell, figure or exercise begun where it cannot end.
  private static let paper = """
    @page { size: A4; margin: 20mm 20mm 22mm; @bottom-center { content: counter(page); font: 9pt "Liberation Sans", sans-serif; color: #5b626b; } }
    @page :first { @bottom-center { content: ""; } }
    @media print {
      .bar, .pager, .permalink, .site .contents, .kicker a, .symbols .note, .where { display: none; }
      .site .head { padding-top: 0; }
      .head, .text, .site footer { width: auto; margin: 0; }
      .heading { break-after: avoid; break-inside: avoid; }
      .text p, .contract p { orphans: 3; widows: 3; }
      .cell { break-inside: auto; } .cell > pre.code { break-after: avoid; }
      .exercise { break-inside: auto; } .card-head, .exercise h4 { break-after: avoid; break-inside: avoid; }
      .card-head, .starter, .solution { break-inside: avoid; }
      .notes { background: none; border-radius: 0; }
      .glossary tr { break-inside: avoid; } .glossary thead { display: table-header-group; }
      .symbols { break-before: auto; } footer { margin-top: 2rem; }
    }

    """
}
