// Own line icons on a 20 x 20 grid, drawn with the colour of the text.
const PATHS = {
  bold: "M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z",
  italic: "M8.5 4H14M6 16h5.500M11.500 4l-3 12",
  heading2: "M4 7V4.500h12V7M10 4.500v11.500M7.500 16h5",
  heading3: "M5.500 9.500V7.500h9v2M10 7.500V16M8.300 16h3.400",
  link: "M8.500 11.500l3-3M9 6.500l1.800-1.800a3.200 3.200 0 0 1 4.500 4.500L13.500 11M11 13.500l-1.800 1.800a3.200 3.200 0 0 1-4.500-4.500L6.500 9",
  bulletList: "M8 5h9M8 10h9M8 15h9M3.600 5h.01M3.600 10h.01M3.600 15h.01",
  orderedList: "M9 5h8M9 10h8M9 15h8M3 3.500l1.200-.5v4M2.800 12.700c.3-1 2.400-.9 2.200.4-.1.800-2.200 2-2.200 2.900h2.400",
  quote: "M4 14V9.500C4 7.500 5.200 6 7.500 6M4 10h3.500v4H4zM11.500 14V9.500c0-2 1.200-3.500 3.500-3.500M11.500 10H15v4h-3.500z",
  callout: "M3 4h14v10H9l-4 3v-3H3zM10 6.800v2.700M10 11.600h.01",
  keyFigure: "M3 16V11M8 16V7.500M13 16V9M18 16V4",
  image: "M3 4h14v12H3zM3 13l4-4 4 4 2-2 4 4M12.700 7.700h.01",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8.500 4v12",
  undo: "M7 4L3.500 7.500 7 11M3.500 7.500H12a4.500 4.500 0 0 1 0 9H8",
  redo: "M13 4l3.500 3.500L13 11M16.500 7.500H8a4.500 4.500 0 0 0 0 9h4",
  keyboard: "M2.500 5h15v10h-15zM5.500 8h.01M8.500 8h.01M11.500 8h.01M14.500 8h.01M6 12h8",
  check: "M4 10.500l4 4 8-9",
  clock: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4l2.500 2",
  cloudOff: "M3 3l14 14M6 7a4 4 0 0 0-.5 8H14M9 5.200A4.500 4.500 0 0 1 14.500 9a3 3 0 0 1 2 4.800",
  lock: "M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9",
  comment: "M3 4h14v10H9l-4 3v-3H3zM7 9h6",
  suggest: "M4 16l1-4 8-8 3 3-8 8zM11.500 5.500l3 3M11 17h6",
  margin: "M3 4h14v12H3zM12.500 4v12M14.500 7.500h.01M14.500 10.500h.01",
  close: "M5 5l10 10M15 5L5 15",
  alert: "M10 3l8 14H2zM10 8.500v3.500M10 14.500h.01",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const attributes = {
    viewBox: "0 0 20 20", width: "20", height: "20", fill: "none", stroke: "currentColor", "stroke-width": "1.7",
    "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", focusable: "false",
  };
  Object.entries(attributes).forEach(([key, value]) => svg.setAttribute(key, value));
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
