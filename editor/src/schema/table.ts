import { Node } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";

// Simple tables: paragraphs in cells, no widths and no alignment, because print and web decide on those.
const attributes = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
};

const SimpleTable = Table.extend({
  renderHTML() {
    return ["table", ["tbody", 0]];
  },
});
const SimpleCell = TableCell.extend({ content: "paragraph+", addAttributes: () => attributes });
const SimpleHeader = TableHeader.extend({ content: "paragraph+", addAttributes: () => attributes });

export const tableExtensions: Node[] = [
  SimpleTable.configure({ resizable: false, View: null, allowTableNodeSelection: true }),
  TableRow, SimpleHeader, SimpleCell,
];
