/// How the browser draws a loss curve while it grows: an SVG with axes, below the cell that trains.
///
/// Who prefers less motion sees it redrawn every two seconds; a screen reader finds a picture with a
/// name that says the newest epoch and loss.
enum TrainingScript {
  static let text = """
    (() => {
      const svgName = "http://www.w3.org/2000/svg";
      const element = (name, attributes, text) => {
        const node = document.createElementNS(svgName, name);
        for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
        if (text !== undefined) node.textContent = text;
        return node;
      };
      // 1, 2 or 5 times a power of ten, so that about `count` of them fit.
      const steps = (low, high, count) => {
        const raw = (high - low) / count || 1;
        const power = 10 ** Math.floor(Math.log10(raw));
        const step = power * [1, 2, 5, 10].find((factor) => factor * power >= raw);
        const ticks = [];
        for (let i = Math.ceil(low / step); i * step <= high + step * 1e-9; i += 1) {
          ticks.push(Number((i * step).toPrecision(12)));
        }
        return ticks;
      };
      const curve = (training, width) => {
        const height = 240, left = 56, right = 16, top = 14, bottom = 44;
        const losses = training.points.map((point) => point[1]);
        let low = Math.min(...losses), high = Math.max(...losses);
        const margin = (high - low) * 0.05 || Math.abs(high) * 0.05 || 1;
        low -= margin;
        high += margin;
        const x = (epoch) =>
          left + (width - left - right) * epoch / Math.max(1, training.total);
        const y = (loss) => top + (height - top - bottom) * (high - loss) / (high - low);
        const [epoch, loss] = training.points[training.points.length - 1];
        const svg = element("svg", {
          viewBox: `0 0 ${width} ${height}`, width, height, role: "img",
          "aria-label": `Loss of ${training.name} while it trains: ${loss.toFixed(4)} nats per `
            + `sequence at epoch ${epoch} of ${training.total}`,
        });
        for (const tick of steps(low, high, 4)) {
          svg.append(
            element("line", { class: "grid", x1: left, x2: width - right, y1: y(tick), y2: y(tick) }),
            element("text", { x: left - 8, y: y(tick) + 4, "text-anchor": "end" }, tick));
        }
        for (const tick of steps(0, training.total, width < 500 ? 4 : 8)) {
          svg.append(
            element("line", {
              class: "axis", x1: x(tick), x2: x(tick), y1: height - bottom, y2: height - bottom + 4,
            }),
            element("text", { x: x(tick), y: height - bottom + 18, "text-anchor": "middle" }, tick));
        }
        svg.append(
          element("path", {
            class: "axis", d: `M${left} ${top}V${height - bottom}H${width - right}`,
          }),
          element("text", {
            x: (left + width - right) / 2, y: height - 6, "text-anchor": "middle",
          }, "epoch"),
          element("text", {
            x: 0, y: 0, transform: `translate(13 ${(top + height - bottom) / 2}) rotate(-90)`,
            "text-anchor": "middle",
          }, "loss, nats"),
          element("path", {
            class: "loss",
            d: training.points.map(([e, l], i) => `${i ? "L" : "M"}${x(e)} ${y(l)}`).join(""),
          }),
          element("circle", { class: "now", cx: x(epoch), cy: y(loss), r: 4 }));
        return [svg, `${training.name}: epoch ${epoch} of ${training.total}, loss ${loss.toFixed(4)}`];
      };
      let drawn = 0, waiting;
      window.drawTraining = (training) => {
        clearTimeout(waiting);
        let figure = document.getElementById("live-training");
        if (!training || training.points.length === 0) {
          figure?.remove();
          drawn = 0;
          return;
        }
        const pace = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 2000 : 0;
        const left = drawn + pace - Date.now();
        if (left > 0) {
          waiting = setTimeout(window.drawTraining, left, training);
          return;
        }
        drawn = Date.now();
        const place = document.getElementById(training.place)
          ?? document.getElementById("live");
        if (!figure) {
          figure = document.createElement("figure");
          figure.id = "live-training";
          figure.className = "training";
        }
        if (figure.parentElement !== place) place?.append(figure);
        const [svg, words] = curve(training, Math.max(260, figure.clientWidth || 640));
        const caption = document.createElement("figcaption");
        caption.textContent = words;
        figure.replaceChildren(svg, caption);
      };
    })();

    """
}
