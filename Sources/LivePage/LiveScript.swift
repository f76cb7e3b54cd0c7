/// What the browser does: listen for a new version, fetch it, and put it in place without losing the
/// reader's place.
enum LiveScript {
  static let text = """
    "use strict";
    (() => {
      let seen;
      const changes = new EventSource("changes");
      changes.onmessage = async (event) => {
        const isFirst = seen === undefined;
        if (event.data === seen) return;
        seen = event.data;
        if (isFirst) return;
        const page = await (await fetch("./", { cache: "no-store" })).text();
        const fresh = new DOMParser().parseFromString(page, "text/html");
        const place = window.scrollY;
        const open = [...document.querySelectorAll("details")].map((details) => details.open);
        document.title = fresh.title;
        document.body.replaceWith(document.adoptNode(fresh.body));
        document.querySelectorAll("details").forEach((details, index) => {
          if (open[index]) details.open = true;
        });
        window.scrollTo(0, place);
      };
      changes.onerror = () => {
        document.querySelector("#live .state")?.replaceChildren("the program has ended");
      };
    })();

    """
}
