// Previous, next, play and a slider over named steps. keys.js and fill.js follow it.
function render({ model, el }) {
  const bar = document.createElement("div");
  bar.className = "uspak-stepper";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", model.get("label"));
  const button = (words) => { const b = document.createElement("button"); b.type = "button"; b.className = "uspak-button"; b.textContent = words; return ours(b); };
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
