// What Python hands to the editor. The names are part of the contract with pages/ and workspace/livetext/.

export interface Target { id: string; title: string }
/** How wide pictures print there, and the pixels from which they are sharp, or only a little soft. */
export interface Printed { mm: number; sharp: number; soft: number }
export interface FragmentSpec { name: string; label: string; hint?: string; placeholder?: string; printed?: Printed }
export interface Person { person_id: string; name: string; color: string }
export type Lang = "fr" | "en";

export interface EditorData {
  text_id: string;
  socket_path: string;
  token: string;
  ticket_path: string;
  fragments: FragmentSpec[];
  me: Person;
  can_write: boolean;
  lang: Lang;
  links: { fiches: Target[]; structures: Target[] };
  upload_path: string | null;
  /** Where the comments beside this text are asked for; without it there is no margin. */
  comments_path?: string | null;
  /** Where the measure of the text is asked; without it there is no meter. */
  measure_path?: string | null;
  measure_of?: string;
  theme?: string;
}

/** What Streamlit passes to the default export of a v2 component. */
export interface ComponentArgs<D> {
  data: D;
  key: string;
  parentElement: HTMLElement;
  setStateValue: (name: string, value: unknown) => void;
  setTriggerValue: (name: string, value: unknown) => void;
}
