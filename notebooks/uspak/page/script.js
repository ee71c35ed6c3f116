// What a notebook's page needs beside the controls themselves: keys that stay in a control and lead out of it, controls that
// say so when Python is gone, and a saved copy whose figures show without a kernel.

const VIEW = "application/vnd.jupyter.widget-view+json", FIGURE = "application/vnd.plotly.v1+json";
const OUTPUT = ".jp-OutputArea-output", CONTROL = "button, input, select, textarea, summary, a[href], [tabindex]";
const ASLEEP = "These controls are asleep, because Python was restarted or stopped. Run this cell again: click into its code, then press Shift+Enter.";

// JupyterLab takes a key unless the very element that has the focus asks it not to; from a drop-down, x would cut the cell.
// This listens before JupyterLab does. Saving (Ctrl+S) is the one key that is left to it.
function keepKeys(event) {
  const control = event.target;
  if (!control.matches?.(CONTROL) || !control.closest(OUTPUT)) return;
  const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
  control.toggleAttribute("data-lm-suppress-shortcuts", !saves);
  if (event.key !== "Escape" && !(event.key === "Enter" && event.shiftKey)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  leave(control);
}

// from a control back to its cell, or to the tab that shows this output alone
function leave(control) {
  const home = control.closest(".jp-Cell, .jp-LinkedOutputView");
  if (home) home.focus(); else control.blur();
}

// tell at each output with controls that they do nothing any more, and see to it that they do nothing
function putToSleep(output) {
  const controls = [...output?.querySelectorAll("button, input, select, textarea") ?? []];
  if (!controls.length) return;
  let words = output.querySelector(":scope > .uspak-asleep");
  if (!words) {
    words = Object.assign(document.createElement("p"), { className: "uspak-asleep", textContent: ASLEEP });
    words.id = `uspak-asleep-${Math.random().toString(36).slice(2)}`;
    output.prepend(words);
  }
  for (const control of controls) {
    if (control === document.activeElement) leave(control);  // or the focus would be nowhere
    control.disabled = true;
    control.setAttribute("aria-describedby", words.id);
  }
}

const topmost = (widget) => widget?.parent ? topmost(widget.parent) : widget;

// the widget of JupyterLab that draws an element, below another widget
function drawing(element, widget) {
  if (widget.node === element) return widget;
  for (const part of widget.node.contains(element) && widget.children ? widget.children() : []) {
    const found = drawing(element, part);
    if (found) return found;
  }
  return null;
}

// the shape of pictures that are no live figures: JupyterLab, which draws them, is asked to draw them again
function keepShapes() {
  const known = new WeakSet();
  const fit = (figure) => {
    const height = wantedHeight(figure), picture = height && window.uspakLab && drawing(figure, window.uspakLab);
    if (!picture) return;
    figure.layout.height = height;
    picture.update();
  };
  const look = () => {
    for (const figure of document.querySelectorAll(".jp-RenderedPlotly.js-plotly-plot")) {
      if (known.has(figure)) continue;
      known.add(figure);
      figure.on("plotly_afterplot", () => setTimeout(() => fit(figure)));
      fit(figure);
    }
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  look();
}

// a saved output without the view of a widget, which nobody can show without this kernel, and without the picture that
// JupyterLab adds, which has no words; it remembers whose view it was, for a page that is reloaded while the kernel runs
function saved(output) {
  const { [VIEW]: view, ...data } = output.data ?? {};
  if (FIGURE in data) {
    delete data["image/png"];
    const { layout } = data[FIGURE];
    if (layout.meta?.height) data[FIGURE] = { ...data[FIGURE], layout: { ...layout, height: layout.meta.height } };
  } else if (!view || !("text/html" in data)) return output;
  if (view && FIGURE in data) {
    const { layout } = data[FIGURE];
    data[FIGURE] = { ...data[FIGURE], layout: { ...layout, meta: { ...layout.meta, view: view.model_id } } };
  } else if (view) {
    data["text/html"] = `${[].concat(data["text/html"]).join("")}<span hidden data-view="${view.model_id}"></span>`;
  }
  return { ...output, data };
}

function saveWithoutViews(context) {
  if (!context || context.savesWithoutViews) return;
  context.savesWithoutViews = true;
  const { model } = context, whole = model.toJSON;
  let asked = false;
  model.toJSON = () => {
    asked = true;
    const notebook = whole.call(model);
    return { ...notebook, cells: notebook.cells.map((cell) => cell.outputs ? { ...cell, outputs: cell.outputs.map(saved) } : cell) };
  };
  // whoever saved before the first view was there has views in the file: it is to be saved once more
  const saveAgain = () => { if (!asked) model.dirty = true; };
  context.saveState?.connect((_, state) => { if (state === "completed") saveAgain(); });
  saveAgain();
}

// the document in which a view stands
function contextOf(view) {
  let part = view.luminoWidget;
  while (part && !part.context?.model?.toJSON) part = part.parent;
  return part?.context;
}

// every view of a widget, those that are there and those to come
function eachView(manager, tell) {
  const create = manager.create_view;
  manager.create_view = async function (...given) {
    const view = await create.apply(this, given);
    tell(view);
    return view;
  };
  for (const known of Object.values(manager._models ?? {})) {
    known.then((model) => Object.values(model.views ?? {}).forEach((view) => view.then(tell)), () => {});
  }
}

// the widget whose view an output had when it was saved
function lastView(output) {
  return output.querySelector("[data-view]")?.dataset.view
    ?? [output, ...output.querySelectorAll(".js-plotly-plot")].find((part) => part.layout?.meta?.view)?.layout.meta.view;
}

// after a page was reloaded: show the views of widgets that still live in place of what the file has, until this is stopped
function wake(manager) {
  const look = async () => {
    for (const output of document.querySelectorAll(OUTPUT)) {
      const row = output.parentElement, id = row.classList.contains("uspak-awake") ? null : lastView(output);
      if (!id || !manager.has_model(id)) continue;
      row.classList.add("uspak-awake");
      const view = await manager.create_view(await manager.get_model(id));
      const place = Object.assign(document.createElement("div"), { className: "jp-OutputArea-output uspak-view" });
      output.after(place);
      view.luminoWidget.constructor.attach(view.luminoWidget, place);
    }
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true });
  look();
  return () => watch.disconnect();
}

export default {
  initialize({ model }) {
    const manager = model.widget_manager, views = new Set();
    if (!window.uspakKeys) {
      window.uspakKeys = true;
      window.addEventListener("keydown", keepKeys, true);
      keepShapes();
    }
    let gone = new Set();  // the widgets of a Python that is gone, whose views may yet be shown, as when a cell is pasted
    eachView(manager, (view) => {
      views.add(view);
      view.displayed?.then(() => {
        window.uspakLab ??= topmost(view.luminoWidget);
        saveWithoutViews(contextOf(view));
        if (gone.has(view.model.model_id)) putToSleep(view.el.closest(OUTPUT));
      });
    });
    const stop = model.get("loaded") ? wake(manager) : () => {};
    const sleep = () => {
      stop();
      gone = new Set(Object.keys(manager._models ?? {}));
      views.forEach((view) => putToSleep(view.el.closest(OUTPUT)));
    };
    // a Python that somebody restarts elsewhere, as in another tab, only says that it is starting
    manager.kernel?.statusChanged.connect((_, status) => { if (/starting|terminating|dead/.test(status)) sleep(); });
    manager.kernel?.disposed.connect(sleep);
    model.set("loaded", true);
    model.save_changes();
  },
};
