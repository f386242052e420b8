/**
 * Streamlit covers the page with a "Connection error" window when its own line is cut, and takes the keyboard.
 * In an editor that goes on working offline, this would eat the words being typed: the window is closed and the
 * focus given back. The house may also switch these windows off (`blockErrorDialogs` of the host configuration).
 */
export function guardAgainstDialogs(root: HTMLElement, offline: () => boolean): () => void {
  let last: HTMLElement | null = null;
  const remember = () => {
    if (root.contains(document.activeElement)) last = document.activeElement as HTMLElement;
  };
  const close = () => {
    if (!offline()) return;
    for (const dialog of document.querySelectorAll<HTMLElement>("[role=dialog]")) {
      const title = dialog.querySelector("h2")?.textContent?.trim();
      if (root.contains(dialog) || title !== "Connection error") continue;
      dialog.querySelector<HTMLElement>("button[aria-label=Close]")?.click();
      const back = last;
      if (back) requestAnimationFrame(() => back.isConnected && back.focus({ preventScroll: true }));
    }
  };
  const observer = new MutationObserver(close);
  observer.observe(document.body, { childList: true });
  root.addEventListener("focusin", remember);
  return () => {
    observer.disconnect();
    root.removeEventListener("focusin", remember);
  };
}
