/// What the browser does: listen for what is new, fetch the newest page, put it in place without losing
/// the reader's place, and draw what trains meanwhile.
enum LiveScript {
  static let text = listening + TrainingScript.text

  private static let listening = """
    "use strict";
    (() => {
      let seen;
      const fetchPage = async () => {
        const page = await (await fetch("./", { cache: "no-store" })).text();
        const fresh = new DOMParser().parseFromString(page, "text/html");
        if (fresh.body.innerHTML === document.body.innerHTML) return;
        const place = window.scrollY;
        const open = [...document.querySelectorAll("details")].map((details) => details.open);
        document.title = fresh.title;
        document.body.replaceWith(document.adoptNode(fresh.body));
        document.querySelectorAll("details").forEach((details, index) => {
          if (open[index]) details.open = true;
        });
        window.scrollTo(0, place);
      };
      const hear = async (status) => {
        // The first time, too: a page may have come between this one and the listening.
        if (status.version !== seen) {
          seen = status.version;
          await fetchPage();
        }
        if (status.state) document.querySelector("#live .state")?.replaceChildren(status.state);
        window.drawTraining(status.training);
      };
      const changes = new EventSource("changes");
      let last = Promise.resolve();
      changes.onmessage = (event) => {
        const status = JSON.parse(event.data);
        last = last.then(() => hear(status)).catch(() => {});
      };
      changes.onerror = () => {
        document.querySelector("#live .state")?.replaceChildren("the program has ended");
      };
    })();

    """
}
