// A live figure in the browser: plotly's own, and what that lacks.

const until = async (there) => { while (!there()) await new Promise((next) => setTimeout(next, 50)); return there(); };

// the stepper that a figure follows, if it follows one
async function followed(model) {
  const reference = model.get("follows");
  return reference && model.widget_manager.get_model(reference.slice("IPY_MODEL_".length));
}

// whether a figure has changed since it was sent: what changed it came before anybody here listened
function behind(model, stepper) {
  return model.get("_last_layout_edit_id") !== model.get("sent_edit") || (stepper && stepper.get("index") !== model.get("sent_step"));
}

// ask for the figure as it is now, and wait for it
async function renewed(model) {
  const sent = new Promise((next) => model.on("msg:custom", (words) => { if (words === "whole") next(); }));
  model.send("whole?");
  await sent;
}

// the model of a figure, with which the browser itself can change the figure as the kernel does
function changeable(model) {
  const name = "_py2js_update", heard = [];
  let change = null;
  return {
    get: (key) => change && key === name ? change : model.get(key),
    set: (key, value) => { if (!change) model.set(key, value); },  // the kernel knows what the browser changes
    save_changes: () => { if (!change) model.save_changes(); },
    on: (event, call) => { if (event === `change:${name}`) heard.push(call); model.on(event, call); },
    change: (next) => { change = next; heard.forEach((call) => call()); change = null; },
  };
}

// draw the view of each step as soon as it is taken
function follow(stepper, view, signal) {
  const draw = () => queueMicrotask(() => {  // once the step is on its way to the kernel
    const [style_data, layout_data, style_traces] = structuredClone(view.get("views")[stepper.get("index")]);
    view.change({ style_data, layout_data, style_traces });
  });
  stepper.on("change:index", draw);
  signal?.addEventListener("abort", () => stepper.off("change:index", draw));
}

// the figure that plotly has drawn in an element, which may be that element
const drawn = (el) => until(() => el.querySelector(".js-plotly-plot .main-svg")?.closest(".js-plotly-plot"));

// a figure with a shape takes the height that its width asks for
async function keepShape(el, view) {
  const figure = await drawn(el);
  const fit = () => {
    const height = wantedHeight(figure);
    if (height !== null) view.change({ style_data: {}, layout_data: { height, autosize: true }, style_traces: [] });
  };
  figure.on("plotly_afterplot", () => queueMicrotask(fit));
  fit();
}

const RING = `position: absolute; box-sizing: border-box; width: 20px; height: 20px; margin: -10px;
  border: 2px solid #222; border-radius: 50%; pointer-events: none;`;

// a ring at a point of the plot area, which costs nothing to move: plotly would draw the whole figure again
async function ring(model, el) {
  const figure = await drawn(el);
  const mark = document.createElement("div");
  mark.className = "uspak-ring";
  const move = () => {
    const [x, y] = model.get("ring"), { l, t, w, h } = figure._fullLayout._size;
    mark.style.cssText = `${RING} left: ${l + x * w}px; top: ${t + (1 - y) * h}px`;
  };
  figure.append(mark);
  figure.on("plotly_afterplot", move);
  model.on("change:ring", move);
  move();
}

// plotly looks for the sign under the pointer at most every 50 ms, and a click takes the sign that it saw last: whoever moves
// fast and clicks at once would get one that was passed on the way. So it looks again when the button goes down.
async function lookAtOnce(el) {
  const figure = await drawn(el);
  figure.addEventListener("mousedown", (press) => {
    const layout = figure._fullLayout, name = layout._uid;
    layout._uid = `${name}-press-${press.timeStamp}`;  // by which plotly knows when this figure looked last
    press.target.dispatchEvent(new MouseEvent("mousemove", press));
    layout._uid = name;
  }, true);
}

export default {
  async render({ model, el, signal }) {
    const plotly = await until(() => window.uspakPlotly), stepper = await followed(model);
    while (!signal?.aborted && behind(model, stepper)) await renewed(model);
    if (signal?.aborted) return;
    const figure = plotly.default(), view = changeable(model);
    figure.initialize({ model: view });
    if (stepper) follow(stepper, view, signal);
    if (model.get("ring").length) ring(model, el);
    lookAtOnce(el);
    keepShape(el, view);
    return figure.render({ model: view, el });
  },
};
