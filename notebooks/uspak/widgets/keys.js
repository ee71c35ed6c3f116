// What the controls share with each other: keys pressed in them are theirs and not JupyterLab's.
function ours(control) {
  control.setAttribute("data-lm-suppress-shortcuts", "true");
  return control;
}
