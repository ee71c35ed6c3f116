// A live region speaks what is put into it after it stands in the page; hence the short wait, except for blank answers,
// which would otherwise all be read out when a notebook is run from top to bottom. JupyterLab takes keys such as Enter
// and the arrows for itself unless the very element that has the focus asks it not to (data-lm-suppress-shortcuts).
function render({ model, el }) {
  const card = document.createElement("div");
  card.className = "uspak-card";
  card.style.borderLeftColor = model.get("rule");
  const said = document.createElement("div");
  said.setAttribute("role", "status");
  said.setAttribute("aria-live", "polite");
  said.setAttribute("aria-atomic", "false");
  const bar = document.createElement("div");
  bar.className = "uspak-buttons";
  card.append(said, bar);
  el.append(card);
  const speak = () => {
    for (const part of model.get("parts").slice(said.children.length)) {
      const piece = document.createElement("div");
      piece.innerHTML = part;
      said.append(piece);
    }
  };
  const buttons = {};
  for (const [name, words] of Object.entries(model.get("buttons"))) {
    const button = buttons[name] = document.createElement("button");
    button.type = "button";
    button.className = "uspak-button";
    button.textContent = words;
    button.setAttribute("data-lm-suppress-shortcuts", "true");
    button.onclick = () => { if (button.getAttribute("aria-disabled") !== "true") model.send({ ask: name }); };
    bar.append(button);
  }
  bar.hidden = !Object.keys(buttons).length;
  const relabel = () => {
    for (const [name, words] of Object.entries(model.get("spent"))) {
      buttons[name].textContent = words;
      buttons[name].setAttribute("aria-disabled", "true");
    }
  };
  model.on("change:parts", speak);
  model.on("change:spent", relabel);
  relabel();
  if (model.get("quiet")) speak(); else setTimeout(speak, 80);
}
export default { render };
