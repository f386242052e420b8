export type TicketAnswer =
  | { kind: "ticket"; token: string; canWrite: boolean }
  | { kind: "refused"; stop: "no_right" | "unknown_text" | "signed_out" }
  | { kind: "unreachable" };

/** Asks the site, with the person's cookie, for a new right to write in this text. */
export async function fetchTicket(path: string): Promise<TicketAnswer> {
  try {
    const response = await fetch(path, { credentials: "same-origin", headers: { "X-Chemise": "1" } });
    if (response.status === 401) return { kind: "refused", stop: "signed_out" };
    if (response.status === 403) return { kind: "refused", stop: "no_right" };
    if (response.status === 404) return { kind: "refused", stop: "unknown_text" };
    if (!response.ok) return { kind: "unreachable" };
    const body = (await response.json()) as { token: string; can_write: boolean };
    return { kind: "ticket", token: body.token, canWrite: body.can_write === true };
  } catch {
    return { kind: "unreachable" };
  }
}
