import type { ComponentArgs } from "../data";
import { OrderList, type OrderData } from "./list";

const mounted = new WeakMap<Node, OrderList>();

/** A list whose lines are chosen, and dragged into another order: `acts` is what was done, until Python has heard. */
export default function order({ data, parentElement, setTriggerValue }: ComponentArgs<OrderData>): () => void {
  const parent = parentElement;
  let list = mounted.get(parent);
  if (!list) {
    list = new OrderList(parent);
    mounted.set(parent, list);
  }
  list.send = (acts) => setTriggerValue("acts", acts);
  list.refresh(data);
  return () => {
    // A run that was overtaken is cleaned up too, while the newer one already uses the same element.
    if (parent.isConnected) return;
    mounted.get(parent)?.destroy();
    mounted.delete(parent);
  };
}
