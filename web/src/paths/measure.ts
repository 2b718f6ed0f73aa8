import type { Measure } from "../layout/MapInput.js";

const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
/** The same fonts as in `page.css`. */
const FONTS = { station: `12px ${FAMILY}`, chosen: `600 12px ${FAMILY}`, step: `11px ${FAMILY}` };

const context = document.createElement("canvas").getContext("2d");
const known = new Map<string, number>();

/** Width of a text on the map, in pixels. */
export const measure: Measure = (text, font) => {
  const key = `${font} ${text}`;
  let width = known.get(key);
  if (width === undefined) {
    if (context !== null) context.font = FONTS[font];
    // Without a canvas, assume wide letters.
    width = context?.measureText(text).width ?? text.length * 8;
    known.set(key, width);
  }
  return width;
};
