// A figure whose plot has a shape, such as a map, is as high as its width asks for; layout.meta.aspect is height by width.
const wantedHeight = (figure) => {
  const aspect = figure.layout?.meta?.aspect, size = figure._fullLayout?._size;
  if (!aspect || !size || size.w < 1) return null;
  const { height } = figure._fullLayout, wanted = Math.round(height - size.h + size.w * aspect);
  return Math.abs(wanted - height) > 2 ? wanted : null;
};
