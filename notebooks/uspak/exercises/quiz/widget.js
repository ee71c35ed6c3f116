function render({ model, el }) {
  const make = (tag, parent, set = {}) => {
    const made = parent.appendChild(Object.assign(document.createElement(tag), set));
    if (["input", "button"].includes(tag)) made.setAttribute("data-lm-suppress-shortcuts", "true");
    return made;
  };
  const live = (parent, name) => {
    const region = make("div", parent, { className: name });
    region.setAttribute("role", "status");
    region.setAttribute("aria-live", "polite");
    return region;
  };
  const quiz = make("form", el, { className: "uspak-card uspak-quiz", onsubmit: () => false });
  const asked = model.get("questions"), fields = [];
  asked.forEach((question, number) => {
    const set = make("fieldset", quiz);
    make("legend", set, { innerHTML: `${number + 1}. ${question.text}` });
    const box = make("div", set);
    const inputs = question.options.map((option, index) => {
      const label = make("label", box);
      const input = make("input", label, { type: question.input, name: `question-${number}`, value: index });
      const words = make("span", label, { innerHTML: option });
      if (question.input === "text") { input.inputMode = "decimal"; label.prepend(words); }
      return input;
    });
    const send = () => model.send({ check: number, chosen: question.input === "text" ? inputs[0].value
      : inputs.filter(input => input.checked).map(input => Number(input.value)) });
    inputs.forEach(input => input.addEventListener("keydown", event => {
      if (event.key === "Enter") { event.preventDefault(); send(); } }));
    const bar = make("div", set, { className: "uspak-buttons" });
    const button = make("button", bar, { type: "button", className: "uspak-button", textContent: "Check", onclick: send });
    button.setAttribute("aria-label", `Check question ${number + 1}`);
    fields.push({ inputs, said: live(set, "uspak-said") });
  });
  const foot = make("div", quiz, { className: "uspak-buttons uspak-score" });
  const score = live(foot, "");
  const again = make("button", foot, { type: "button", className: "uspak-button", textContent: "Start again", onclick: () => {
    fields.flatMap(({ inputs }) => inputs).forEach(input => {
      if (input.type === "text") input.value = ""; else input.checked = false; });
    fields[0].inputs[0].focus();
    model.send({ restart: true });
  } });
  const draw = () => {
    model.get("feedback").forEach(({ rule, text }, number) => {
      const { said } = fields[number];
      said.style.borderLeftColor = rule;
      if (said.innerHTML !== text) said.innerHTML = text;
    });
    if (score.textContent !== model.get("score")) score.textContent = model.get("score");
    again.hidden = !model.get("feedback").some(({ text }) => text);
  };
  const tick = () => model.get("chosen").forEach((chosen, number) => fields[number].inputs.forEach((input, index) => {
    if (input.type === "text") input.value = chosen ?? ""; else input.checked = (chosen ?? []).includes(index); }));
  model.on("change:feedback", draw);
  model.on("change:score", draw);
  tick();
  draw();
}
export default { render };
