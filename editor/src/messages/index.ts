import type { Lang } from "../data";
import en from "./en.json";
import fr from "./fr.json";

export type MessageKey = keyof typeof fr;
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

const CATALOGUES: Record<Lang, Record<MessageKey, string>> = { fr, en };

export function translator(lang: Lang): Translate {
  const catalogue = CATALOGUES[lang] ?? fr;
  return (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
