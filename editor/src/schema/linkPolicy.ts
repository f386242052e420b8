// The one place that says where a link may go. Used on typing, on paste, when reading the shared document and
// when drawing, so that a hostile address has no way round.

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const INTERNAL = new RegExp(`^(fiche|structure):(${UUID})$`, "i");
const MAIL = /^mailto:[^\s<>"'\\,;:?&]+@[^\s<>"'\\,;:?&]+\.[^\s<>"'\\,;:?&]+$/i;
// Control characters and spaces inside a scheme are how "java\nscript:" passes naive filters.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff]/;
const LONGEST = 2000;

/** The address as stored in the document, or null when it is refused. */
export function safeHref(raw: unknown): string | null {
  if (typeof raw !== "string") return null;
  const href = raw.trim();
  if (!href || href.length > LONGEST || UNPRINTABLE.test(href)) return null;
  const internal = INTERNAL.exec(href);
  if (internal) return `${internal[1].toLowerCase()}:${internal[2].toLowerCase()}`;
  if (/^mailto:/i.test(href)) return MAIL.test(href) ? href : null;
  if (!/^https?:\/\//i.test(href)) return null;
  try {
    const url = new URL(href);
    const web = url.protocol === "https:" || url.protocol === "http:";
    // A user name in an address only serves to make one site look like another.
    return web && url.hostname && !url.username && !url.password ? href : null;
  } catch {
    return null;
  }
}

/** What a person typed: "exemple.fr" and "a@b.fr" are completed, the rest goes through the policy. */
export function completeHref(typed: string): string | null {
  const text = typed.trim();
  if (/^[^\s:/@]+@[^\s:/@]+\.[^\s:/@]+$/.test(text)) return safeHref(`mailto:${text}`);
  if (/^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?$/u.test(text)) return safeHref(`https://${text}`);
  return safeHref(text);
}

export function isInternal(href: string): boolean {
  return INTERNAL.test(href);
}

/** The address the browser follows. */
export function renderedHref(href: string): string {
  const internal = INTERNAL.exec(href);
  if (!internal) return href;
  const [, kind, id] = internal;
  return kind === "fiche" ? `/fiche?fiche=${id}` : `/structures?structure=${id}`;
}

/** The stored form of one of our own rendered links, so that copying inside the editor keeps it internal. */
export function hrefFromRendered(raw: string): string | null {
  const match = new RegExp(`^/(?:fiche\\?fiche|structures\\?(structure))=(${UUID})$`, "i").exec(raw.trim());
  if (!match) return safeHref(raw);
  return `${match[1] ? "structure" : "fiche"}:${match[2].toLowerCase()}`;
}

/** Pictures live on our own site: an absolute path, never another host. */
export function safePictureSrc(raw: unknown): string | null {
  if (typeof raw !== "string" || raw.length > LONGEST || UNPRINTABLE.test(raw)) return null;
  return /^\/(?![/\\])[^\\]*$/.test(raw) ? raw : null;
}
