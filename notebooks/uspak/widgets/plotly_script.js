// plotly's own script, on its way to all live figures of a page: five megabytes that come once and are read when there is
// time, while each figure waits as long as it takes.

const idle = () => new Promise((next) => window.requestIdleCallback ? requestIdleCallback(next, { timeout: 1000 }) : setTimeout(next, 200));

// anywidget (0.11) gives up a widget that is not ready within two seconds, as on a slow computer, and from then on loses
// what the kernel sends to it, although the widget is ready a little later. So no widget gives up for good.
async function patience(model) {
  const manager = model.widget_manager;
  const kind = ["_model_name", "_model_module", "_model_module_version"].map((name) => model.get(name));
  const { prototype } = await manager.loadClass(...kind);
  if (prototype.patient) return;
  prototype.patient = true;
  const whenReady = prototype._handle_comm_msg, atOnce = Object.getPrototypeOf(prototype)._handle_comm_msg;
  prototype._handle_comm_msg = function (...message) {
    return whenReady.apply(this, message).catch((error) => {
      if (!/Failed to initialize/.test(error)) throw error;
      return atOnce.apply(this, message);
    });
  };
  const hear = (widget) => { if (widget instanceof prototype.constructor) widget.comm?.on_msg(widget._handle_comm_msg.bind(widget)); };
  Object.values(manager._models ?? {}).forEach((widget) => widget.then(hear, () => {}));  // those that were there before
}

export default {
  initialize({ model }) {
    window.uspakPlotly ??= idle().then(() => import(URL.createObjectURL(new Blob([model.get("code")], { type: "text/javascript" }))));
    patience(model);
  },
};
