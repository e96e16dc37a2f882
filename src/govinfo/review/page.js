"use strict";
// The review page works without this script: its links lead from a cell to its place and back.
// The script lights up what belongs together, moves through tables by the arrow keys, and keeps ticks.

(() => {
  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
  const status = document.querySelector("[role=status]");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  function lightUp(report, cells, claims) {
    for (const one of all(".lit")) one.classList.remove("lit");
    const named = new Set(cells);
    for (const one of all(".paper a[data-cells], .figure > [data-cells]", report)) {
      if (one.dataset.cells.split(" ").some((cell) => named.has(cell))) one.classList.add("lit");
    }
    for (const claim of claims) {
      const place = document.getElementById(`${report.id}-c-${claim}`);
      if (place) place.classList.add("lit");
    }
  }

  function show(place) {
    if (!place) return;
    place.scrollIntoView({ block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  const words = (text) => (text ? text.split(" ") : []);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const there = document.getElementById(link.hash.slice(1));
    const report = link.closest("[data-report]");
    const { cells, claims, place } = link.dataset;
    if (!there || !report || !(cells || claims || place)) return;
    event.preventDefault();
    lightUp(report, words(cells), words(claims));
    link.classList.add("lit");
    if (place) there.classList.add("lit");
    show(there);
    // On a wide screen document and tables scroll apart, so that both can show the place.
    const panes = all(".paper, .desk", report).filter((pane) => getComputedStyle(pane).position === "sticky");
    for (const pane of panes) {
      const other = pane.contains(link) || pane.contains(there) ? null : pane.querySelector(".lit");
      if (other) other.scrollIntoView({ block: "center", inline: "nearest" });
    }
    there.focus({ preventScroll: true });
    if (status) status.textContent = there.title || there.textContent;
  });

  // One stop of the Tab key for each table; the arrow keys move inside it.
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  function stops(grid) {
    const kind = document.body.classList.contains("proof") ? "input" : "a[data-cells]";
    return all("tr", grid)
      .map((row) => all(`.figure > ${kind}`, row))
      .filter((row) => row.length);
  }

  function settle(grid) {
    for (const one of all(".figure > a[data-cells], .figure > input", grid)) one.tabIndex = -1;
    const first = stops(grid)[0];
    if (first) first[0].tabIndex = 0;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const one of all(".lit")) one.classList.remove("lit");
    const step = steps[event.key];
    const grid = step && event.target.closest(".figure") && event.target.closest(".grid");
    if (!grid) return;
    const rows = stops(grid);
    const row = rows.findIndex((one) => one.includes(event.target));
    if (row < 0) return;
    const beside = rows[row + step[0]] || [];
    const place = rows[row].indexOf(event.target) + step[1];
    const next = beside[step[0] ? Math.min(place, beside.length - 1) : place];
    if (!next) return;
    event.preventDefault();
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });

  // The ticks of a proof-reader, kept in the browser where it allows that.
  function kept(report) {
    try {
      const found = JSON.parse(localStorage.getItem(`govinfo-review:${report.dataset.report}`));
      return new Set(Array.isArray(found) ? found : []);
    } catch {
      return new Set();
    }
  }

  function keep(report) {
    const ticked = all("input:checked", report).map((box) => box.dataset.tick);
    try {
      localStorage.setItem(`govinfo-review:${report.dataset.report}`, JSON.stringify(ticked));
    } catch {
      // Without a store the ticks last as long as the page is open.
    }
    count(report);
  }

  function count(report) {
    const boxes = all("[data-tick]", report);
    const progress = report.querySelector(".progress");
    const done = boxes.filter((box) => box.checked).length;
    progress.textContent = boxes.length ? `${progress.dataset.say} ${done}/${boxes.length}` : "";
  }

  function addBoxes(report) {
    if (report.querySelector("[data-tick]")) return;
    const ticked = kept(report);
    for (const link of all(".figure > a[data-cells]", report)) {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.dataset.tick = link.dataset.cells;
      box.checked = ticked.has(link.dataset.cells);
      box.setAttribute("aria-label", link.title);
      link.after(box);
    }
  }

  function download(report) {
    const cells = all("[data-tick]", report).map((box) => ({
      address: box.dataset.tick,
      shown: box.previousElementSibling.textContent,
      ticked: box.checked,
    }));
    const data = {
      schema: "govinfo.ticks/1",
      file: report.dataset.file || "",
      report: report.dataset.report,
      title: report.querySelector("h1").textContent,
      saved: new Date().toISOString(),
      ticked: cells.filter((cell) => cell.ticked).length,
      cells,
    };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: "application/json" }));
    link.download = `ticks-${report.dataset.report}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  const deeds = {
    proof() {
      const on = document.body.classList.toggle("proof");
      for (const report of all("[data-report]")) {
        if (on) addBoxes(report);
        count(report);
        all(".grid", report).forEach(settle);
        for (const button of all("[data-do]", report)) {
          if (button.dataset.do === "proof") button.setAttribute("aria-pressed", String(on));
          if (["save", "clear"].includes(button.dataset.do)) button.hidden = !on;
        }
      }
    },
    print: () => window.print(),
    save: download,
    clear(report) {
      for (const box of all("input:checked", report)) box.checked = false;
      keep(report);
    },
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) deeds[button.dataset.do](button.closest("[data-report]"));
  });
  document.addEventListener("change", (event) => {
    if (event.target.dataset.tick) keep(event.target.closest("[data-report]"));
  });

  all(".grid").forEach(settle);
  for (const button of all("[data-do=proof], [data-do=print]")) button.hidden = false;
  for (const button of all("[data-do=proof]")) button.setAttribute("aria-pressed", "false");
})();
