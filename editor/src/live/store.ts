import * as idb from "lib0/indexeddb";
import * as Y from "yjs";
import { IndexeddbPersistence, storeState } from "y-indexeddb";

const PREFIX = "chemise-";
const UNSENT = "unsent:";

/**
 * The copy kept on this device until the server has everything, so that a closed tab loses nothing.
 * y-indexeddb does the reading; writing goes through here because it must be known when a write is safe, and
 * because a database that disappears (sign-out in another tab) must not break typing.
 */
export class DeviceCopy {
  private persistence: IndexeddbPersistence | null = null;
  private writes = 0;
  private safe = 0;
  private flagged = false;
  private closed = false;
  /** Marks left by earlier tabs; this document carries their words, so settling settles them as well. */
  private inherited: string[] = [];
  available = false;
  failed = false;
  /** Resolves with true when the copy held a text. */
  readonly loaded: Promise<boolean>;

  constructor(personId: string, textId: string, private readonly doc: Y.Doc, private readonly changed: () => void) {
    this.loaded = this.open(`${PREFIX}${personId}-${textId}`).catch(() => {
      this.lost();
      return false;
    });
  }

  get origin(): unknown {
    return this.persistence;
  }

  get allSafe(): boolean {
    return this.available && this.safe >= this.writes;
  }

  get holdsUnsent(): boolean {
    return this.flagged || this.inherited.length > 0;
  }

  private async open(name: string): Promise<boolean> {
    if (typeof indexedDB === "undefined" || !(await usable())) {
      this.lost();
      return false;
    }
    const persistence = new IndexeddbPersistence(name, this.doc);
    this.persistence = persistence;
    const untrusted = persistence as unknown as { _storeUpdate: (...args: unknown[]) => void };
    this.doc.off("update", untrusted._storeUpdate);
    await persistence.whenSynced;
    if (this.closed || !persistence.db) return false;
    this.available = true;
    const [custom] = idb.transact(persistence.db, ["custom"], "readonly");
    const keys = (await idb.getAllKeys(custom)) as string[];
    this.inherited = keys.filter((key) => String(key).startsWith(UNSENT));
    this.doc.on("update", this.write);
    this.changed();
    return this.doc.store.clients.size > 0;
  }

  private readonly write = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.persistence) return;
    this.attempt((db) => {
      const [updates] = idb.transact(db, ["updates"]);
      this.writes += 1;
      const mine = this.writes;
      void idb.addAutoKey(updates, update as unknown as ArrayBuffer).then(() => {
        this.safe = Math.max(this.safe, mine);
        this.changed();
      }, () => this.lost());
    });
  };

  /** Says on the device itself that words wait here, for sign-out and for the next visit. */
  markUnsent(): void {
    if (this.flagged || !this.available) return;
    this.flagged = true;
    this.attempt((db) => {
      const [custom] = idb.transact(db, ["custom"]);
      void idb.put(custom, Date.now(), UNSENT + this.doc.clientID);
    });
  }

  /** Everything is acknowledged: forget the marks and keep one merged row instead of every keystroke. */
  settle(): void {
    if (!this.available || !this.holdsUnsent) return;
    const keys = [...this.inherited, UNSENT + this.doc.clientID];
    this.flagged = false;
    this.inherited = [];
    this.attempt((db) => {
      const [custom] = idb.transact(db, ["custom"]);
      for (const key of keys) void idb.del(custom, key);
    });
  }

  compact(): void {
    this.attempt(() => void storeState(this.persistence!, true).catch(() => this.lost()));
  }

  /** Drops the device's copy: asked by a person whose words the server refuses. */
  async discard(): Promise<void> {
    this.doc.off("update", this.write);
    await this.persistence?.clearData();
  }

  close(): void {
    this.closed = true;
    this.doc.off("update", this.write);
    void this.persistence?.destroy();
  }

  private attempt(action: (db: IDBDatabase) => void): void {
    const db = this.persistence?.db;
    if (!db || !this.available) return;
    try {
      action(db);
    } catch {
      this.lost();
    }
  }

  private lost(): void {
    this.available = false;
    this.failed = true;
    this.changed();
  }
}

/** Private windows of some browsers have an `indexedDB` that refuses to open. */
function usable(): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), 3000);
    const done = (answer: boolean) => {
      clearTimeout(timer);
      resolve(answer);
    };
    try {
      const request = indexedDB.open("chemise-probe");
      request.onsuccess = () => {
        request.result.close();
        done(true);
      };
      request.onerror = () => done(false);
    } catch {
      done(false);
    }
  });
}

/** Whether a database holds words the server does not have; an unreadable one is taken to hold some. */
function holdsUnsent(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onerror = () => resolve(true);
    request.onsuccess = () => {
      const db = request.result;
      const finish = (answer: boolean) => {
        db.close();
        resolve(answer);
      };
      if (!db.objectStoreNames.contains("custom")) return finish(false);
      const keys = db.transaction("custom", "readonly").objectStore("custom").getAllKeys();
      keys.onsuccess = () => finish(keys.result.some((key) => String(key).startsWith(UNSENT)));
      keys.onerror = () => finish(true);
    };
  });
}

/** Sign-out: removes every copy whose text is fully acknowledged. Returns how many were kept. */
export async function clearDeviceCopies(): Promise<number> {
  if (typeof indexedDB === "undefined" || !indexedDB.databases) return 0;
  let kept = 0;
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith(PREFIX)) continue;
    if (await holdsUnsent(name)) {
      kept += 1;
      continue;
    }
    await new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    });
  }
  return kept;
}
