(() => {
  "use strict";

  const ROW = 30; // height of a row of a grid in pixels, as the style has it
  const SPARE = 12; // rows drawn above and below those in view

  // ---- colours ------------------------------------------------------------------------------

  const root = document.documentElement;
  const theme = document.getElementById("theme");
  const dark = () =>
    root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
  const remembered = (value) => {
    try {
      if (value) localStorage.setItem("concur-theme", value);
      return localStorage.getItem("concur-theme");
    } catch (e) {
      return null; // a page from disk may not be allowed to remember
    }
  };
  const showTheme = () => {
    theme.textContent = dark() ? "Light" : "Dark";
    theme.setAttribute("aria-pressed", String(dark()));
    theme.setAttribute("aria-label", "Dark colours");
  };
  if (remembered()) root.dataset.theme = remembered();
  showTheme();
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    remembered(root.dataset.theme);
    showTheme();
  });

  // ---- links into what is folded --------------------------------------------------------------

  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();

  // On paper the findings that matter most are told in full, of the others what is in their first line.
  const PRINTED = 10;
  let folded = [];
  addEventListener("beforeprint", () => {
    const first = [...document.querySelectorAll(".finding")].slice(0, PRINTED);
    folded = [...document.querySelectorAll("details:not([open])")].filter(
      (details) => !details.closest(".finding") || first.includes(details.closest(".finding")),
    );
    folded.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => folded.forEach((details) => (details.open = false)));

  // ---- patches --------------------------------------------------------------------------------

  // Not every browser lets a page from disk write to the clipboard; its text can be selected.
  if (navigator.clipboard)
    document.querySelectorAll(".patch").forEach((patch) => {
      const copy = patch.querySelector(".copy");
      copy.hidden = false;
      copy.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(patch.querySelector("pre").textContent);
          copy.textContent = "Copied";
        } catch (e) {
          copy.textContent = "Not allowed here: select the text";
        }
        setTimeout(() => (copy.textContent = "Copy patch"), 2000);
      });
    });

  // ---- findings -------------------------------------------------------------------------------

  const findingFilter = document.getElementById("finding-filter");
  if (findingFilter) {
    const findings = [...document.querySelectorAll(".finding")].map((element) => ({
      element,
      severity: element.dataset.severity,
      text: element.textContent.toLowerCase(),
    }));
    const filterFindings = () => {
      const form = new FormData(findingFilter);
      const text = form.get("text").trim().toLowerCase();
      const severities = new Set(form.getAll("severity"));
      let shown = 0;
      for (const finding of findings) {
        const fits = severities.has(finding.severity) && finding.text.includes(text);
        finding.element.hidden = !fits;
        if (fits) shown++;
      }
      document.getElementById("finding-count").textContent = shown + " of " + findings.length;
    };
    findingFilter.addEventListener("input", filterFindings);
    findingFilter.addEventListener("submit", (event) => event.preventDefault());
    filterFindings();
  }

  // ---- a table of any number of rows ----------------------------------------------------------

  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  /** Draws only the rows in view. A column has a name, a width, a value to sort by and a cell to show. */
  function grid(host, columns, choose) {
    let rows = [];
    let active = 0;
    let chosen = null;
    let sorted = columns.find((column) => column.first);
    let down = true;
    const table = make("table");
    table.tabIndex = 0;
    table.setAttribute("role", "grid");
    table.setAttribute("aria-labelledby", host.id + "-title");
    const headRow = make("tr");
    const body = make("tbody");
    columns.forEach((column) => {
      const th = make("th", column.figure ? "figure" : "");
      th.scope = "col";
      th.style.width = column.width;
      const button = make("button", "", column.name);
      button.type = "button";
      button.addEventListener("click", () => {
        down = sorted === column ? !down : Boolean(column.figure);
        sorted = column;
        show(rows);
      });
      th.append(button);
      column.th = th;
      headRow.append(th);
    });
    const head = make("thead");
    head.append(headRow);
    table.append(head, body);
    host.append(table);

    const spacer = (height) => {
      const tr = make("tr", "spacer");
      tr.setAttribute("aria-hidden", "true");
      const td = make("td");
      td.colSpan = columns.length;
      td.style.height = height + "px";
      tr.append(td);
      return tr;
    };

    // Before the first rows are there the host is lower than it is going to be.
    const room = () => Math.max(host.clientHeight, parseFloat(getComputedStyle(host).maxHeight) || 0);

    const draw = () => {
      const from = Math.max(0, Math.floor(host.scrollTop / ROW) - SPARE);
      const to = Math.min(rows.length, Math.ceil((host.scrollTop + room()) / ROW) + SPARE);
      const drawn = [spacer(from * ROW)];
      for (let i = from; i < to; i++) {
        const tr = make("tr", (i === active ? "active " : "") + (rows[i] === chosen ? "chosen" : ""));
        tr.id = host.id + "-" + i;
        tr.setAttribute("aria-rowindex", i + 2);
        tr.setAttribute("aria-selected", String(rows[i] === chosen));
        for (const column of columns) {
          const td = make("td", column.figure ? "figure" : "");
          const shown = column.cell(rows[i]);
          if (shown instanceof Node) td.append(shown);
          else {
            td.textContent = shown;
            td.title = shown;
          }
          tr.append(td);
        }
        tr.addEventListener("click", () => pick(i));
        drawn.push(tr);
      }
      drawn.push(spacer((rows.length - to) * ROW));
      body.replaceChildren(...drawn);
      if (rows.length) table.setAttribute("aria-activedescendant", host.id + "-" + active);
      else table.removeAttribute("aria-activedescendant");
    };

    const pick = (i) => {
      active = i;
      chosen = chosen === rows[i] ? null : rows[i];
      draw();
      choose(chosen);
    };

    const show = (newRows) => {
      const compare = (a, b) => {
        const x = sorted.value(a);
        const y = sorted.value(b);
        return x < y ? -1 : x > y ? 1 : a.order - b.order;
      };
      rows = [...newRows].sort((a, b) => (down ? compare(b, a) : compare(a, b)));
      active = 0;
      if (!rows.includes(chosen)) chosen = null;
      host.scrollTop = 0;
      table.setAttribute("aria-rowcount", rows.length + 1);
      columns.forEach((column) =>
        column === sorted
          ? column.th.setAttribute("aria-sort", down ? "descending" : "ascending")
          : column.th.removeAttribute("aria-sort"));
      draw();
    };

    table.addEventListener("keydown", (event) => {
      if (event.target !== table || !rows.length) return;
      const page = Math.max(1, Math.floor(host.clientHeight / ROW) - 2);
      const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length };
      if (event.key in steps) {
        active = Math.max(0, Math.min(rows.length - 1, active + steps[event.key]));
        const top = active * ROW;
        if (top < host.scrollTop) host.scrollTop = top;
        const bottom = top + 2 * ROW - host.clientHeight;
        if (bottom > host.scrollTop) host.scrollTop = bottom;
        draw();
      } else if (event.key === "Enter" || event.key === " ") {
        pick(active);
      } else {
        return;
      }
      event.preventDefault();
    });
    let waiting = false;
    host.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        draw();
      });
    });
    const select = (row) => {
      const i = rows.indexOf(row);
      if (i < 0) return;
      host.scrollTop = Math.max(0, i * ROW - host.clientHeight / 2);
      pick(i);
    };
    return { show, choose: select, forget: () => (chosen = null) };
  }

  // ---- the landscape --------------------------------------------------------------------------

  const filter = document.getElementById("method-filter");
  if (!filter) return;
  const data = JSON.parse(document.getElementById("data").textContent);
  const text = (i) => data.texts[i];
  const methods = data.rows.map((row, order) => {
    const method = {
      order,
      home: text(row[0]) || "(no package)",
      owner: text(row[1]),
      name: text(row[2]),
      bound: text(row[3]),
      kinds: row[4].map(text),
      cpu: row[5],
      wait: row[6],
      confidence: text(row[7]),
      blocking: Boolean(row[8] & 1),
      async: Boolean(row[8] & 2),
      place: text(row[9]),
      evidence: row[10],
      missing: row[11],
    };
    method.search = (method.home + "." + method.owner + "." + method.name).toLowerCase();
    return method;
  });

  const duration = (nanos) => {
    if (nanos === null) return "unknown";
    if (nanos === 0) return "0";
    const units = [["ns", 1], ["us", 1e3], ["ms", 1e6], ["s", 1e9], ["min", 6e10]];
    let [unit, size] = units[0];
    for (const [name, least] of units) if (nanos >= least) [unit, size] = [name, least];
    const value = nanos / size;
    return (value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString("en")) + " " + unit;
  };
  const keyed = (bound) => {
    const span = make("span");
    span.append(make("span", "key " + bound), bound);
    return span;
  };
  const stack = (counts) => {
    const drawing = make("div", "stack");
    drawing.setAttribute("aria-hidden", "true");
    concurCharts.stack(drawing, counts);
    return drawing;
  };

  let home = null;
  const detail = document.getElementById("method-detail");
  const explain = (method) => {
    detail.replaceChildren();
    detail.hidden = !method;
    if (!method) return;
    const flags = (method.blocking ? ", may block its thread" : "") + (method.async ? ", starts work elsewhere" : "");
    const kinds = method.kinds.length ? " (" + method.kinds.join(", ") + ")" : "";
    const figures =
      "computes " + duration(method.cpu) + " and waits " + duration(method.wait) + " a call, " +
      method.confidence + " confidence" + flags;
    const title = make("h3", "", method.home + "." + method.owner + "." + method.name);
    const bound = make("p");
    bound.append(keyed(method.bound), kinds + ": " + figures);
    const place = make("p");
    place.append(make("code", "", method.place));
    detail.append(title, bound, place);
    const list = (name, words, heading) => {
      if (!words.length) return;
      const items = make(name);
      for (const word of words) {
        const item = make("li");
        item.append(make("code", "", text(word)));
        items.append(item);
      }
      detail.append(make("h4", "", heading), items);
    };
    list("ol", method.evidence, "Because of these calls");
    list("ul", method.missing, "Missing to know more");
  };

  const methodGrid = grid(
    document.getElementById("methods"),
    [
      { name: "Method", width: "32%", value: (m) => m.owner + "." + m.name, cell: (m) => m.owner + "." + m.name },
      { name: "Bound", width: "11%", value: (m) => m.bound, cell: (m) => keyed(m.bound) },
      { name: "Computes", width: "10%", figure: true, value: (m) => m.cpu ?? -1, cell: (m) => duration(m.cpu) },
      { name: "Waits", width: "10%", figure: true, first: true, value: (m) => m.wait ?? -1, cell: (m) => duration(m.wait) },
      { name: "Kinds", width: "13%", value: (m) => m.kinds.join(), cell: (m) => m.kinds.join(", ") },
      { name: "Package", width: "24%", value: (m) => m.home, cell: (m) => m.home },
    ],
    explain);

  const count = (bound) => ({
    name: bound,
    width: "9%",
    figure: true,
    value: (p) => p.counts[bound],
    cell: (p) => p.counts[bound].toLocaleString("en"),
  });
  const packageGrid = grid(
    document.getElementById("packages"),
    [
      { name: "Package", width: "27%", value: (p) => p.name, cell: (p) => p.name },
      { name: "Methods", width: "12%", figure: true, value: (p) => p.all, cell: (p) => p.all.toLocaleString("en") },
      { name: "Share", width: "16%", figure: true, first: true, value: (p) => p.heavy, cell: (p) => stack(p.counts) },
      ...data.bounds.map(count),
    ],
    (chosen) => {
      home = chosen && chosen.name;
      showMethods();
    });

  const MAPPED = 60; // more packages than these are too small to point at
  const drawMap = (packages) => {
    packages.sort((a, b) => b.all - a.all || a.order - b.order);
    concurCharts.treemap(document.getElementById("treemap"), packages.slice(0, MAPPED), data.bounds, packageGrid.choose);
  };

  let fitting = methods;
  const showMethods = () => {
    const shown = home ? fitting.filter((method) => method.home === home) : fitting;
    methodGrid.show(shown);
    explain(null);
    document.getElementById("method-count").textContent =
      shown.length.toLocaleString("en") + " of " + methods.length.toLocaleString("en") +
      (home ? ", in package " + home : "");
  };

  const refresh = () => {
    const form = new FormData(filter);
    const words = form.get("text").trim().toLowerCase().split(/\s+/);
    const bounds = new Set(form.getAll("bound"));
    const kind = form.get("kind");
    const blocking = form.get("blocking");
    fitting = methods.filter(
      (method) =>
        bounds.has(method.bound) &&
        (!kind || method.kinds.includes(kind)) &&
        (!blocking || method.blocking) &&
        words.every((word) => method.search.includes(word)));
    const packages = new Map();
    for (const method of fitting) {
      let one = packages.get(method.home);
      if (!one) {
        one = { name: method.home, order: packages.size, all: 0, heavy: 0, counts: {} };
        data.bounds.forEach((bound) => (one.counts[bound] = 0));
        packages.set(method.home, one);
      }
      one.all++;
      one.counts[method.bound]++;
      if (method.bound === "io" || method.bound === "cpu" || method.bound === "mixed") one.heavy++;
    }
    home = null;
    packageGrid.forget();
    packageGrid.show([...packages.values()]);
    drawMap([...packages.values()]);
    showMethods();
  };
  filter.addEventListener("input", refresh);
  filter.addEventListener("reset", () => setTimeout(refresh));
  filter.addEventListener("submit", (event) => event.preventDefault());
  refresh();
})();
