import type { ComponentArgs, EditorData } from "./data";
import { Instance } from "./instance";

// Streamlit calls the default export again at each change of data or theme, with the same parent element, and
// keeps only the last clean-up function: the instance is therefore found by its parent.
const mounted = new WeakMap<HTMLElement, Instance>();

function mount(parent: HTMLElement, data: EditorData): Instance {
  const instance: Instance = new Instance(data, parent, () => {
    instance.destroy();
    mount(parent, data);
  });
  mounted.set(parent, instance);
  return instance;
}

export default function editor({ data, parentElement }: ComponentArgs<EditorData>): () => void {
  const current = mounted.get(parentElement);
  if (current && current.textId === data.text_id && current.lang === data.lang) current.refresh(data);
  else {
    current?.destroy();
    mount(parentElement, data);
  }
  return () => {
    // A run that was overtaken is cleaned up too, while the newer one already uses the same element: what decides
    // is whether the element is still in the page. React removes it before it calls this.
    if (parentElement.isConnected) return;
    mounted.get(parentElement)?.destroy();
    mounted.delete(parentElement);
  };
}
