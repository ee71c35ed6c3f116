// plotly draws a figure before it has a place on the page, 700 pixels wide, and looks again only when the window is
// resized; so a control above or below it tells it when the room changes.
function fill(el) {
  let width = 0;
  const watch = new ResizeObserver(() => {
    if (el.clientWidth !== width) { width = el.clientWidth; requestAnimationFrame(() => window.dispatchEvent(new Event("resize"))); }
  });
  watch.observe(el);
  return () => watch.disconnect();
}
