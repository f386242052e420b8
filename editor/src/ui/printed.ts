import type { Lang, Printed } from "../data";
import type { Translate } from "../messages";

const MM_PER_INCH = 25.4;
const MM_PER_CM = 10;

export interface PrintNote { text: string; coarse: boolean }

/** What printing at that width would make of a picture, and what to do; null when it is sharp, or nothing is known. */
export function printNote(width: unknown, printed: Printed | undefined, lang: Lang, t: Translate): PrintNote | null {
  const pixels = Number(width) || 0;
  if (!printed || pixels <= 0 || pixels >= printed.sharp) return null;
  const coarse = pixels < printed.soft;
  const values = {
    width: (printed.mm / MM_PER_CM).toLocaleString(lang), ppi: Math.trunc(pixels * MM_PER_INCH / printed.mm), pixels: printed.sharp.toLocaleString(lang),
  };
  return { coarse, text: t(coarse ? "figureCoarse" : "figureSoft", values) };
}
