// HTML that is read out whenever it changes. fill.js follows it.
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
