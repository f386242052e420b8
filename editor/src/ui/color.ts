const HEX = /^#[0-9a-f]{6}$/i;
const FALLBACK = "#5b6470";

/** Colours of others come over the wire: only the plain form is let into a style. */
export function safeColor(color: unknown): string {
  return typeof color === "string" && HEX.test(color) ? color : FALLBACK;
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: string, two: string): number {
  const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever is easier to read on this colour (at least 4.58 to 1 for any colour). */
export function inkOn(color: unknown): "#ffffff" | "#000000" {
  const hex = safeColor(color);
  return contrast(hex, "#ffffff") >= contrast(hex, "#000000") ? "#ffffff" : "#000000";
}

/** Whether the page behind an element is dark, from its painted colour: Streamlit gives no other sign. */
export function isDark(element: Element): boolean {
  const value = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  if (HEX.test(value)) return luminance(value) < 0.2;
  const parts = /rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(value);
  if (!parts) return matchMedia("(prefers-color-scheme: dark)").matches;
  const hex = parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  return luminance(`#${hex}`) < 0.2;
}
