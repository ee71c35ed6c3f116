"""Small controls that a keyboard and a screen reader can use: a stepper, a decision and a spoken text.

ipywidgets' own slider has a handle without a name and its Play button is an icon alone, no text of it is announced when
it changes, and JupyterLab takes the arrow keys away from its radio buttons. These are plain HTML (buttons with words,
native inputs, a live region), joined to Python by anywidget.
"""

import anywidget
import ipywidgets as widgets
import traitlets

_STYLE = """
.uspak-stepper { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; padding: 4px 12px;
  font: 13px Inter, "Segoe UI", Helvetica, Arial, sans-serif; color: var(--jp-ui-font-color1, #222); }
.uspak-stepper button { font: inherit; padding: 4px 12px; min-width: 78px; border: 1px solid var(--jp-border-color1, #999);
  border-radius: 3px; background: var(--jp-layout-color1, #fff); color: inherit; cursor: pointer; }
.uspak-stepper button[aria-disabled="true"] { opacity: .45; cursor: default; }
.uspak-stepper button:focus-visible, .uspak-stepper input:focus-visible { outline: 3px solid #0072B2; outline-offset: 1px; }
.uspak-stepper input { flex: 1 1 180px; min-width: 140px; accent-color: #0072B2; }
.uspak-stepper output { min-width: 12em; }
.uspak-decision { border: 0; padding: 0 12px; margin: 4px 0; color: var(--jp-content-font-color1, #222);
  font: 14px/1.7 Inter, "Segoe UI", Helvetica, Arial, sans-serif; }
.uspak-decision legend { font-weight: 600; padding: 0; }
.uspak-decision label { display: block; }
.uspak-decision button { font: inherit; margin-top: 4px; padding: 2px 16px; border: 1px solid var(--jp-border-color0, #8a8a8a);
  border-radius: 3px; background: var(--jp-layout-color1, #fff); color: inherit; cursor: pointer; }
.uspak-decision button:disabled { opacity: .5; cursor: default; }
.uspak-decision :focus-visible { outline: 3px solid #0072B2; outline-offset: 1px; }
.uspak-live { padding: 0 12px; color: var(--jp-content-font-color1, #222);
  font: 14px/1.5 Inter, "Segoe UI", Helvetica, Arial, sans-serif; }
.uspak-live a { color: var(--jp-content-link-color, #00599B); text-decoration: underline; }
"""

# plotly draws a figure before it has a place on the page, 700 pixels wide, and looks again only when the window is
# resized; so a control above or below it tells it when the room changes
_FILL = """
function fill(el) {
  let width = 0;
  const watch = new ResizeObserver(() => {
    if (el.clientWidth !== width) { width = el.clientWidth; requestAnimationFrame(() => window.dispatchEvent(new Event("resize"))); }
  });
  watch.observe(el);
  return () => watch.disconnect();
}
"""

_STEPPER = (
    """
function render({ model, el }) {
  const ours = (control) => { control.setAttribute("data-lm-suppress-shortcuts", "true"); return control; };  // not JupyterLab's keys
  const bar = document.createElement("div");
  bar.className = "uspak-stepper";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", model.get("label"));
  const button = (words) => { const b = document.createElement("button"); b.type = "button"; b.textContent = words; return ours(b); };
  const previous = button("Previous"), next = button("Next"), play = button("Play");
  const slider = ours(document.createElement("input"));
  slider.type = "range"; slider.min = 0; slider.step = 1;
  slider.setAttribute("aria-label", model.get("label"));
  const where = document.createElement("output");
  bar.append(previous, next, play, slider, where);
  el.append(bar);
  let timer = null;
  const last = () => model.get("steps").length - 1;
  const go = (i) => { const to = Math.max(0, Math.min(last(), i));
    if (to === model.get("index")) return;
    model.set("index", to); model.save_changes(); };
  const draw = () => {
    const i = model.get("index"), steps = model.get("steps");
    slider.max = last(); slider.value = i;
    slider.setAttribute("aria-valuetext", steps[i] ?? "");
    where.textContent = `${i + 1} of ${steps.length}: ${steps[i] ?? ""}`;
    previous.setAttribute("aria-disabled", i <= 0); next.setAttribute("aria-disabled", i >= last());  // and keep the focus
  };
  const stop = () => { clearInterval(timer); timer = null; play.textContent = "Play"; };
  const start = () => { if (model.get("index") >= last()) go(0);
    play.textContent = "Pause";
    timer = setInterval(() => { if (slider.disabled || model.get("index") >= last()) stop(); else go(model.get("index") + 1); },
      model.get("interval")); };
  previous.onclick = () => { stop(); go(model.get("index") - 1); };
  next.onclick = () => { stop(); go(model.get("index") + 1); };
  play.onclick = () => timer ? stop() : start();
  slider.oninput = () => { stop(); go(Number(slider.value)); };
  model.on("change:index", draw); model.on("change:steps", draw);
  draw();
  const unwatch = fill(el);
  return () => { clearInterval(timer); unwatch(); };
}
export default { render };
"""
    + _FILL
)

_DECISION = """
function render({ model, el }) {
  const ours = (control) => { control.setAttribute("data-lm-suppress-shortcuts", "true"); return control; };
  const field = document.createElement("fieldset"), legend = document.createElement("legend");
  field.className = "uspak-decision";
  legend.textContent = model.get("question");
  const button = ours(document.createElement("button"));
  button.type = "button"; button.textContent = "Decide"; button.disabled = true;
  const group = Math.random().toString(36).slice(2);
  field.append(legend);
  model.get("options").forEach((words, i) => {
    const label = document.createElement("label"), radio = ours(document.createElement("input"));
    radio.type = "radio"; radio.name = group; radio.checked = i === model.get("decided");
    radio.onchange = () => { button.disabled = false; };
    label.append(radio, " " + words);
    field.append(label);
  });
  button.onclick = () => { const all = [...field.querySelectorAll("input")];
    model.set("decided", all.findIndex((radio) => radio.checked)); model.save_changes(); };
  field.append(button);
  el.append(field);
}
export default { render };
"""

_LIVE_TEXT = (
    """
function render({ model, el }) {
  const region = document.createElement("div");
  region.className = "uspak-live";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  const draw = () => { region.innerHTML = model.get("html"); };
  model.on("change:html", draw);
  el.append(region);
  draw();
  return fill(el);
}
export default { render };
"""
    + _FILL
)


class Stepper(anywidget.AnyWidget):
    """Previous, next, play and a slider over a list of named steps.

    Traits:
        index: the step in view, from 0.
        steps: one short name per step; read out as the slider moves.
        label: what the slider moves through, for screen readers.
        interval: milliseconds between steps while playing.

    Raises:
        traitlets.TraitError: if ``index`` does not belong to a step.
    """

    _esm = _STEPPER
    _css = _STYLE
    index = traitlets.Int(0).tag(sync=True)
    steps = traitlets.List(traitlets.Unicode()).tag(sync=True)
    label = traitlets.Unicode("Step").tag(sync=True)
    interval = traitlets.Int(2500, min=200).tag(sync=True)

    @traitlets.validate("index")
    def _index_has_a_step(self, proposal):
        if not 0 <= proposal.value < max(1, len(self.steps)):
            raise traitlets.TraitError(f"Step {proposal.value} does not exist: choose 0 to {len(self.steps) - 1}.")
        return proposal.value


class Decision(anywidget.AnyWidget):
    """A question with several answers, none of them marked as right, and a button 'Decide'.

    Traits:
        question: read out with the group of answers.
        options: the words of each answer.
        decided: the number of the answer decided on, from 0; −1 before the first decision.

    Raises:
        traitlets.TraitError: if ``decided`` is the number of no answer.
    """

    _esm = _DECISION
    _css = _STYLE
    question = traitlets.Unicode().tag(sync=True)
    options = traitlets.List(traitlets.Unicode()).tag(sync=True)
    decided = traitlets.Int(-1).tag(sync=True)

    @traitlets.validate("decided")
    def _decided_is_an_answer(self, proposal):
        if not -1 <= proposal.value < len(self.options):
            raise traitlets.TraitError(f"There is no answer {proposal.value}: choose 0 to {len(self.options) - 1}.")
        return proposal.value


class LiveRegion(anywidget.AnyWidget):
    """HTML that assistive software reads out whenever it changes (``role="status"``).

    Traits:
        html: the text; whoever sets it escapes what comes from users.
    """

    _esm = _LIVE_TEXT
    _css = _STYLE
    html = traitlets.Unicode("").tag(sync=True)


def drop_down(label, options, value):
    """A labelled ``Dropdown``; ``options`` is a dict key → words, ``value`` the key chosen at first."""
    return widgets.Dropdown(
        description=f"{label}:",
        options=[(words, key) for key, words in options.items()],
        value=value,
        style={"description_width": "initial"},
        layout=widgets.Layout(width="auto", margin="2px 12px 2px 0"),
    )


def in_a_row(controls):
    """Controls beside each other; where the page is narrow, the last ones stand below."""
    return widgets.HBox(controls, layout=widgets.Layout(flex_flow="row wrap", padding="0 12px"))
