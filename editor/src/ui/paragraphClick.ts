import { Extension } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";

/**
 * The third click takes the paragraph, and so does a fourth. A browser takes the start of the next block along, so that
 * what is typed then joins the two; ProseMirror mends that for three clicks within its own half second, not for a fourth
 * nor for people whose system counts slower clicks.
 */
export const ParagraphClick = Extension.create({
  name: "chemiseParagraphClick",

  addProseMirrorPlugins() {
    return [new Plugin({ props: { handleDOMEvents: { mousedown: (view, event) => {
      if (event.detail < 3 || event.button !== 0 || event.shiftKey) return false;
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
      const place = at && view.state.doc.resolve(at.pos);
      if (!place?.parent.inlineContent) return false;
      event.preventDefault();
      view.focus();
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.start(), place.end())));
      return true;
    } } } })];
  },
});
