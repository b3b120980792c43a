(() => {
  "use strict";

  // Drawings of the page, as SVG by D3. Colours come from the style, so that they follow the theme and
  // print; every figure also stands in words beside its drawing.

  const percent = (share) => (100 * Math.max(0, Math.min(1, share))).toFixed(2) + "%";
  const draw = (host, width, height) =>
    d3.select(host).append("svg").attr("focusable", "false").attr("width", width).attr("height", height);
  const label = (factor) => (factor >= 1 ? Math.round(factor) + "x" : "1/" + Math.round(1 / factor) + "x");

  // ---- intervals of speedup on a logarithmic axis ---------------------------------------------

  const places = (axis) => d3.scaleLog().domain([axis.low, axis.high]).range([0, 1]).clamp(true);

  /** Powers of two on the axis, with room for their labels. */
  const ticks = (axis) => {
    const all = d3.range(-20, 21).map((n) => 2 ** n).filter((n) => n >= axis.low && n <= axis.high);
    const every = Math.max(1, Math.ceil(all.length / 7));
    return all.filter((n) => Math.round(Math.log2(n)) % every === 0);
  };

  function interval(host, { axis, marks }) {
    const at = places(axis);
    const svg = draw(host, "100%", 26);
    for (const tick of ticks(axis))
      svg.append("line").attr("class", tick === 1 ? "one" : "grid-line").attr("y2", "100%")
        .attr("x1", percent(at(tick))).attr("x2", percent(at(tick)));
    marks.forEach((mark, i) => {
      const y = marks.length === 1 ? "50%" : i === 0 ? "30%" : "70%";
      if (mark.low !== null || mark.high !== null) // an end that is not known lies beyond the edge
        svg.append("line").attr("class", "whisker " + mark.of).attr("y1", y).attr("y2", y)
          .attr("x1", percent(at(mark.low ?? axis.low))).attr("x2", percent(at(mark.high ?? axis.high)));
      svg.append("circle").attr("class", "dot " + mark.of).attr("r", 5).attr("cx", percent(at(mark.at))).attr("cy", y);
    });
  }

  function scale(host, { axis }) {
    const at = places(axis);
    const svg = draw(host, "100%", 16);
    for (const tick of ticks(axis)) {
      const x = at(tick);
      svg.append("text").attr("x", percent(x)).attr("y", 12).text(label(tick))
        .attr("text-anchor", x > 0.93 ? "end" : x < 0.07 ? "start" : "middle");
    }
  }

  // ---- bars -----------------------------------------------------------------------------------

  function share(host, { kind, at, low, high }) {
    const svg = draw(host, "100%", 14);
    svg.append("rect").attr("class", "ground").attr("width", "100%").attr("height", "100%").attr("rx", 3);
    svg.append("rect").attr("class", "fill " + kind).attr("width", percent(at)).attr("height", "100%").attr("rx", 3);
    if (high > low)
      svg.append("line").attr("class", "whisker").attr("y1", 7).attr("y2", 7)
        .attr("x1", percent(low)).attr("x2", percent(high));
  }

  function stack(host, { counts }) {
    const all = d3.sum(Object.values(counts)) || 1;
    const svg = draw(host, "100%", 18);
    let from = 0;
    for (const [kind, count] of Object.entries(counts)) {
      svg.append("rect").attr("class", "fill " + kind).attr("height", "100%")
        .attr("x", percent(from / all)).attr("width", percent(count / all))
        .append("title").text(kind + " " + count.toLocaleString("en"));
      from += count;
    }
  }

  // ---- speedup against cores ------------------------------------------------------------------

  function speedup(host, { most, here, bound, lower, upper, words, measured }) {
    const [width, height, left, right, top, bottom] = [420, 220, 36, 14, 14, 34];
    const svg = draw(host, "100%", null).attr("viewBox", [0, 0, width, height]);
    const x = d3.scaleLinear([1, most], [left, width - right]);
    const y = d3.scaleLinear([0, most], [height - bottom, top]);
    const cores = d3.range(1, most + 0.01, (most - 1) / 200);
    svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height - bottom})`)
      .call(d3.axisBottom(x).tickValues(x.ticks(6).filter(Number.isInteger)).tickFormat(d3.format("d")).tickSizeOuter(0));
    svg.append("g").attr("class", "axis").attr("transform", `translate(${left},0)`)
      .call(d3.axisLeft(y).ticks(4).tickFormat((n) => n + "x").tickSizeOuter(0));
    svg.append("text").attr("class", "tick-label").attr("x", width - right).attr("y", height - 3)
      .attr("text-anchor", "end").text("cores");
    svg.append("line").attr("class", "here").attr("x1", x(here)).attr("x2", x(here)).attr("y1", y(0)).attr("y2", top);
    svg.append("text").attr("class", "tick-label").attr("x", x(here) + 4).attr("y", top + 4).text("this machine");
    svg.append("path").attr("class", "band").datum(cores)
      .attr("d", d3.area().x((n) => x(n)).y0((n) => y(Math.min(n, lower))).y1((n) => y(Math.min(n, upper))));
    const line = (kind, speed) =>
      svg.append("path").attr("class", kind).datum(cores).attr("d", d3.line().x((n) => x(n)).y((n) => y(speed(n))));
    line("ideal", (n) => n);
    line("bound", (n) => Math.min(n, bound));
    svg.append("text").attr("class", "ideal-label").attr("text-anchor", "end")
      .attr("x", x(most * 0.62) - 6).attr("y", y(most * 0.62) - 4).text("if nothing were locked");
    svg.append("text").attr("class", "bound-label").attr("text-anchor", "end")
      .attr("x", width - right).attr("y", y(bound) - 6).text(words);
    for (const one of measured) {
      const [at, { mark }] = [Math.min(most, one.cores), one];
      const speed = (n) => y(Math.min(most, n));
      if (mark.low !== null && mark.high !== null)
        svg.append("line").attr("class", "whisker measured").attr("x1", x(at)).attr("x2", x(at))
          .attr("y1", speed(mark.low)).attr("y2", speed(mark.high));
      svg.append("circle").attr("class", "dot measured").attr("r", 5).attr("cx", x(at)).attr("cy", speed(mark.at))
        .append("title").text("measured: " + one.words);
    }
    // Under the pointer: what so many cores bring, with the lock and without.
    const reading = svg.append("g").attr("class", "reading").style("display", "none");
    reading.append("line").attr("y1", y(0)).attr("y2", top);
    const figure = reading.append("text").attr("y", top + 18);
    svg.on("pointermove", (event) => {
      const n = Math.max(1, Math.min(most, Math.round(x.invert(d3.pointer(event)[0]))));
      reading.style("display", null).select("line").attr("x1", x(n)).attr("x2", x(n));
      const left = x(n) > width / 2;
      figure.attr("x", x(n) + (left ? -6 : 6)).attr("text-anchor", left ? "end" : "start")
        .text(`${n} ${n === 1 ? "core" : "cores"}: ${+Math.min(n, bound).toFixed(2)}x of ${n}x`);
    }).on("pointerleave", () => reading.style("display", "none"));
  }

  // ---- who passes through which lock ----------------------------------------------------------

  function map(host, { nodes, links }) {
    const used = new Set(links.flatMap((link) => [link.source, link.target]));
    const drawn = nodes.map((node, i) => ({ ...node, i })).filter((node) => used.has(node.i));
    const [entries, locks] = [drawn.filter((n) => n.kind === "entry").length, drawn.filter((n) => n.kind !== "entry").length];
    const [width, row, from, to] = [860, 46, 310, 530];
    const height = row * Math.max(entries, locks);
    const graph = d3.sankey().nodeId((node) => node.i).nodeWidth(8)
      .nodePadding(Math.min(26, (0.6 * height) / Math.max(entries, locks))).nodeSort(null).linkSort(null)
      .extent([[from, 8], [to, height - 8]])({ nodes: drawn, links: links.map((link) => ({ ...link })) });
    const svg = draw(host, "100%", null).attr("viewBox", [0, 0, width, height]);
    const lines = svg.append("g").selectAll("path").data(graph.links).join("path")
      .attr("class", (link) => "pass " + link.kind).attr("d", d3.sankeyLinkHorizontal())
      .attr("stroke-width", (link) => Math.max(1.5, link.width));
    lines.append("title").text((link) => link.source.whole + " passes through " + link.target.whole);
    const ends = svg.append("g").selectAll("g").data(graph.nodes).join("g").attr("class", (node) => "end " + node.kind);
    ends.append("rect").attr("class", (node) => "node " + node.kind).attr("rx", 2)
      .attr("x", (node) => node.x0).attr("y", (node) => node.y0)
      .attr("width", (node) => node.x1 - node.x0).attr("height", (node) => Math.max(2, node.y1 - node.y0));
    const short = (text) => (text.length <= 40 ? text : "\u2026" + text.slice(-39));
    const words = ends.append("text").text((node) => short(node.name))
      .attr("x", (node) => (node.kind === "entry" ? node.x0 - 8 : node.x1 + 8))
      .attr("y", (node) => (node.y0 + node.y1) / 2 + (node.under ? -2 : 4))
      .attr("text-anchor", (node) => (node.kind === "entry" ? "end" : "start"));
    words.append("title").text((node) => node.whole);
    ends.filter((node) => node.under).append("text").attr("class", "small").text((node) => node.under)
      .attr("x", (node) => node.x1 + 8).attr("y", (node) => (node.y0 + node.y1) / 2 + 13);
    // Under the pointer: only what meets it.
    const meets = (node) => (link) => link.source === node || link.target === node;
    ends.on("pointerenter", (event, node) => {
      lines.classed("aside", (link) => !meets(node)(link));
    }).on("pointerleave", () => lines.classed("aside", false));
  }

  // ---- packages as areas ----------------------------------------------------------------------

  /** Packages as rectangles, inside them what limits their methods; calls back with the package. */
  function treemap(host, packages, bounds, choose) {
    const [width, height] = [Math.max(320, host.clientWidth || 1100), 340];
    const root = d3.hierarchy({
      children: packages.map((one) => ({
        one,
        children: bounds.filter((bound) => one.counts[bound]).map((bound) => ({ bound, size: one.counts[bound] })),
      })),
    }).sum((node) => node.size || 0).sort((a, b) => b.value - a.value);
    d3.treemap().size([width, height]).paddingInner(1).paddingOuter(2)
      .paddingTop((node) => (node.depth === 1 ? 17 : 0)).round(true)(root);
    d3.select(host).selectAll("svg").remove();
    const svg = draw(host, "100%", null).attr("viewBox", [0, 0, width, height]);
    const places = svg.selectAll("g").data(root.children || []).join("g").attr("class", "place")
      .on("click", (event, node) => choose(node.data.one));
    const box = (selection) => selection
      .attr("x", (node) => node.x0).attr("y", (node) => node.y0)
      .attr("width", (node) => node.x1 - node.x0).attr("height", (node) => node.y1 - node.y0);
    box(places.append("rect").attr("class", "ground"));
    box(places.selectAll("rect.fill").data((node) => node.children || []).join("rect")
      .attr("class", (node) => "fill " + node.data.bound));
    places.append("text").attr("x", (node) => node.x0 + 5).attr("y", (node) => node.y0 + 13)
      .text((node) => fitted(node.data.one.name, node.x1 - node.x0 - 8));
    places.append("title").text((node) => {
      const counts = bounds.filter((bound) => node.data.one.counts[bound])
        .map((bound) => bound + " " + node.data.one.counts[bound].toLocaleString("en"));
      return node.data.one.name + ": " + counts.join(", ");
    });
  }

  /** The end of a name that fits into so many pixels, since that tells packages apart. */
  const fitted = (name, pixels) => {
    const letters = Math.floor(pixels / 6.6);
    return name.length <= letters ? name : letters < 4 ? "" : "\u2026" + name.slice(1 - letters);
  };

  const kinds = { interval, scale, share, stack, speedup, map };
  const drawing = (host) => {
    const { chart, ...figures } = JSON.parse(host.dataset.chart);
    host.removeAttribute("data-chart");
    kinds[chart](host, figures);
  };

  // Those in folded findings are drawn when they are looked at or printed.
  const all = (part) => part.querySelectorAll("[data-chart]").forEach(drawing);
  document.querySelectorAll("[data-chart]").forEach((host) => host.closest(".finding:not([open])") || drawing(host));
  document.querySelectorAll(".finding").forEach((finding) => finding.addEventListener("toggle", () => all(finding)));
  addEventListener("beforeprint", () => all(document));

  globalThis.concurCharts = { treemap, stack: (host, counts) => stack(host, { counts }) };
})();
