// A question with several answers, and a button that decides. keys.js follows it.
function render({ model, el }) {
  const field = document.createElement("fieldset"), legend = document.createElement("legend");
  field.className = "uspak-decision";
  legend.textContent = model.get("question");
  const button = ours(document.createElement("button"));
  button.type = "button"; button.className = "uspak-button"; button.textContent = "Decide"; button.disabled = true;
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
